import { getBaseUrl, assertOwnHost } from '../../mastercard/environment';
import { getFieldError } from '../support/keyFixtures';

describe('the base URL', () => {
	test.each([
		['sandbox', 'https://elsewhere.example', 'https://sandbox.api.mastercard.com'],
		['production', '', 'https://api.mastercard.com'],
		['custom', ' https://proxy.example ', 'https://proxy.example'],
		['custom', 'https://proxy.example:8443/mastercard//', 'https://proxy.example:8443/mastercard'],
		['custom', 'http://localhost:8080/', 'http://localhost:8080'],
		['custom', 'http://127.0.0.1:1', 'http://127.0.0.1:1'],
		['custom', 'http://[::1]:1', 'http://[::1]:1'],
	] as const)('is resolved for %s %j', (environment, given, expected) => {
		expect(getBaseUrl(environment, given)).toBe(expected);
	});

	const NOT_HTTPS = 'does not start with https://';
	const TOO_MUCH = 'contains more than a host and a path';

	test.each([
		['', 'MISSING', 'is empty'],
		[' ', 'MISSING', 'is empty'],
		['api.mastercard.com', 'MALFORMED_BASE_URL', 'is not a complete URL'],
		['http://proxy.example', 'MALFORMED_BASE_URL', NOT_HTTPS],
		['http://localhost.example', 'MALFORMED_BASE_URL', NOT_HTTPS],
		['http://127.0.0.1.example', 'MALFORMED_BASE_URL', NOT_HTTPS],
		['file:///etc/passwd', 'MALFORMED_BASE_URL', NOT_HTTPS],
		['ftp://localhost/', 'MALFORMED_BASE_URL', NOT_HTTPS],
		['https://me:secret@proxy.example', 'MALFORMED_BASE_URL', TOO_MUCH],
		['https://me@proxy.example', 'MALFORMED_BASE_URL', TOO_MUCH],
		['https://:secret@proxy.example', 'MALFORMED_BASE_URL', TOO_MUCH],
		['https://proxy.example/?x=1', 'MALFORMED_BASE_URL', TOO_MUCH],
		['https://proxy.example/#x', 'MALFORMED_BASE_URL', TOO_MUCH],
	])('rejects custom %j as %s, because it %s', (given, code, what) => {
		const error = getFieldError(() => getBaseUrl('custom', given));
		expect([error.code, error.field]).toEqual([code, 'Base URL']);
		expect(error.message).toBe(
			`'Base URL' ${what}. Enter a URL such as https://sandbox.api.mastercard.com. http:// is allowed for this machine only.`,
		);
	});

	test.each([
		[2048, 'not measured'],
		[2049, 'TOO_LONG'],
	])('of %d characters is %s', (length, code) => {
		const given = `https://proxy.example/${'x'.repeat(length - 22)}`;
		if (code === 'TOO_LONG')
			expect(getFieldError(() => getBaseUrl('custom', given)).code).toBe(code);
		else expect(getBaseUrl('custom', given)).toBe(given);
	});
});

describe("signs requests to the environment's own host only", () => {
	const own = 'https://api.mastercard.com';

	test.each([
		'https://api.mastercard.com/x',
		'https://API.mastercard.com:443/x?y',
		`${own}\\@evil.example/`,
	])('accepts %s', (url) => {
		expect(assertOwnHost(url, own)).toBeUndefined();
	});

	test.each([
		'http://api.mastercard.com/x',
		'https://api.mastercard.com:8443/x',
		'https://sandbox.api.mastercard.com/x',
		'https://api.mastercard.com.evil.example/x',
		'https://evil.example/api.mastercard.com',
		'https://api.mastercard.com@evil.example/x',
		'https://xapi.mastercard.com/x',
		'https://api.mastercard.com./x',
		'not a url',
	])('rejects %s', (url) => {
		const error = getFieldError(() => {
			assertOwnHost(url, own);
		});
		expect(error.code).toBe('FOREIGN_HOST');
		expect(error.message).toMatch(/signs requests to https:\/\/api\.mastercard\.com only/);
	});
});
