import { parseBusinessDetails } from '../../../mastercard/openFinance/businessDetails';
import { documented } from '../../support/documented';
import { getRejection } from '../../support/getRejection';

const FLAT = {
	name: 'ABC Tires Inc',
	personallyLiable: true,
	addressLine1: '434 W Ascension Way',
	addressLine2: 'Suite #200',
	city: 'Murray',
	state: 'UT',
	country: 'US',
	postalCode: '84123',
	phoneCountryCode: '1',
	phoneNo: '8042221111',
};

test('nests the fields as Mastercard documents them', () => {
	const { body } = documented('of-sbca-report-01-retail-sales-analytics-weekly').request;
	const { businessDetails } = (body as { analyticsReportData: { businessDetails: unknown } })
		.analyticsReportData;
	expect(parseBusinessDetails(FLAT, 'alpha2or3')).toEqual(businessDetails);
});

test('omits an empty second address line, and defaults to no liability', () => {
	const { addressLine2, personallyLiable, ...rest } = FLAT;
	const details = parseBusinessDetails({ ...rest, addressLine2: ' ' }, 'alpha2');
	expect([addressLine2, personallyLiable]).toBeDefined();
	expect(details.address).not.toHaveProperty('addressLine2');
	expect(details.personallyLiable).toBe(false);
});

test.each([
	[
		'formatted phone numbers',
		{ phoneCountryCode: '+1', phoneNo: '(804) 222-1111' },
		{ phoneNumber: { countryCode: '1', phoneNo: '8042221111' } },
	],
	[
		'numbers from a spreadsheet',
		{ phoneCountryCode: 1, phoneNo: 8042221111, postalCode: 2134 },
		{ phoneNumber: { countryCode: '1', phoneNo: '8042221111' }, address: { postalCode: '02134' } },
	],
	['a country in small letters', { country: 'usa' }, { address: { country: 'USA' } }],
	[
		'another country',
		{ country: 'CAN', postalCode: 'K1A 0B1' },
		{ address: { country: 'CAN', postalCode: 'K1A 0B1' } },
	],
])('accepts %s', (_, change, expected) => {
	expect(parseBusinessDetails({ ...FLAT, ...change }, 'alpha2or3')).toMatchObject(expected);
});

test.each([
	['name', '', 'BUSINESS_NAME_MISSING'],
	['addressLine1', '', 'ADDRESS_LINE_1_MISSING'],
	['addressLine1', 'x'.repeat(51), 'ADDRESS_LINE_1_TOO_LONG'],
	['addressLine2', 'x'.repeat(51), 'ADDRESS_LINE_2_TOO_LONG'],
	['city', undefined, 'BUSINESS_CITY_MISSING'],
	['state', '', 'BUSINESS_STATE_MISSING'],
	['postalCode', '', 'BUSINESS_POSTAL_CODE_MISSING'],
	['country', 'United States', 'BUSINESS_COUNTRY'],
	['personallyLiable', 'yes', 'PERSONALLY_LIABLE'],
	['phoneCountryCode', '1234', 'PHONE_COUNTRY_CODE_DIGITS'],
	['phoneNo', '123456', 'PHONE_NUMBER_DIGITS'],
	['phoneNo', '1234567890123', 'PHONE_NUMBER_DIGITS'],
	['phoneNo', 'ask at the desk', 'PHONE_NUMBER_DIGITS'],
])('rejects %s %p as %s', (field, value, code) => {
	const failedAuthentication = getRejection(() =>
		parseBusinessDetails({ ...FLAT, [field]: value }, 'alpha2or3'),
	);
	expect(failedAuthentication.code).toBe(code);
	expect(failedAuthentication.message).toMatch(/^'[A-Z]/);
	expect(failedAuthentication.hint).toMatch(/\w\.$/);
});

test('accepts only a two-letter country for a business record', () => {
	expect(
		getRejection(() => parseBusinessDetails({ ...FLAT, country: 'USA' }, 'alpha2')).hint,
	).toContain('two-letter');
});
