/** Checks whether a certificate is valid now, and for how long. */
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

/** How long before a certificate expires it is mentioned: renewing a key takes people days, not minutes. */
const NOTICE_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * @param now the current time
 * @returns a sentence with the day, from 30 days before the certificate expires, also when it has expired
 */
export function describeExpiry(
	certificate: X509Certificate,
	now: Date,
	field: string,
): string | undefined {
	const to = new Date(certificate.validTo);
	if (to.getTime() - now.getTime() > NOTICE_MS) return undefined;
	const [verb, due] = now > to ? ['expired', 'now'] : ['expires', 'before that day'];
	return `The certificate in '${field}' ${verb} on ${day(to)}. Renew the key on Mastercard Developers ${due}, and paste the new one into the credential.`;
}

/** In UTC. */
function day(date: Date): string {
	return date.toISOString().slice(0, 10);
}
