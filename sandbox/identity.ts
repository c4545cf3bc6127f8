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

/** Everything secret, as text that can be kept in a file. All keys are PKCS#8 PEM. */
export interface Identity {
	consumerKey: string;
	/** The client's key that signs requests. */
	signingKey: string;
	/** Mastercard's key that opens requests ("Client Encryption Key"); the client holds its certificate. */
	requestKey: string;
	/** The client's key that opens answers ("Mastercard Encryption Key"). */
	answerKey: string;
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
	const [signingKey, requestKey, answerKey] = await Promise.all([newKey(), newKey(), newKey()]);
	return {
		// The shape of the portal's keys: 48 characters of client id, 48 of key id.
		consumerKey: `${randomBytes(36).toString('base64url')}!${randomBytes(24).toString('hex')}`,
		signingKey,
		requestKey,
		answerKey,
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
		if (isJsonObject(value) && isJsonObject(value['openFinance'])) {
			const keys = [value['signingKey'], value['requestKey'], value['answerKey']];
			keys.forEach((key) => createPrivateKey(String(key)));
			return value as unknown as Identity;
		}
	} catch {
		// Told below: what is wrong inside the file would quote it.
	}
	throw new Error(
		`${file} is not a local Mastercard's identity: delete it to have a new one made.`,
	);
}
