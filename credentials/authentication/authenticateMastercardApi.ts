/** What the credential does with every request of n8n, and a little more with the request of its own test. */
import {
	getCardSealingKey,
	getDecryptionKey,
	getEncryptionCertificate,
	getSigningKey,
	toMastercardApiCredential,
	type MastercardApiCredential,
} from '../../mastercard/credential';
import { signRequest, type SignedParts } from './signRequest';
import type { RequestOptions } from './requestOptions';
import { stripErrorCode } from './stripErrorCode';

/** A path of Consumer Credit Analytics where there is no operation, so that a request costs nothing. */
export const TEST_PATH = '/consumer/credit-analytics/credential-test';

/**
 * @param options n8n's description of the request, left as it is
 * @param credentials as n8n decrypted them
 * @returns the signed request; see `signRequest`
 * @throws Error with a sentence to show, and without a `code`: the credential test would show that in its place
 */
export async function authenticateMastercardApi<T extends RequestOptions>(
	options: T,
	credentials: Record<string, unknown>,
	now: Date,
): Promise<T & SignedParts> {
	try {
		const credential = toMastercardApiCredential(credentials);
		const { key } = await getSigningKey(credential, now);
		const signed = signRequest(options, credential, key);
		if (new URL(signed.url).pathname.endsWith(TEST_PATH)) {
			await checkEncryptionFields(credential, now);
		}
		return signed;
	} catch (cause) {
		throw stripErrorCode(cause);
	}
}

/** Used only by some APIs, and therefore checked only when filled in, and not by the requests of other APIs. */
async function checkEncryptionFields(
	credential: MastercardApiCredential,
	now: Date,
): Promise<void> {
	if (credential.encryptionCertificate.trim() !== '') {
		await getEncryptionCertificate(credential, now);
	}
	await getDecryptionKey(credential, now);
	if (credential.cardSealingKey.trim() !== '') await getCardSealingKey(credential);
}
