import { X509Certificate } from 'node:crypto';
import { checkValidity } from '../../../mastercard/keys/validity';
import { certificateFor, getFieldError } from '../../support/keyFixtures';

const from = new Date('2026-01-10T12:00:00Z');
const to = new Date('2027-01-10T12:00:00Z');
const certificate = new X509Certificate(certificateFor('signing.pkcs8.pem', from, to));
const check = (now: string) => () => checkValidity(certificate, new Date(now), 'Signing Key');

test('a certificate that has run out is named with the date', () => {
	const error = getFieldError(check('2027-01-10T12:00:01Z'));
	expect([error.code, error.field]).toEqual(['CERTIFICATE_EXPIRED', 'Signing Key']);
	expect(error.message).toMatch(/'Signing Key' expired on 2027-01-10/);
});

test('a certificate that is not valid yet is named with the date', () => {
	const error = getFieldError(check('2026-01-10T11:59:59Z'));
	expect(error.code).toBe('CERTIFICATE_NOT_YET_VALID');
	expect(error.message).toMatch(/not valid before 2026-01-10/);
});

test.each(['2026-01-10T12:00:00Z', '2027-01-10T12:00:00Z'])('%s is within its days', (now) => {
	expect(check(now)()).toBeUndefined();
});
