// Creates the files that Mastercard's portal issues: .p12 keystores and certificates.
import forge from 'node-forge';

// The portal's defaults for Sandbox keys.
export const KEY_ALIAS = 'keyalias';
export const KEYSTORE_PASSWORD = 'keystorepassword';

/** A self-signed PEM certificate for the public key that belongs to a PEM private key. */
export function createCertificatePem(privateKeyPem: string, commonName: string): string {
	return forge.pki.certificateToPem(createCertificate(privateKeyPem, commonName));
}

function createCertificate(privateKeyPem: string, commonName: string): forge.pki.Certificate {
	const privateKey = forge.pki.privateKeyFromPem(privateKeyPem);
	const certificate = forge.pki.createCertificate();
	certificate.publicKey = forge.pki.setRsaPublicKey(privateKey.n, privateKey.e);
	certificate.serialNumber = '01';
	// Fixed dates, so that a key always has the same certificate.
	certificate.validity.notBefore = new Date('2026-01-01T00:00:00Z');
	certificate.validity.notAfter = new Date('2046-01-01T00:00:00Z');
	const name = [{ name: 'commonName', value: commonName }];
	certificate.setSubject(name);
	certificate.setIssuer(name);
	certificate.sign(privateKey, forge.md.sha256.create());
	return certificate;
}

/**
 * A PEM private key as a Base64 .p12 keystore, protected like the portal's: triple DES, SHA-1 MAC, 2048 iterations.
 */
export function createPkcs12(privateKeyPem: string, commonName: string): string {
	const keystore = forge.pkcs12.toPkcs12Asn1(
		forge.pki.privateKeyFromPem(privateKeyPem),
		[createCertificate(privateKeyPem, commonName)],
		KEYSTORE_PASSWORD,
		{ algorithm: '3des', friendlyName: KEY_ALIAS },
	);
	return Buffer.from(forge.asn1.toDer(keystore).getBytes(), 'binary').toString('base64');
}
