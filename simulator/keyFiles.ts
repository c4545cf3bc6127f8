// Writes the files that Mastercard's portal hands out: .p12 key stores and certificates.
import forge from 'node-forge';

// Mastercard's defaults for sandbox keys.
export const ALIAS = 'keyalias';
export const PASSWORD = 'keystorepassword';

/** A self-signed certificate, PEM, for the public half of a private key (PEM). */
export function certificatePem(privateKeyPem: string, commonName: string): string {
	return forge.pki.certificateToPem(certificate(privateKeyPem, commonName));
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

/** A private key (PEM) as Base64 of a .p12, protected as the portal's files are: triple DES, SHA-1 MAC, 2048 rounds. */
export function pkcs12(privateKeyPem: string, commonName: string): string {
	const file = forge.pkcs12.toPkcs12Asn1(
		forge.pki.privateKeyFromPem(privateKeyPem),
		[certificate(privateKeyPem, commonName)],
		PASSWORD,
		{ algorithm: '3des', friendlyName: ALIAS },
	);
	return Buffer.from(forge.asn1.toDer(file).getBytes(), 'binary').toString('base64');
}
