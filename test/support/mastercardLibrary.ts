// Mastercard's own encryption library as published, with nothing replaced: it reads the fixtures from their files.
import path from 'node:path';
import { JweEncryption } from 'mastercard-client-encryption';

const keyPath = (name: string) => path.join(__dirname, '..', 'fixtures', 'keys', name);
const FIELD = 'encryptedData';

const library = new JweEncryption({
	paths: [
		{
			path: '.*',
			toEncrypt: [{ element: '$', obj: '$' }],
			toDecrypt: [{ element: FIELD, obj: '$' }],
		},
	],
	encryptedValueFieldName: FIELD,
	encryptionCertificate: keyPath('mastercard.certificate.pem'),
	privateKey: keyPath('mastercard.pkcs8.pem'),
});

/** @returns a token for `mastercard.pkcs8.pem` */
export function libraryEncrypt(body: object): string {
	// The library modifies the given body.
	return library.encrypt('/', {}, structuredClone(body)).body[FIELD] ?? '';
}

/** @returns the JSON value decrypted from a token for `mastercard.certificate.pem` */
export function libraryDecrypt(token: string): unknown {
	return library.decrypt({ request: { url: '/' }, body: { [FIELD]: token } });
}
