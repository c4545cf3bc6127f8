/** Reads Mastercard's encryption certificate from PEM, a PEM chain, or the Base64 of a DER file. */
import type { X509Certificate } from 'node:crypto';
import { checkRsaKey } from './checkRsaKey';
import { CredentialFieldError } from './CredentialFieldError';
import { parsePastedFile, type PastedFile } from './pastedFile';
import { toCertificates } from './toCertificates';

export const ENCRYPTION_CERTIFICATE_FIELD = 'Encryption Certificate';

const EXPECTED_FORMAT =
	'the certificate (.pem or .crt) from Mastercard Developers called "Client Encryption Key"';

/**
 * @param text the field's content
 * @param field its name in the editor
 * @returns the certificate; of a chain, the one that issued no other (RSA, 2048 bits or more)
 * @throws CredentialFieldError naming the field and what to do
 */
export function parseCertificate(
	text: string,
	field: string = ENCRYPTION_CERTIFICATE_FIELD,
): X509Certificate {
	const certificates = getCertificates(parsePastedFile(text, field, EXPECTED_FORMAT), field);
	const leaf = certificates.find(
		(one) => !certificates.some((other) => other !== one && other.checkIssued(one)),
	);
	const certificate = leaf ?? (certificates[0] as X509Certificate);
	checkRsaKey(certificate.publicKey, field);
	return certificate;
}

function getCertificates(file: PastedFile, field: string): X509Certificate[] {
	const reject = (code: CredentialFieldError['code'], what: string): CredentialFieldError =>
		new CredentialFieldError(code, field, `'${field}' ${what}. Paste ${EXPECTED_FORMAT}.`);

	if (file.format === 'der' && file.kind !== 'certificate') {
		throw file.kind === 'publicKey'
			? reject('PUBLIC_KEY', 'contains a public key without a certificate')
			: reject('KEY_INSTEAD_OF_CERTIFICATE', 'contains a private key');
	}
	const blocks = file.format === 'der' ? [{ label: 'CERTIFICATE', der: file.der }] : file.blocks;
	const found = blocks.filter(({ label }) => label.endsWith('CERTIFICATE'));
	// A private key next to the certificate means that it is our own: Mastercard never gives out its private key.
	if (blocks.some(({ label }) => label.endsWith('PRIVATE KEY'))) {
		throw reject('KEY_INSTEAD_OF_CERTIFICATE', 'contains a private key');
	}
	if (found.length === 0) {
		throw blocks.some(({ label }) => label.endsWith('PUBLIC KEY'))
			? reject('PUBLIC_KEY', 'contains a public key without a certificate')
			: reject('UNREADABLE', 'contains no certificate');
	}
	const certificates = toCertificates(found.map(({ der }) => der));
	if (certificates.length === found.length) return certificates;
	throw reject('UNREADABLE', 'cannot be read: part of the certificate is missing or changed');
}
