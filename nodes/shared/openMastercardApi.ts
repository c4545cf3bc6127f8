/** The door to Mastercard's standalone APIs: encrypts, lets the credential sign and send, reads, decrypts. */
import type { IExecuteFunctions } from 'n8n-workflow';
import {
	decryptionKeyOf,
	encryptionCertificateOf,
	signingKeyOf,
	toMastercardApiCredential,
	type MastercardApiCredential,
} from '../../mastercard/credential';
import { baseUrlFor } from '../../mastercard/environment';
import { unreadable } from '../../mastercard/errors/failureFrom';
import { checkConsumerKey } from '../../mastercard/keys/consumerKey';
import { requestUrl } from '../../mastercard/oauth1/requestUrl';
import { decryptPayload } from '../../mastercard/payloadEncryption/decryptPayload';
import { encryptPayload } from '../../mastercard/payloadEncryption/encryptPayload';
import { PayloadEncryptionError } from '../../mastercard/payloadEncryption/payloadEncryptionError';
import type { Connection, Reply } from './connection';
import { credentialFlaw } from './credentialFlaw';
import type { RowFailure } from './failureItems';
import { notJson, readBody, sendOnce, type RawAnswer } from './http';
import type { ApiRequest } from './operation';

const CREDENTIAL = 'mastercardApi';

/**
 * Opens the connection of the credential 'Mastercard API'. Its fields are checked here, so that a wrong one
 * is named once and nothing is sent.
 *
 * @param encrypts Whether the node's API encrypts payloads; if not, the encryption fields may be empty.
 */
export function openMastercardApi(encrypts: boolean) {
	return async (context: IExecuteFunctions): Promise<Connection | RowFailure> => {
		const credential = toMastercardApiCredential(await context.getCredentials(CREDENTIAL));
		const flaw = flawIn(credential, encrypts);
		if (flaw !== null) return flaw;
		const baseUrl = baseUrlFor(credential.environment, credential.baseUrl);

		return {
			secrets: secretsOf(credential),
			async send(request, timeoutMs) {
				const attempt = await sendOnce(context, CREDENTIAL, {
					method: request.method,
					url: requestUrl({ url: baseUrl + request.path, qs: request.query }),
					timeout: timeoutMs,
					...bodyOf(request, credential),
				});
				if (attempt.kind === 'unanswered') return attempt;
				return { ...attempt, answer: readReply(attempt.answer, request, credential) };
			},
		};
	};
}

function flawIn(credential: MastercardApiCredential, encrypts: boolean): RowFailure | null {
	const now = new Date();
	try {
		baseUrlFor(credential.environment, credential.baseUrl);
		checkConsumerKey(credential.consumerKey, credential.environment === 'custom');
		signingKeyOf(credential, now);
		if (encrypts) {
			encryptionCertificateOf(credential, now);
			decryptionKeyOf(credential, now);
		}
		return null;
	} catch (error) {
		return credentialFlaw(error);
	}
}

/** Encryption happens here and not in the credential, which n8n may run twice on one request. */
function bodyOf({ body, encrypted }: ApiRequest, credential: MastercardApiCredential) {
	if (body === undefined) return {};
	const sent =
		encrypted === true
			? encryptPayload(body, {
					certificate: encryptionCertificateOf(credential, new Date()),
					fieldName: credential.encryptedValueFieldName,
				})
			: body;
	// Text, because the exact bytes are signed.
	return { body: JSON.stringify(sent), headers: { 'Content-Type': 'application/json' } };
}

/** Fails closed: a result in clear where an encrypted one was due is not believed. */
function readReply(
	raw: RawAnswer,
	request: ApiRequest,
	credential: MastercardApiCredential,
): Reply {
	const answer = readBody(raw);
	if (request.encrypted !== true)
		return answer.isJson || raw.status !== 200 ? { answer } : notJson(raw);
	try {
		const body = decryptPayload(answer.body, {
			privateKey: decryptionKeyOf(credential, new Date()),
			fieldName: credential.encryptedValueFieldName,
		});
		return { answer: { ...answer, body } };
	} catch (error) {
		// Errors may come in clear: whether Mastercard encrypts them is not documented.
		if (raw.status !== 200) return { answer };
		if (!answer.isJson) return notJson(raw);
		return {
			failure: unreadable(
				answer,
				error instanceof PayloadEncryptionError ? error.code : 'UNREADABLE_ANSWER',
				error instanceof PayloadEncryptionError
					? error.message
					: "Mastercard's answer is unreadable",
				'The call may have been charged, and was therefore not repeated.',
			),
		};
	}
}

function secretsOf(credential: MastercardApiCredential): string[] {
	return [
		credential.consumerKey,
		credential.signingKey,
		credential.signingKeyPassword,
		credential.decryptionKey,
		credential.decryptionKeyPassword,
		credential.cardReferenceKey,
	];
}
