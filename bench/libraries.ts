// Consumer Credit Analytics with Mastercard's two libraries, used as their documentation shows: JSON in, JSON out.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { JweEncryption } from 'mastercard-client-encryption';
import OAuth from 'mastercard-oauth1-signer';
import type { SimulatorCredential } from '../simulator/server';
import { privateKeyFromP12 } from '../test/support/rawMastercardClient';
import type { LibrariesVariant } from './variants';

/** Makes a function that scores a number of cards. The encryption library reads its keys from files. */
export function createLibrariesRun(
	credential: SimulatorCredential,
	cards: readonly string[],
	{ cardsPerCall, concurrency }: LibrariesVariant,
	folder: string,
): () => Promise<void> {
	const certificate = path.join(folder, 'certificate.pem');
	const decryptionKey = path.join(folder, 'decryption.pem');
	writeFileSync(certificate, credential.encryptionCertificate);
	writeFileSync(decryptionKey, toPem(credential.decryptionKey, credential.decryptionKeyPassword));
	const signingKey = toPem(credential.signingKey, credential.signingKeyPassword);
	const jwe = new JweEncryption({
		paths: [
			{
				path: '/scores',
				toEncrypt: [{ element: '$', obj: '$' }],
				toDecrypt: [{ element: 'encryptedData', obj: '$' }],
			},
		],
		encryptedValueFieldName: 'encryptedData',
		encryptionCertificate: certificate,
		privateKey: decryptionKey,
	});
	const url = `${credential.baseUrl}/consumer/credit-analytics/scores`;

	const score = async (pans: readonly string[]): Promise<void> => {
		const { body } = jwe.encrypt(
			'/scores',
			{},
			{
				hasEmbedding: false,
				countryCode: 'USA',
				customerPANs: pans.map((pan) => ({ customerPAN: pan, hasConsent: true })),
				scoreTypes: ['DELINQUENCY'],
				productTypes: ['CREDIT_CARD'],
			},
		);
		const payload = JSON.stringify(body);
		const response = await fetch(url, {
			method: 'POST',
			headers: {
				'Content-Type': 'application/json',
				Authorization: OAuth.getAuthorizationHeader(
					url,
					'POST',
					payload,
					credential.consumerKey,
					signingKey,
				),
			},
			body: payload,
		});
		if (response.status !== 200)
			throw new Error(`The simulator responded with ${response.status}.`);
		jwe.decrypt({ request: { url: '/scores' }, body: (await response.json()) as object });
	};

	const calls = Array.from({ length: Math.ceil(cards.length / cardsPerCall) }, (_, call) =>
		cards.slice(call * cardsPerCall, (call + 1) * cardsPerCall),
	);
	return async () => {
		const queue = calls.values();
		const work = async () => {
			for (const call of queue) await score(call);
		};
		await Promise.all(Array.from({ length: concurrency }, work));
	};
}

function toPem(p12: string, password: string): string {
	return privateKeyFromP12(p12, password).export({ type: 'pkcs8', format: 'pem' }).toString();
}
