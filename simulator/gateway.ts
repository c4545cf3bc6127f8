// Handles one call: authenticate, route, decrypt, run the operation.
import type { KeyObject } from 'node:crypto';
import { cryptographyError } from './cca/requestErrors';
import { CREDIT_ANALYTICS } from './creditAnalytics';
import { errorResponse, gatewayErrorResponse } from './errors';
import { isJsonObject, parseJson, type ReceivedRequest, type SimulatedResponse } from './http';
import { decryptJwe } from './jwe/decrypt';
import type { NonceStore } from './oauth1/nonceStore';
import { verifyRequest, type RegisteredClient } from './oauth1/verifyRequest';
import { isOpenFinancePath, type OpenFinance } from './openFinance/openFinance';
import { getCardNumbers, type RecordedCall } from './recordedCalls';
import { findRoute } from './routes';

export interface GatewayState {
	client: RegisteredClient;
	nonces: NonceStore;
	/** Decrypts requests. */
	requestDecryptionKey: KeyObject;
	openFinance: OpenFinance;
}

export interface HandledRequest {
	response: SimulatedResponse;
	/** Rejected because of its signature, timestamp or nonce: faults never replace such a rejection. */
	isRejected?: true;
	/** The field name under which a 200 is to be encrypted. */
	encryptedFieldName?: string;
}

/** Accepted names of the field that holds the JWE; the response uses the same name as the request. */
const ENCRYPTED_FIELD_NAMES = ['encryptedData', 'encryptedValue'];

/** Handles a request and completes its record. */
export function handleRequest(
	request: ReceivedRequest,
	call: RecordedCall,
	state: GatewayState,
): HandledRequest {
	const query = new URLSearchParams(request.rawQuery);
	const receivedBody = parseJson(request.rawBody.toString('utf8'));
	const { headers, now } = request;
	if (isOpenFinancePath(request.path)) {
		call.body = receivedBody;
		const operationRequest = { query, body: receivedBody, headers, now };
		return { response: state.openFinance.handleRequest(request, operationRequest) };
	}

	const rejection = verifyRequest(request, state.client, state.nonces);
	if (rejection !== undefined) return { response: rejection, isRejected: true };
	const match = findRoute(CREDIT_ANALYTICS, request);
	if (match === undefined) {
		return {
			response: gatewayErrorResponse(404, 'NOT_FOUND', 'The requested resource was not found.'),
		};
	}
	const { route, pathParameters } = match;
	const decrypted: DecryptedBody = route.encrypted
		? decryptBody(receivedBody, state.requestDecryptionKey)
		: { body: receivedBody };
	if ('rejection' in decrypted) return { response: decrypted.rejection };
	const { body, fieldName } = decrypted;

	call.body = body;
	call.cardCount = getCardNumbers(body).length;
	const response = route.handle({ query, body, pathParameters, headers, now });
	return { response, encryptedFieldName: fieldName };
}

type DecryptedBody = { body: unknown; fieldName?: string } | { rejection: SimulatedResponse };

function decryptBody(received: unknown, key: KeyObject): DecryptedBody {
	const envelope = isJsonObject(received) ? received : {};
	const fieldName = ENCRYPTED_FIELD_NAMES.find((name) => typeof envelope[name] === 'string');
	if (fieldName === undefined) {
		return { rejection: errorResponse(400, cryptographyError('Request is not encrypted')) };
	}
	const text = decryptJwe(String(envelope[fieldName]), key);
	const body = text === undefined ? undefined : parseJson(text);
	if (body === undefined) {
		return { rejection: errorResponse(400, cryptographyError('Request could not be decrypted')) };
	}
	return { body, fieldName };
}
