/** Turns a request as n8n describes it into a signed one that goes out exactly as it was signed. */
import { signingKeyOf, type MastercardApiCredential } from '../../mastercard/credential';
import { baseUrlFor, checkOwnHost } from '../../mastercard/environment';
import { checkConsumerKey } from '../../mastercard/keys/consumerKey';
import { authorizationHeader } from '../../mastercard/oauth1/authorizationHeader';
import { requestBody } from './requestBody';
import { requestUrl } from './requestUrl';
import type { SignableRequest } from './requestOptions';

/** Options that have gone into `url`, `body` and `headers`. */
const USED_UP = ['baseurl', 'qs', 'form', 'body', 'auth'];

/** What signing adds. */
export interface SignedParts {
	/** Absolute, query inside; under both names, because n8n has two helpers. */
	url: string;
	uri: string;
	headers: Record<string, unknown>;
	/** Exactly what was hashed. */
	body?: string | Buffer;
	/** A signature is for one URL; nobody else gets to see it. */
	sendCredentialsOnCrossOriginRedirect: false;
}

/**
 * Pure, and safe to repeat: signing a signed request gives the same request with a new signature, which n8n does after
 * a 401.
 *
 * @param options left as they are
 * @param now decides whether the signing certificate is valid; the timestamp is always the clock's
 * @throws CredentialFieldError for a field of the credential, or for a host that is not the credential's own
 * @throws Error for a body that cannot be signed or a URL that is not complete
 */
export function signRequest<T extends SignableRequest>(
	options: T,
	credential: MastercardApiCredential,
	now: Date,
): T & SignedParts {
	const ownBase = baseUrlFor(credential.environment, credential.baseUrl);
	const url = requestUrl(options);
	checkOwnHost(url, ownBase);
	const { body, contentType } = requestBody(options);
	const authorization = authorizationHeader({
		url,
		method: options.method ?? 'GET',
		body,
		consumerKey: checkConsumerKey(credential.consumerKey, credential.environment === 'custom'),
		signingKey: signingKeyOf(credential, now).key,
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
		sendCredentialsOnCrossOriginRedirect: false,
	};
	return { ...without(options, USED_UP), ...signed } as T & SignedParts;
}

/** @param names in lower case */
function without(values: object, names: string[]): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(values).filter(([name]) => !names.includes(name.toLowerCase())),
	);
}
