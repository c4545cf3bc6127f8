/** The door to Mastercard's standalone APIs: encrypts, lets the credential sign and send, reads, decrypts. */
import type { IExecuteFunctions } from 'n8n-workflow';
import type { Attempt } from '../../../batch/types';
import {
	decryptionKeyOf,
	encryptionCertificateOf,
	signingKeyOf,
	toMastercardApiCredential,
	type MastercardApiCredential,
} from '../../../mastercard/credential';
import { baseUrlFor } from '../../../mastercard/environment';
import { unreadable } from '../../../mastercard/errors/failureFromResponse';
import { checkConsumerKey } from '../../../mastercard/keys/consumerKey';
import { requestUrl } from '../../../credentials/authentication/requestUrl';
import {
	decryptPayload,
	type DecryptOptions,
} from '../../../mastercard/encryption/decryptPayload';
import {
	encryptPayload,
	type EncryptOptions,
} from '../../../mastercard/encryption/encryptPayload';
import { PayloadEncryptionError } from '../../../mastercard/encryption/PayloadEncryptionError';
import type { Connection, Reply } from './transport';
import { credentialFlaw } from '../credentialFlaw';
import type { RowFailure } from '../output/errorItem';
import { notJson, readBody, sendOnce, type RawAnswer } from './http';
import type { ApiRequest } from '../operation';

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
		const opened = readKeys(credential, encrypts);
		if ('message' in opened) return opened;

		return {
			secrets: secretsOf(credential),
			async send(request, timeoutMs) {
				const options = optionsOf(request, opened);
				if (options === null) return NOT_ENCRYPTED;
				const attempt = await sendOnce(context, CREDENTIAL, { ...options, timeout: timeoutMs });
				if (attempt.kind === 'unanswered') return attempt;
				return { ...attempt, answer: readReply(attempt.answer, opened.encryption) };
			},
		};
	};
}

/** How an API encrypts; null for one that does not. */
type Encryption = (EncryptOptions & DecryptOptions) | null;

interface Opened {
	baseUrl: string;
	encryption: Encryption;
}

const NOT_ENCRYPTED: Attempt<never> = {
	kind: 'unanswered',
	cause: 'notReady',
	message: 'The request could not be encrypted, so it was not sent',
};

/** Once for a run: a certificate that expires during it must not take the rest of the rows with it. */
function readKeys(credential: MastercardApiCredential, encrypts: boolean): Opened | RowFailure {
	const now = new Date();
	try {
		const baseUrl = baseUrlFor(credential.environment, credential.baseUrl);
		checkConsumerKey(credential.consumerKey, credential.environment === 'custom');
		signingKeyOf(credential, now);
		if (!encrypts) return { baseUrl, encryption: null };
		return {
			baseUrl,
			encryption: {
				certificate: encryptionCertificateOf(credential, now),
				privateKey: decryptionKeyOf(credential, now),
				fieldName: credential.encryptedValueFieldName,
			},
		};
	} catch (error) {
		return credentialFlaw(error);
	}
}

/**
 * Encryption happens here and not in the credential, which n8n may run twice on one request.
 * @returns Null when the body cannot be encrypted as a whole: then nothing is sent.
 */
function optionsOf({ method, path, query, body }: ApiRequest, { baseUrl, encryption }: Opened) {
	const request = { method, url: requestUrl({ url: baseUrl + path, qs: query }) };
	if (body === undefined) return request;
	try {
		const sent = encryption === null ? body : encryptPayload(body, encryption);
		// Text, because the exact bytes are signed.
		return {
			...request,
			body: JSON.stringify(sent),
			headers: { 'Content-Type': 'application/json' },
		};
	} catch {
		return null;
	}
}

/** Fails closed: a result in clear where an encrypted one was due is not believed. */
function readReply(raw: RawAnswer, encryption: Encryption): Reply {
	const answer = readBody(raw);
	if (encryption === null) return answer.isJson || raw.status !== 200 ? { answer } : notJson(raw);
	try {
		const body = decryptPayload(answer.body, encryption);
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
