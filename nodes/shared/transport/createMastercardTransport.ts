/** Transport for Mastercard's standalone APIs: encrypts, lets the credential sign and send, parses, decrypts. */
import type { Attempt } from '../../../batch/types';
import { buildUrl } from '../../../credentials/authentication/requestUrl';
import { parseBody, type RawResponse } from '../../../credentials/authentication/httpResponse';
import {
	describeExpiries,
	getDecryptionKey,
	getEncryptionCertificate,
	toMastercardApiCredential,
	type MastercardApiCredential,
} from '../../../mastercard/credential';
import { decryptPayload, type DecryptOptions } from '../../../mastercard/encryption/decryptPayload';
import { encryptPayload, type EncryptOptions } from '../../../mastercard/encryption/encryptPayload';
import type { PayloadEncryptionError } from '../../../mastercard/encryption/PayloadEncryptionError';
import { getBaseUrl } from '../../../mastercard/environment';
import { unusableResponseFailure } from '../../../mastercard/errors/responseFailure';
import { parseConsumerKey } from '../../../mastercard/keys/consumerKey';
import { createResponseRedactor, type RedactResponse } from '../../../mastercard/redactResponse';
import { invalidCredential, type RowFailure } from '../failure';
import { addWarnings } from '../output/hints';
import { nonJsonResponse, sendRequest } from './http';
import { networkError } from './networkErrors';
import type { ApiRequest, ApiResponse, TransportFactory } from './transport';

const CREDENTIAL = 'mastercardApi';

/**
 * Opens the credential 'Mastercard API'. Its fields are checked here, so that an invalid one is named once
 * and nothing is sent.
 *
 * @param encrypts Whether the node's API encrypts payloads; if not, the encryption fields may be empty.
 */
export function createMastercardTransport({ encrypts }: { encrypts: boolean }): TransportFactory {
	return async (context, cards) => {
		const prepared = await prepare(await context.getCredentials(CREDENTIAL), encrypts);
		if ('message' in prepared) return prepared;

		const redact = createResponseRedactor(getSecrets(prepared.credential), cards);
		addWarnings(context, prepared.warnings);
		return {
			async send(request, timeoutMs) {
				const options = buildOptions(request, prepared);
				if (options === null) return networkError('requestNotBuilt');
				const attempt: Attempt<RawResponse> = await sendRequest(context, CREDENTIAL, {
					...options,
					timeout: timeoutMs,
				});
				if (attempt.kind === 'networkError') return attempt;
				return {
					...attempt,
					response: parseResponse(attempt.response, prepared.encryption, redact),
				};
			},
		};
	};
}

/** How an API encrypts; null for one that does not. */
type Encryption = (EncryptOptions & DecryptOptions) | null;

interface PreparedCredential {
	credential: MastercardApiCredential;
	baseUrl: string;
	encryption: Encryption;
	/** What to show above the output, such as a key that expires soon. */
	warnings: string[];
}

/** Once for a run: a certificate that expires during it must not take the rest of the rows with it. */
async function prepare(
	raw: Record<string, unknown>,
	encrypts: boolean,
): Promise<PreparedCredential | RowFailure> {
	const now = new Date();
	try {
		const credential = toMastercardApiCredential(raw);
		const baseUrl = getBaseUrl(credential.environment, credential.baseUrl);
		parseConsumerKey(credential.consumerKey, credential.environment === 'custom');
		const warnings = await describeExpiries(credential, encrypts, now);
		if (!encrypts) return { credential, baseUrl, warnings, encryption: null };
		return {
			credential,
			baseUrl,
			warnings,
			encryption: {
				certificate: await getEncryptionCertificate(credential, now),
				privateKey: await getDecryptionKey(credential, now),
				fieldName: credential.encryptedValueFieldName,
			},
		};
	} catch (error) {
		return invalidCredential(error);
	}
}

/**
 * Encryption happens here and not in the credential, which n8n may run twice on one request.
 * @returns Null when the body cannot be encrypted as a whole: then nothing is sent.
 */
function buildOptions(
	{ method, path, query, body }: ApiRequest,
	{ baseUrl, encryption }: PreparedCredential,
) {
	const request = { method, url: buildUrl({ url: baseUrl + path, qs: query }) };
	if (body === undefined) return request;
	try {
		const payload = encryption === null ? body : encryptPayload(body, encryption);
		// Text, because the exact bytes are signed.
		return {
			...request,
			body: JSON.stringify(payload),
			headers: { 'Content-Type': 'application/json' },
		};
	} catch {
		return null;
	}
}

/** Fails closed: a plaintext result is not accepted where an encrypted one is due. */
function parseResponse(
	raw: RawResponse,
	encryption: Encryption,
	redact: RedactResponse,
): ApiResponse {
	const response = parseBody(raw);
	if (encryption === null) {
		const isUsable = response.isJson || raw.status !== 200;
		return isUsable ? { response: redact(response) } : nonJsonResponse(redact(response));
	}
	try {
		const body = decryptPayload(response.body, encryption);
		return { response: redact({ ...response, body }) };
	} catch (error) {
		const redacted = redact(response);
		// Errors may come unencrypted: whether Mastercard encrypts them is not documented.
		if (raw.status !== 200) return { response: redacted };
		if (!response.isJson) return nonJsonResponse(redacted);
		const { code, message } = error as PayloadEncryptionError;
		return {
			failure: unusableResponseFailure(
				redacted,
				code,
				message,
				'The call may have been charged, so it was not repeated.',
			),
		};
	}
}

function getSecrets(credential: MastercardApiCredential): string[] {
	return [
		credential.consumerKey,
		credential.signingKey,
		credential.signingKeyPassword,
		credential.decryptionKey,
		credential.decryptionKeyPassword,
		credential.cardReferenceKey,
		credential.cardSealingKey,
		credential.cardSealingKeyPassword,
	];
}
