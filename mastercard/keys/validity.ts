/** Whether a certificate is valid today, and for how long. */
import type { X509Certificate } from 'node:crypto';
import { CredentialFieldError } from './credentialFieldError';

const DAY_MS = 86_400_000;

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

/** @returns whole days until the certificate runs out, negative afterwards; for hints such as "renew within 30 days" */
export function daysUntilExpiry(certificate: X509Certificate, now: Date): number {
	return Math.floor((new Date(certificate.validTo).getTime() - now.getTime()) / DAY_MS);
}

function day(date: Date): string {
	return date.toISOString().slice(0, 10);
}
