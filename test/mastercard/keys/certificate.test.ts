import { publicEncrypt, type X509Certificate } from 'node:crypto';
import { parseCertificate } from '../../../mastercard/keys/certificate';
import { CredentialFieldError } from '../../../mastercard/keys/CredentialFieldError';
import { checkValidity } from '../../../mastercard/keys/validity';
import {
	base64File,
	certificate,
	getFieldError,
	keyText,
	privateKey,
} from '../../support/keyFixtures';

const pem = () => keyText('mastercard.certificate.pem');
const expected = certificate('mastercard.certificate.pem');

describe('an encryption certificate is read', () => {
	test.each([
		['from PEM', pem],
		['from PEM on one line', () => pem().replace(/\n/g, ' ')],
		['from PEM with \\n in letters', () => pem().replace(/\n/g, '\\n')],
		['from PEM without line breaks', () => pem().replace(/\n/g, '')],
		['from the Base64 of a DER file', () => expected.raw.toString('base64')],
		['from wrapped Base64', () => expected.raw.toString('base64').replace(/.{76}/g, '$&\r\n')],
		['from the Base64 of a PEM file', () => Buffer.from(pem()).toString('base64')],
	])('%s', (_, text) => {
		expect(parseCertificate(text()).fingerprint256).toBe(expected.fingerprint256);
	});

	test.each([
		['with the authority first', (text: string) => text],
		[
			'with the authority last',
			(text: string) =>
				text
					.split(/(?=-----BEGIN)/)
					.reverse()
					.join(''),
		],
	])('from a chain %s, as the certificate that issues no other', (_, order) => {
		const leaf = parseCertificate(order(keyText('mastercard.chain.pem')));
		expect(leaf.checkPrivateKey(privateKey('mastercard.pkcs8.pem'))).toBe(true);
	});
});

describe('what is no usable certificate is named', () => {
	const rejections: Array<[string, () => string, string, RegExp]> = [
		['nothing', () => '', 'MISSING', /is empty/],
		[
			"a file's name",
			() => 'simulator-encryption.pem',
			'FILE_NAME',
			/file name, not the file's content/,
		],
		[
			'a private key',
			() => keyText('signing.pkcs8.pem'),
			'KEY_INSTEAD_OF_CERTIFICATE',
			/contains a private key/,
		],
		[
			'a private key beside a certificate',
			() => keyText('signing.pkcs8.pem') + keyText('signing.certificate.pem'),
			'KEY_INSTEAD_OF_CERTIFICATE',
			/contains a private key/,
		],
		[
			'a .p12 file',
			() => base64File('openssl3.p12'),
			'KEY_INSTEAD_OF_CERTIFICATE',
			/contains a private key/,
		],
		[
			'a bare public key',
			() => expected.publicKey.export({ format: 'pem', type: 'spki' }).toString(),
			'PUBLIC_KEY',
			/public key without a certificate/,
		],
		[
			'a bare public key in Base64',
			() => expected.publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
			'PUBLIC_KEY',
			/public key without a certificate/,
		],
		[
			'a cut certificate',
			() => expected.raw.subarray(0, 500).toString('base64'),
			'TRUNCATED',
			/is incomplete/,
		],
		[
			'a certificate with a line missing',
			() => pem().replace(/\n.*\n/, '\n'),
			'UNREADABLE',
			/missing or changed/,
		],
		[
			'another PEM',
			() => pem().replace(/CERTIFICATE/g, 'CERTIFICATE REQUEST'),
			'UNREADABLE',
			/no certificate/,
		],
		['an elliptic key', () => keyText('elliptic.certificate.pem'), 'NOT_RSA', /not an RSA key/],
		['a key of 1024 bits', () => keyText('short.certificate.pem'), 'KEY_TOO_SHORT', /1024 bits/],
	];

	test.each(rejections)('%s', (_, text, code, sentence) => {
		const error = getFieldError(() => parseCertificate(text()));
		expect([error.code, error.field]).toEqual([code, 'Encryption Certificate']);
		expect(error.message).toMatch(sentence);
	});
});

test('a certificate with one byte changed is read or named, and never ends in an error of OpenSSL', () => {
	for (let at = 0; at < expected.raw.length; at++) {
		const changed = Buffer.from(expected.raw);
		changed[at] = (changed[at] ?? 0) ^ 0x81;
		const text = changed.toString('base64');
		let read;
		try {
			read = parseCertificate(text);
		} catch (error) {
			expect(error).toMatchObject({ name: 'CredentialFieldError' });
			continue;
		}
		expect(checkDuring(read)).toBeUndefined();
		expect(publicEncrypt(read.publicKey, Buffer.from('a')).length).toBeGreaterThanOrEqual(256);
	}
});

/** On a day on which the certificate is valid, unless the change was in its dates. */
function checkDuring(read: X509Certificate): unknown {
	try {
		return checkValidity(read, new Date('2026-11-21'), 'Encryption Certificate');
	} catch (error) {
		if (error instanceof CredentialFieldError) return undefined;
		throw error;
	}
}
