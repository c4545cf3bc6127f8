/** Mastercard's hosts. */
import { checkLength } from './keys/checkLength';
import { CredentialFieldError } from './keys/CredentialFieldError';
import { MAX_BASE_URL_LENGTH } from './limits';

export type Environment = 'sandbox' | 'production' | 'custom';

export const BASE_URL_FIELD = 'Base URL';

const BASE_URLS: Record<Exclude<Environment, 'custom'>, string> = {
	sandbox: 'https://sandbox.api.mastercard.com',
	production: 'https://api.mastercard.com',
};
const LOCAL_HOSTS = ['localhost', '127.0.0.1', '[::1]'];

/**
 * @param environment of the credential
 * @param baseUrl of the credential, read only for `custom`: https, or http on this machine, optionally with a path
 * @returns the base URL for an API's own path, without a trailing slash
 * @throws CredentialFieldError for a custom base URL that cannot be used
 */
export function getBaseUrl(environment: Environment, baseUrl: string): string {
	return environment === 'custom'
		? parseBaseUrl(baseUrl, BASE_URLS.sandbox)
		: BASE_URLS[environment];
}

/**
 * @param example a valid URL for the error message
 * @returns the base URL for an API's own path, without a trailing slash
 * @throws CredentialFieldError for anything but https, or http on this machine, optionally with a path
 */
export function parseBaseUrl(baseUrl: string, example: string): string {
	const fieldError = (code: CredentialFieldError['code'], what: string) =>
		new CredentialFieldError(
			code,
			BASE_URL_FIELD,
			`'${BASE_URL_FIELD}' ${what}. Enter a URL such as ${example}. http:// is allowed for this machine only.`,
		);
	checkLength(baseUrl, BASE_URL_FIELD, MAX_BASE_URL_LENGTH);
	const text = baseUrl.trim();
	if (text === '') throw fieldError('MISSING', 'is empty');
	const url = parse(text);
	if (!url) throw fieldError('MALFORMED_BASE_URL', 'is not a complete URL');
	const secure = url.protocol === 'https:';
	if (!secure && !(url.protocol === 'http:' && LOCAL_HOSTS.includes(url.hostname))) {
		throw fieldError('MALFORMED_BASE_URL', 'does not start with https://');
	}
	if (url.username || url.password || url.search || url.hash) {
		throw fieldError('MALFORMED_BASE_URL', 'contains more than a host and a path');
	}
	return `${url.origin}${url.pathname.replace(/(?<!\/)\/+$/, '')}`;
}

/**
 * Rejects requests to any host other than the environment's own: a signature proves identity.
 *
 * @param url absolute
 * @param base from `getBaseUrl`
 * @throws CredentialFieldError unless scheme, host and port are the same
 */
export function assertOwnHost(url: string, base: string): void {
	if (isOwnHost(url, base)) return;
	throw new CredentialFieldError(
		'FOREIGN_HOST',
		'Environment',
		`This credential signs requests to ${new URL(base).origin} only, but the request goes to another host. Change the URL of the request, or 'Environment' in the credential.`,
	);
}

/** Whether scheme, host and port of an absolute URL are those of the base, and it names no user. */
export function isOwnHost(url: string, base: string): boolean {
	const target = parse(url);
	return target?.origin === new URL(base).origin && !target.username && !target.password;
}

function parse(url: string): URL | null {
	return URL.canParse(url) ? new URL(url) : null;
}
