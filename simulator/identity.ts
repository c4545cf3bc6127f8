// The keys and credentials shared by the simulator and its one client.
import {
	createPrivateKey,
	createPublicKey,
	generateKeyPair,
	randomBytes,
	type KeyObject,
} from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { isJsonObject } from './http';
import { createCertificatePem, createPkcs12 } from './keyFiles';

/** A private key and the file that Mastercard's portal would issue for it. */
export interface IssuedKey {
	/** PKCS#8 PEM of the private key. */
	pem: string;
	/** Base64 of a .p12 file if the client holds the private key; a PEM certificate if Mastercard holds it. */
	file: string;
}

/** All secrets, in a form that can be stored as JSON. */
export interface Identity {
	consumerKey: string;
	/** Held by the client, signs its requests. */
	signingKey: IssuedKey;
	/** Held by Mastercard, decrypts requests (the portal's "Client Encryption Key"). */
	requestEncryptionKey: IssuedKey;
	/** Held by the client, decrypts responses (the portal's "Mastercard Encryption Key"). */
	responseEncryptionKey: IssuedKey;
	/** The client's key for card references, Base64. */
	cardReferenceKey: string;
	/** Open Finance credentials. */
	openFinance: { appKey: string; partnerId: string; partnerSecret: string };
}

const IDENTITY_FILE = 'identity.json';

/**
 * Loads the identity stored in `folder`; if there is none, creates and stores one. Without a folder, a new identity
 * is created and kept in memory only.
 * @throws if the folder holds an invalid identity file or cannot be written to
 */
export async function loadOrCreateIdentity(folder?: string): Promise<Identity> {
	if (folder === undefined) return createIdentity();
	const file = join(folder, IDENTITY_FILE);
	const stored = await readFile(file, 'utf8').catch(() => undefined);
	if (stored !== undefined) return parseIdentity(stored, file);
	const identity = await createIdentity();
	await mkdir(folder, { recursive: true, mode: 0o700 });
	await writeFile(file, JSON.stringify(identity, null, '\t'), { mode: 0o600 });
	return identity;
}

/** The public key that belongs to a PEM private key. */
export function getPublicKey(privateKeyPem: string): KeyObject {
	return createPublicKey(createPrivateKey(privateKeyPem));
}

async function createIdentity(): Promise<Identity> {
	const [signing, request, response] = await Promise.all([
		generatePrivateKey(),
		generatePrivateKey(),
		generatePrivateKey(),
	]);
	return {
		// Same format as the portal's consumer keys: 48 characters of client ID, "!", 48 of key ID.
		consumerKey: `${randomBytes(36).toString('base64url')}!${randomBytes(24).toString('hex')}`,
		signingKey: { pem: signing, file: createPkcs12(signing, 'simulator signing key') },
		requestEncryptionKey: {
			pem: request,
			file: createCertificatePem(request, 'simulator client encryption key'),
		},
		responseEncryptionKey: {
			pem: response,
			file: createPkcs12(response, 'simulator Mastercard encryption key'),
		},
		cardReferenceKey: randomBytes(32).toString('base64'),
		openFinance: {
			appKey: randomBytes(16).toString('hex'),
			partnerId: String(2445580000000 + randomBytes(3).readUIntBE(0, 3)),
			partnerSecret: randomBytes(12).toString('hex').replace(/^./, 'a'),
		},
	};
}

async function generatePrivateKey(): Promise<string> {
	const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
	return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

function parseIdentity(text: string, file: string): Identity {
	try {
		const value: unknown = JSON.parse(text);
		if (isIdentity(value)) return value;
	} catch {
		// The original error would quote the file's contents.
	}
	throw new Error(
		`${file} is not a valid identity of the Mastercard simulator. Delete it, and a new one will be created.`,
	);
}

function isIdentity(value: unknown): value is Identity {
	if (!isJsonObject(value) || !isJsonObject(value['openFinance'])) return false;
	return ['signingKey', 'requestEncryptionKey', 'responseEncryptionKey'].every((name) => {
		const key = value[name];
		// Throws if the text is not a key.
		return isJsonObject(key) && createPrivateKey(String(key['pem'])).type === 'private';
	});
}
