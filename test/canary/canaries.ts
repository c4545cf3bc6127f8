// Cards and secrets that are made for one run, so that wherever one turns up, it came from there.
import { createPrivateKey, generateKeyPairSync, randomBytes, randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Simulator } from '../../simulator/server';
import { withCheckDigit } from '../support/cardNumbers';

/** What must turn up nowhere, by the name that a finding gives it. */
export interface Canaries {
	secrets: Readonly<Record<string, string>>;
	cards: readonly string[];
}

const digits = (count: number) => Array.from({ length: count }, () => randomInt(10)).join('');
/** With the characters that URLs, HTML, JSON and Base64 write differently, and stretches of others between. */
const awkward = () => {
	const letters = () => randomBytes(12).toString('base64url').replace(/\W|_/g, 'x');
	return `${letters()}"&<${letters()}'+/%${letters()}\\=`;
};

/** Card numbers that no other run has. */
export const createCards = (count: number): string[] =>
	Array.from({ length: count }, () => withCheckDigit(`5${digits(14)}`));

/**
 * The simulator's two credentials with as many canaries as they have room for. Its own consumer key and app key are
 * different for each simulator; passwords, and what nobody verifies, are made here.
 *
 * @param identityFolder of the simulator
 */
export function createCanaryCredentials(simulator: Simulator, identityFolder: string) {
	const identity = JSON.parse(
		readFileSync(path.join(identityFolder, 'identity.json'), 'utf8'),
	) as Record<'signingKey' | 'responseEncryptionKey', { pem: string }>;
	const protect = (pem: string, passphrase: string) =>
		createPrivateKey(pem)
			.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase })
			.toString();
	const sealing = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const sealingKey = sealing.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
	const [signingPassword, decryptionPassword, sealingPassword] = [awkward(), awkward(), awkward()];

	const mastercardApi = {
		...simulator.credential,
		signingKey: protect(identity.signingKey.pem, signingPassword),
		signingKeyAlias: '',
		signingKeyPassword: signingPassword,
		decryptionKey: protect(identity.responseEncryptionKey.pem, decryptionPassword),
		decryptionKeyAlias: '',
		decryptionKeyPassword: decryptionPassword,
		cardReferenceKey: awkward(),
		cardSealingKey: protect(sealingKey, sealingPassword),
		cardSealingKeyPassword: sealingPassword,
	};
	const mastercardOpenFinanceApi = {
		...simulator.openFinanceCredential,
		appKey: awkward(),
		partnerSecret: awkward(),
	};
	const { consumerKey } = mastercardApi;
	const [clientId = '', keyId = ''] = consumerKey.split('!');
	const { appKey, partnerId, partnerSecret } = mastercardOpenFinanceApi;
	return {
		credentials: { mastercardApi, mastercardOpenFinanceApi },
		/** Of the first credential, as a response may quote them; of the keys, a few lines. */
		mastercardSecrets: {
			consumerKey,
			clientId,
			keyId,
			signingPassword,
			decryptionPassword,
			sealingPassword,
			cardReferenceKey: mastercardApi.cardReferenceKey,
			signingKey: mastercardApi.signingKey.slice(100, 300),
			cardSealingKey: mastercardApi.cardSealingKey.slice(100, 300),
		},
		openFinanceSecrets: { appKey, partnerId, partnerSecret },
		/** What the hostile token response gives out: as any token, good for a header. */
		token: awkward(),
		sealingPublicKey: sealing.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
	};
}

export type CanaryCredentials = ReturnType<typeof createCanaryCredentials>;
