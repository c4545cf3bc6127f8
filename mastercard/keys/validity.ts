/** Checks whether a certificate is valid now. */
import type { X509Certificate } from 'node:crypto';
import { CredentialFieldError } from './CredentialFieldError';

/**
 * @param now the current time
 * @throws CredentialFieldError with the date, before the certificate is valid and after it has expired
 */
export function checkValidity(certificate: X509Certificate, now: Date, field: string): void {
	const from = new Date(certificate.validFrom);
	const to = new Date(certificate.validTo);
	if (now > to) {
		throw new CredentialFieldError(
			'CERTIFICATE_EXPIRED',
			field,
			`The certificate in '${field}' expired on ${day(to)}. Renew the key on Mastercard Developers and paste the new one.`,
		);
	}
	if (now < from) {
		throw new CredentialFieldError(
			'CERTIFICATE_NOT_YET_VALID',
			field,
			`The certificate in '${field}' is not valid before ${day(from)}. If that date has passed, correct the clock of this machine.`,
		);
	}
}

function day(date: Date): string {
	return date.toISOString().slice(0, 10);
}
