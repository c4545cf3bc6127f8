/** Turns a request as n8n describes it into a signed one that goes out exactly as it was signed. */
import type { KeyObject } from 'node:crypto';
import type { MastercardApiCredential } from '../../mastercard/credential';
import { getBaseUrl, assertOwnHost } from '../../mastercard/environment';
import { parseConsumerKey } from '../../mastercard/keys/consumerKey';
import { authorizationHeader } from '../../mastercard/oauth1/authorizationHeader';
import { serializeBody } from './requestBody';
import { buildUrl } from './requestUrl';
import type { RequestOptions } from './requestOptions';
import { restrictRequest, type Restrictions } from './restrictRequest';

/** Options that have gone into `url`, `body` and `headers`. */
const CONSUMED_OPTIONS = ['baseurl', 'qs', 'form', 'body', 'auth'];

/** What signing adds. */
export interface SignedParts extends Restrictions {
	/** Absolute, query inside; under both names, because n8n has two helpers. */
	url: string;
	uri: string;
	headers: Record<string, unknown>;
	/** Exactly what was hashed. */
	body?: string | Buffer;
}

/**
 * Pure, and safe to repeat: signing a signed request gives the same request with a new signature, which n8n does after
 * a 401.
 *
 * @param options left as they are
 * @param signingKey of the credential
 * @throws CredentialFieldError for a field of the credential, or for a host that is not the credential's own
 * @throws Error for a body that cannot be signed or a URL that is not complete
 */
export function signRequest<T extends RequestOptions>(
	options: T,
	credential: MastercardApiCredential,
	signingKey: KeyObject,
): T & SignedParts {
	const ownBase = getBaseUrl(credential.environment, credential.baseUrl);
	const url = buildUrl(options);
	assertOwnHost(url, ownBase);
	const { body, contentType } = serializeBody(options);
	const authorization = authorizationHeader({
		url,
		method: options.method ?? 'GET',
		body,
		consumerKey: parseConsumerKey(credential.consumerKey, credential.environment === 'custom'),
		signingKey,
	});
	const signed: SignedParts = {
		url,
		uri: url,
		headers: {
			...without(
				options.headers ?? {},
				contentType ? ['authorization', 'content-type'] : ['authorization'],
			),
			...(contentType && { 'Content-Type': contentType }),
			Authorization: authorization,
		},
		...(body !== undefined && { body }),
		// A signature is for one URL.
		...restrictRequest(url, options),
	};
	return { ...without(options, CONSUMED_OPTIONS), ...signed } as T & SignedParts;
}

/** @param names in lower case */
function without(values: object, names: string[]): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(values).filter(([name]) => !names.includes(name.toLowerCase())),
	);
}
