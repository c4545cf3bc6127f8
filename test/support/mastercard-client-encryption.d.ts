/** The parts of `mastercard-client-encryption` that the tests use; the package ships no types (its issue #63). */
declare module 'mastercard-client-encryption' {
	interface JweConfig {
		paths: Array<{
			path: string;
			toEncrypt: Array<{ element: string; obj: string }>;
			toDecrypt: Array<{ element: string; obj: string }>;
		}>;
		encryptedValueFieldName: string;
		/** Both are paths of files. */
		encryptionCertificate: string;
		privateKey: string;
	}

	export class JweEncryption {
		constructor(config: JweConfig);
		encrypt(endpoint: string, header: object, body: object): { body: Record<string, string> };
		decrypt(response: { request: { url: string }; body: object }): unknown;
	}
}
