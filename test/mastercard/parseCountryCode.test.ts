import fc from 'fast-check';
import { parseCountryCode } from '../../mastercard/parseCountryCode';
import { getRejection } from '../support/getRejection';

test('accepts three letters, in any case and with surrounding blanks', () => {
	fc.assert(
		fc.property(
			fc.stringMatching(/^[A-Za-z]{3}$/),
			fc.constantFrom('', ' ', '\t'),
			(code, blank) => {
				expect(parseCountryCode(blank + code + blank)).toBe(code.toUpperCase());
			},
		),
	);
});

test.each(['US', 'USAA', 'U.S', 'United States', '', 840, null, undefined, ['USA']])(
	'rejects %j with a hint',
	(value) => {
		const { code, message, hint } = getRejection(() => parseCountryCode(value));
		expect(code).toBe('COUNTRY_CODE');
		expect(message).toContain("'Country Code'");
		expect(hint).toContain('alpha-3');
	},
);
