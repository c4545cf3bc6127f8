// Verifies the OAuth 1.0a signature of a request as Mastercard's gateway does.
import { constants, createHash, verify, type KeyObject } from 'node:crypto';
import { gatewayErrorResponse } from '../errors';
import type { ReceivedRequest, SimulatedResponse } from '../http';
import { parseAuthorizationHeader, percentDecode } from './authorizationHeader';
import { getAcceptedBaseStrings } from './baseString';
import type { NonceStore } from './nonceStore';

/** The only client that is registered with the simulated gateway. */
export interface RegisteredClient {
	consumerKey: string;
	signingPublicKey: KeyObject;
}

/** Allowed difference between a timestamp and the simulator's clock. Mastercard publishes no number: assumed. */
export const TIMESTAMP_WINDOW_SECONDS = 300;

/**
 * Checks header, consumer key, body hash, signature, timestamp and nonce, in this order, and reports the first problem.
 * @returns the rejection, or undefined if the request is authenticated
 */
export function verifyRequest(
	request: ReceivedRequest,
	client: RegisteredClient,
	nonces: NonceStore,
): SimulatedResponse | undefined {
	const oauth = parseAuthorizationHeader(request.headers['authorization']);
	if (typeof oauth === 'string') {
		return gatewayErrorResponse(400, 'INVALID_AUTH_HEADER', oauth);
	}
	const getParameter = (name: string) => percentDecode(oauth.get(name) ?? '');

	if (getParameter('oauth_consumer_key') !== client.consumerKey) {
		return authenticationFailed('The oauth_consumer_key is not known.');
	}
	const method = getParameter('oauth_signature_method');
	if (method !== 'RSA-SHA256' && method !== 'RSA-PSS') {
		return authenticationFailed('The oauth_signature_method must be RSA-SHA256 or RSA-PSS.');
	}
	const calculated = createHash('sha256').update(request.rawBody).digest('base64');
	// Percent-decoding leaves the plus signs of a Base64 hash alone.
	const received = getParameter('oauth_body_hash');
	if (calculated !== received) {
		const details = `Calculated: ${calculated}, Received: ${received}`;
		return gatewayErrorResponse(400, 'INVALID_BODY_HASH', 'The body hash does not match.', details);
	}
	const signature = Buffer.from(getParameter('oauth_signature'), 'base64');
	const baseStrings = getAcceptedBaseStrings(request, oauth);
	if (!baseStrings.some((text) => isSignatureValid(text, signature, method, client))) {
		return authenticationFailed(
			`OAuth signatures did not match. Acceptable signature base string: ${baseStrings[0]}`,
		);
	}
	const timestamp = Number(getParameter('oauth_timestamp'));
	if (Math.abs(timestamp - request.now / 1000) > TIMESTAMP_WINDOW_SECONDS) {
		return authenticationFailed('The oauth_timestamp is invalid or expired.');
	}
	if (!nonces.add(getParameter('oauth_nonce'), request.now)) {
		return authenticationFailed('The oauth_nonce was already used.');
	}
	return undefined;
}

function authenticationFailed(description: string): SimulatedResponse {
	return gatewayErrorResponse(401, 'AUTHENTICATION_FAILED', description);
}

function isSignatureValid(
	baseString: string,
	signature: Buffer,
	method: 'RSA-SHA256' | 'RSA-PSS',
	{ signingPublicKey: key }: RegisteredClient,
): boolean {
	const padding =
		method === 'RSA-PSS'
			? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }
			: { padding: constants.RSA_PKCS1_PADDING };
	return verify('sha256', Buffer.from(baseString), { key, ...padding }, signature);
}
