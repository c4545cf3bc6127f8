/** Mastercard's JWE engine with keys in memory: as published it reads them from file paths, and parses them on every call. */
import { createHash, X509Certificate, type KeyObject } from 'node:crypto';
import { EncryptionUtils, JweEncryption } from '../libraries';

// The engine loads keys through these, and gets them from us afterwards. Without this it would open files.
EncryptionUtils.readPublicCertificate = () => null;
EncryptionUtils.getPrivateKey = () => null;
// Its own parser turns every text that looks like JSON into something else; ours comes later.
EncryptionUtils.stringToJson = (text) => text;

/** Inside the engine; the name that the API uses is put on outside, where a dot in it is no path. */
export const ENGINE_FIELD = 'encryptedData';

const CONFIG = {
	paths: [
		{
			path: '.*',
			toEncrypt: [{ element: '$', obj: '$' }],
			toDecrypt: [{ element: ENGINE_FIELD, obj: '$' }],
		},
	],
	encryptedValueFieldName: ENGINE_FIELD,
	encryptionCertificate: 'given below',
};
const engines = new WeakMap<X509Certificate | KeyObject, JweEncryption>();

/**
 * @param key Mastercard's certificate for encrypting, our private key for decrypting
 * @returns the engine for it, made once
 */
export function jweEngine(key: X509Certificate | KeyObject): JweEncryption {
	const engine = engines.get(key) ?? createEngine(key);
	engines.set(key, engine);
	return engine;
}

function createEngine(key: X509Certificate | KeyObject): JweEncryption {
	if (!(key instanceof X509Certificate)) {
		const engine = new JweEncryption(CONFIG);
		engine.crypto.privateKey = key;
		return engine;
	}
	const engine = new JweEncryption({ ...CONFIG, publicKeyFingerprint: fingerprint(key.publicKey) });
	engine.crypto.encryptionCertificate = key.publicKey;
	return engine;
}

/** The `kid` of Mastercard's libraries: SHA-256 of the SubjectPublicKeyInfo, in hexadecimal. */
function fingerprint(publicKey: KeyObject): string {
	return createHash('sha256')
		.update(publicKey.export({ type: 'spki', format: 'der' }))
		.digest('hex');
}
