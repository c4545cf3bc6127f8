// Decides whether a request is signed as Mastercard's gateway asks.
import { constants, createHash, verify as verifyBytes, type KeyObject } from 'node:crypto';
import { gatewayError } from '../errors';
import type { Answer, Received } from '../http';
import { acceptableBaseStrings } from './baseString';
import { decoded, parseAuthorization, type OAuthParameters } from './header';
import type { NonceMemory } from './nonceMemory';

/** The one client this gateway knows. */
export interface KnownClient {
	consumerKey: string;
	signingPublicKey: KeyObject;
}

/** Seconds that a timestamp may lie before or after the server's clock. Mastercard publishes no number: chosen. */
export const TIMESTAMP_WINDOW_SECONDS = 300;

/** A refused request, or the header's parameters when it is in order. */
export type Verdict = { refusal: Answer } | { oauth: OAuthParameters };

/**
 * Checks header, consumer key, body hash, signature, timestamp and nonce, in this order, so that the first
 * thing at fault is the one named.
 */
export function verifyRequest(
	request: Received,
	client: KnownClient,
	nonces: NonceMemory,
): Verdict {
	const oauth = parseAuthorization(request.headers['authorization']);
	if (typeof oauth === 'string') {
		return { refusal: gatewayError(400, 'INVALID_AUTH_HEADER', oauth) };
	}
	const value = (name: string) => decoded(oauth.get(name) ?? '');

	if (value('oauth_consumer_key') !== client.consumerKey) {
		return failed('The oauth_consumer_key is not known.');
	}
	const method = value('oauth_signature_method');
	if (method !== 'RSA-SHA256' && method !== 'RSA-PSS') {
		return failed('The oauth_signature_method must be RSA-SHA256 or RSA-PSS.');
	}
	const calculated = createHash('sha256').update(request.bytes).digest('base64');
	// A decoded hash keeps its plus signs: percent-decoding does not touch them.
	const received = value('oauth_body_hash');
	if (calculated !== received) {
		const text = `Calculated: ${calculated}, Received: ${received}`;
		return {
			refusal: gatewayError(400, 'INVALID_BODY_HASH', 'The body hash does not match.', text),
		};
	}
	const signature = Buffer.from(value('oauth_signature'), 'base64');
	const strings = acceptableBaseStrings(request, oauth);
	if (!strings.some((text) => signatureFits(text, signature, method, client.signingPublicKey))) {
		return failed(
			`OAuth signatures did not match. Acceptable signature base string: ${strings[0]}`,
		);
	}
	const timestamp = Number(value('oauth_timestamp'));
	if (Math.abs(timestamp - request.now / 1000) > TIMESTAMP_WINDOW_SECONDS) {
		return failed('The oauth_timestamp is invalid or expired.');
	}
	if (!nonces.isNew(value('oauth_nonce'), request.now)) {
		return failed('The oauth_nonce was already used.');
	}
	return { oauth };
}

function failed(description: string): Verdict {
	return { refusal: gatewayError(401, 'AUTHENTICATION_FAILED', description) };
}

function signatureFits(text: string, signature: Buffer, method: string, key: KeyObject): boolean {
	const padding =
		method === 'RSA-PSS'
			? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }
			: { padding: constants.RSA_PKCS1_PADDING };
	return verifyBytes('sha256', Buffer.from(text), { key, ...padding }, signature);
}
