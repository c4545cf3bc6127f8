// What a user pastes into the n8n credential, made from the identity.
import forge from 'node-forge';
import type { Identity } from './identity';

/** The fields of the n8n credential `mastercardApi`. */
export interface SandboxCredential {
	environment: 'custom';
	baseUrl: string;
	consumerKey: string;
	/** Base64 of a .p12 */
	signingKey: string;
	signingKeyAlias: string;
	signingKeyPassword: string;
	/** PEM */
	encryptionCertificate: string;
	/** Base64 of a .p12 */
	decryptionKey: string;
	decryptionKeyAlias: string;
	decryptionKeyPassword: string;
	encryptedValueFieldName: string;
	cardReferenceKey: string;
}

/** The fields of the n8n credential `mastercardOpenFinanceApi`. */
export interface SandboxOpenFinanceCredential {
	baseUrl: string;
	appKey: string;
	partnerId: string;
	partnerSecret: string;
}

// Mastercard's defaults for sandbox keys.
const ALIAS = 'keyalias';
const PASSWORD = 'keystorepassword';

/** The `mastercardApi` fields that reach the server at `url`. */
export function credentialFor(identity: Identity, url: string): SandboxCredential {
	return {
		environment: 'custom',
		baseUrl: url,
		consumerKey: identity.consumerKey,
		signingKey: pkcs12(identity.signingKey, 'local signing key'),
		signingKeyAlias: ALIAS,
		signingKeyPassword: PASSWORD,
		encryptionCertificate: forge.pki.certificateToPem(
			certificate(identity.requestKey, 'local client encryption key'),
		),
		decryptionKey: pkcs12(identity.answerKey, 'local Mastercard encryption key'),
		decryptionKeyAlias: ALIAS,
		decryptionKeyPassword: PASSWORD,
		encryptedValueFieldName: 'encryptedData',
		cardReferenceKey: identity.cardReferenceKey,
	};
}

/** The `mastercardOpenFinanceApi` fields that reach the server at `url`. */
export function openFinanceCredentialFor(
	identity: Identity,
	url: string,
): SandboxOpenFinanceCredential {
	return { baseUrl: url, ...identity.openFinance };
}

function certificate(privateKeyPem: string, commonName: string): forge.pki.Certificate {
	const privateKey = forge.pki.privateKeyFromPem(privateKeyPem);
	const made = forge.pki.createCertificate();
	made.publicKey = forge.pki.setRsaPublicKey(privateKey.n, privateKey.e);
	made.serialNumber = '01';
	// Fixed dates: the same key gives the same certificate at every start.
	made.validity.notBefore = new Date('2026-01-01T00:00:00Z');
	made.validity.notAfter = new Date('2046-01-01T00:00:00Z');
	const name = [{ name: 'commonName', value: commonName }];
	made.setSubject(name);
	made.setIssuer(name);
	made.sign(privateKey, forge.md.sha256.create());
	return made;
}

/** Protected as the portal's files are: triple DES, SHA-1 MAC, 2048 rounds. */
function pkcs12(privateKeyPem: string, commonName: string): string {
	const file = forge.pkcs12.toPkcs12Asn1(
		forge.pki.privateKeyFromPem(privateKeyPem),
		[certificate(privateKeyPem, commonName)],
		PASSWORD,
		{ algorithm: '3des', friendlyName: ALIAS },
	);
	return Buffer.from(forge.asn1.toDer(file).getBytes(), 'binary').toString('base64');
}
