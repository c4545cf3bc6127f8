/** Reads Mastercard's encryption certificate from PEM, a PEM chain, or the Base64 of a DER file. */
import type { X509Certificate } from 'node:crypto';
import { checkRsaKey } from './checkRsaKey';
import { CredentialFieldError } from './CredentialFieldError';
import { parsePastedFile, type PastedFile } from './pastedFile';
import { toCertificates } from './toCertificates';

export const ENCRYPTION_CERTIFICATE_FIELD = 'Encryption Certificate';

const WANTED =
	'the certificate (.pem or .crt) that Mastercard Developers offers as "Client Encryption Key"';

/**
 * @param text the field's content
 * @param field its name in the editor
 * @returns the certificate; of a chain, the one that issues no other (RSA, 2048 bits or more)
 * @throws CredentialFieldError naming the field and the remedy
 */
export function parseCertificate(
	text: string,
	field: string = ENCRYPTION_CERTIFICATE_FIELD,
): X509Certificate {
	const certificates = getCertificates(parsePastedFile(text, field, WANTED), field);
	const leaf = certificates.find(
		(one) => !certificates.some((other) => other !== one && other.checkIssued(one)),
	);
	const certificate = leaf ?? (certificates[0] as X509Certificate);
	checkRsaKey(certificate.publicKey, field);
	return certificate;
}

function getCertificates(file: PastedFile, field: string): X509Certificate[] {
	const refuse = (code: CredentialFieldError['code'], what: string): CredentialFieldError =>
		new CredentialFieldError(code, field, `'${field}' ${what}. Paste ${WANTED}.`);

	if (file.format === 'der' && file.kind !== 'certificate') {
		throw file.kind === 'publicKey'
			? refuse('PUBLIC_KEY', 'holds a bare public key')
			: refuse('KEY_INSTEAD_OF_CERTIFICATE', 'holds a private key');
	}
	const blocks = file.format === 'der' ? [{ label: 'CERTIFICATE', der: file.der }] : file.blocks;
	const found = blocks.filter(({ label }) => label.endsWith('CERTIFICATE'));
	// A private key beside the certificate is our own pair: Mastercard never hands out its private key.
	if (blocks.some(({ label }) => label.endsWith('PRIVATE KEY'))) {
		throw refuse('KEY_INSTEAD_OF_CERTIFICATE', 'holds a private key');
	}
	if (found.length === 0) {
		throw blocks.some(({ label }) => label.endsWith('PUBLIC KEY'))
			? refuse('PUBLIC_KEY', 'holds a bare public key')
			: refuse('UNREADABLE', 'holds no certificate');
	}
	const certificates = toCertificates(found.map(({ der }) => der));
	if (certificates.length === found.length) return certificates;
	throw refuse('UNREADABLE', 'cannot be read: part of the certificate is missing or changed');
}
