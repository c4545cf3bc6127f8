import { optionalText, requiredText } from '../../../mastercard/sbca/parseText';
import { getRejection } from '../../support/getRejection';

test.each([
	[' Artisan Emporium ', 'Artisan Emporium'],
	[711, '711'],
	['', ''],
	[null, ''],
	[undefined, ''],
])('parses %j as %j', (value, text) => {
	expect(optionalText(value, 'Company Name')).toBe(text);
});

test.each([
	[true, 'COMPANY_NAME_NOT_TEXT'],
	[{ name: 'x' }, 'COMPANY_NAME_NOT_TEXT'],
	[2 ** 64, 'COMPANY_NAME_ROUNDED'],
	['x'.repeat(251), 'COMPANY_NAME_TOO_LONG'],
])('rejects %j as %s, with its label', (value, code) => {
	const failedAuthentication = getRejection(() => optionalText(value, 'Company Name', 250));
	expect(failedAuthentication.code).toBe(code);
	expect(failedAuthentication.message).toContain("'Company Name'");
	expect(failedAuthentication.hint).toMatch(/\.$/);
});

test('accepts the longest text that Mastercard accepts', () => {
	expect(optionalText('x'.repeat(250), 'Company Name', 250)).toHaveLength(250);
});

test.each(['', '  ', null, undefined])('reports %j as missing where text is required', (value) => {
	expect(getRejection(() => requiredText(value, 'ID Value')).code).toBe('ID_VALUE_MISSING');
});

test('a number of digits only is text, however many digits its text has', () => {
	expect(optionalText('12345678901234567890', 'Text')).toBe('12345678901234567890');
	expect(optionalText(0.1, 'Text')).toBe('0.1');
});
