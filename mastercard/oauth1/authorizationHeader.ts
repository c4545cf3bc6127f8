/** Signs one request with OAuth 1.0a (RFC 5849, RSA-SHA256, body hash) through Mastercard's own signer. */
import { randomBytes, type KeyObject } from 'node:crypto';
import { OAuth1Signer, type QueryPairs } from '../libraries/oauth1Signer';
import { canonicalUrl } from './canonicalUrl';

const NONCE_BYTES = 16;

/**
 * Mastercard's signer (1.2.0) with its URL handling replaced: it sorts some names wrongly, drops repeated pairs, keeps
 * `:443`, and escapes only the first `!` and `*`. All hooks expect a canonical URL. Hashing, header and RSA stay its own.
 */
class CanonicalUrlSigner extends OAuth1Signer {
	static override extractQueryParams(url: string): QueryPairs {
		const [, query = ''] = url.split('?');
		return query
			.split('&')
			.filter(Boolean)
			.map((pair) => {
				const [name = '', value = ''] = pair.split('=');
				return [name, value] as const;
			});
	}

	static override getBaseUriString(url: string): string {
		return url.split('?')[0] as string;
	}

	/** The library's nonce has 48 bits; every attempt, retries included, has to have one of its own. */
	static override getOAuthParams(
		consumerKey: string,
		payload: string | Buffer | null,
		signatureMethod?: string,
	): Map<string, string | number> {
		const params = super.getOAuthParams(consumerKey, payload, signatureMethod);
		return params.set('oauth_nonce', randomBytes(NONCE_BYTES).toString('hex'));
	}

	/** RFC 5849 section 3.4.1.3.2: sorted by name, then value, in byte order, repetitions kept. */
	static override toOAuthParamString(
		query: QueryPairs,
		oauthParams: Map<string, string | number>,
	): string {
		const pairs = [
			...query,
			...[...oauthParams].map(([name, value]) => [name, `${value}`] as const),
		];
		return pairs
			.sort((a, b) => compare(a[0], b[0]) || compare(a[1], b[1]))
			.map((pair) => pair.join('='))
			.join('&');
	}

	/**
	 * Each part is encoded once. What the header carries unencoded (the `!` of the consumer key, the `+/=` of the body
	 * hash) counts as its encoded self only under RFC 5849's reading, so the gateway encodes those raw characters once too.
	 */
	static override getSignatureBaseString(
		method: string,
		baseUri: string,
		paramString: string,
	): string {
		return [method.toUpperCase(), baseUri, paramString].map(encodeOnce).join('&');
	}
}

export interface RequestToSign {
	/** Absolute; what is sent must be `canonicalUrl(url)`. */
	url: string;
	/** In any case. */
	method: string;
	/** Exactly the bytes that are sent; null, undefined and '' are an empty body. */
	body?: string | Buffer | null;
	consumerKey: string;
	/** RSA. */
	signingKey: KeyObject;
}

/**
 * @returns the value of the Authorization header, with a fresh nonce and timestamp on every call
 * @throws TypeError for a URL that is not absolute
 */
export function authorizationHeader(request: RequestToSign): string {
	return CanonicalUrlSigner.getAuthorizationHeader(
		canonicalUrl(request.url),
		request.method,
		request.body ?? null,
		request.consumerKey,
		request.signingKey,
	);
}

/** `encodeURIComponent` leaves five characters that RFC 5849 requires to be encoded. */
function encodeOnce(text: string): string {
	return encodeURIComponent(text).replace(
		/[!*'()]/g,
		(character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
	);
}

function compare(a: string, b: string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
