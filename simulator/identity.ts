// Who this local Mastercard is, and who its one client is: the keys and the consumer key of both sides.
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
import { certificatePem, pkcs12 } from './keyFiles';

/** A private key, PKCS#8 PEM, and the file that a portal would hand out for it. */
export interface KeyFile {
	pem: string;
	/** Base64 of a .p12 for a key that the client holds; PEM of a certificate for one that Mastercard holds. */
	file: string;
}

/** Everything secret, as text that can be kept in a file. */
export interface Identity {
	consumerKey: string;
	/** The client's key that signs requests. */
	signing: KeyFile;
	/** Mastercard's key that opens requests ("Client Encryption Key"). */
	request: KeyFile;
	/** The client's key that opens answers ("Mastercard Encryption Key"). */
	answer: KeyFile;
	/** The client's key for its card references, Base64. */
	cardReferenceKey: string;
	/** Open Finance sign-in. */
	openFinance: { appKey: string; partnerId: string; partnerSecret: string };
}

const FILE = 'identity.json';

/**
 * The identity kept in `folder`, or a new one, which is then kept there. Without a folder it lives in memory only.
 * @throws when the folder holds an identity file that is not one of ours, or cannot be written
 */
export async function openIdentity(folder?: string): Promise<Identity> {
	if (folder === undefined) return createIdentity();
	const file = join(folder, FILE);
	const kept = await readFile(file, 'utf8').catch(() => undefined);
	if (kept !== undefined) return parseIdentity(kept, file);
	const identity = await createIdentity();
	await mkdir(folder, { recursive: true, mode: 0o700 });
	await writeFile(file, JSON.stringify(identity, null, '\t'), { mode: 0o600 });
	return identity;
}

/** The public half of a PEM private key. */
export function publicKeyOf(privateKeyPem: string): KeyObject {
	return createPublicKey(createPrivateKey(privateKeyPem));
}

async function createIdentity(): Promise<Identity> {
	const [signing, request, answer] = await Promise.all([newKey(), newKey(), newKey()]);
	return {
		// The shape of the portal's keys: 48 characters of client id, 48 of key id.
		consumerKey: `${randomBytes(36).toString('base64url')}!${randomBytes(24).toString('hex')}`,
		signing: { pem: signing, file: pkcs12(signing, 'local signing key') },
		request: { pem: request, file: certificatePem(request, 'local client encryption key') },
		answer: { pem: answer, file: pkcs12(answer, 'local Mastercard encryption key') },
		cardReferenceKey: randomBytes(32).toString('base64'),
		openFinance: {
			appKey: randomBytes(16).toString('hex'),
			partnerId: String(2445580000000 + randomBytes(3).readUIntBE(0, 3)),
			partnerSecret: randomBytes(12).toString('hex').replace(/^./, 'a'),
		},
	};
}

async function newKey(): Promise<string> {
	const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
	return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

function parseIdentity(text: string, file: string): Identity {
	try {
		const value: unknown = JSON.parse(text);
		if (isIdentity(value)) return value;
	} catch {
		// Told below: what is wrong inside the file would quote it.
	}
	throw new Error(
		`${file} is not a local Mastercard's identity: delete it to have a new one made.`,
	);
}

function isIdentity(value: unknown): value is Identity {
	if (!isJsonObject(value) || !isJsonObject(value['openFinance'])) return false;
	return ['signing', 'request', 'answer'].every((name) => {
		const key = value[name];
		// Throws for a text that is no key.
		return isJsonObject(key) && createPrivateKey(String(key['pem'])).type === 'private';
	});
}
