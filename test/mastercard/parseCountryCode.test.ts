import fc from 'fast-check';
import { parseCountryCode } from '../../mastercard/parseCountryCode';
import { refusalOf } from '../support/refusalOf';

test('three letters are a country code, in any case and with blanks around', () => {
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
	'%j is refused with the way out',
	(value) => {
		const { code, message, hint } = refusalOf(() => parseCountryCode(value));
		expect(code).toBe('COUNTRY_CODE');
		expect(message).toContain("'Country Code'");
		expect(hint).toContain('alpha-3');
	},
);
