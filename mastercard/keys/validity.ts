/** Whether a certificate is valid today. */
import type { X509Certificate } from 'node:crypto';
import { CredentialFieldError } from './CredentialFieldError';

/**
 * @param now the time to judge by
 * @throws CredentialFieldError with the date, before the first and after the last day of the certificate
 */
export function checkValidity(certificate: X509Certificate, now: Date, field: string): void {
	const from = new Date(certificate.validFrom);
	const to = new Date(certificate.validTo);
	if (now > to) {
		throw new CredentialFieldError(
			'CERTIFICATE_EXPIRED',
			field,
			`The certificate in '${field}' ran out on ${day(to)}. Renew the key on Mastercard Developers and paste the new one.`,
		);
	}
	if (now < from) {
		throw new CredentialFieldError(
			'CERTIFICATE_NOT_YET_VALID',
			field,
			`The certificate in '${field}' is valid from ${day(from)} on. If that day has passed, the clock of this machine is wrong.`,
		);
	}
}

function day(date: Date): string {
	return date.toISOString().slice(0, 10);
}
