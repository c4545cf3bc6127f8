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
	expect(parseBusinessDetails(FLAT, 'report')).toEqual(businessDetails);
});

test('omits an empty second address line, and defaults to no liability', () => {
	const { addressLine2, personallyLiable, ...rest } = FLAT;
	const details = parseBusinessDetails({ ...rest, addressLine2: ' ' }, 'record');
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
	expect(parseBusinessDetails({ ...FLAT, ...change }, 'report')).toMatchObject(expected);
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
	const rejection = getRejection(() => parseBusinessDetails({ ...FLAT, [field]: value }, 'report'));
	expect(rejection.code).toBe(code);
	expect(rejection.message).toMatch(/^'[A-Z]/);
	expect(rejection.hint).toMatch(/\w\.$/);
});

test('each request has its own limits of length', () => {
	const long = { name: 'n'.repeat(400) };
	expect(parseBusinessDetails({ ...FLAT, ...long }, 'report')).toMatchObject(long);
	expect(getRejection(() => parseBusinessDetails({ ...FLAT, ...long }, 'record')).code).toBe(
		'BUSINESS_NAME_TOO_LONG',
	);
	const longest = {
		name: 'n'.repeat(150),
		addressLine1: 'a'.repeat(60),
		addressLine2: 'b'.repeat(60),
	};
	expect(parseBusinessDetails({ ...FLAT, ...longest }, 'record')).toMatchObject({
		name: longest.name,
		address: { addressLine1: longest.addressLine1, addressLine2: longest.addressLine2 },
	});
});

test('accepts only a two-letter country for a business record', () => {
	expect(
		getRejection(() => parseBusinessDetails({ ...FLAT, country: 'USA' }, 'record')).hint,
	).toContain('two-letter');
});

describe('the details of a business', () => {
	const read = (change: object, use: 'record' | 'report' = 'report') =>
		parseBusinessDetails({ ...FLAT, ...change }, use);

	test.each([
		['a ZIP code without its zeros in the USA', { country: 'USA', postalCode: 501 }, '00501'],
		['a ZIP+4 without its dash', { country: 'USA', postalCode: '005010001' }, '00501-0001'],
		['a postal code of another country', { country: 'DE', postalCode: '012345678' }, '012345678'],
		['a postal code that is none of the USA', { postalCode: 'unknown' }, 'unknown'],
		['a ZIP code with blanks around it', { postalCode: ' 841231234 ' }, '84123-1234'],
	])('%s is read', (_, change, postalCode) => {
		expect(read(change).address.postalCode).toBe(postalCode);
	});

	test('a phone number may have 7 to 12 digits', () => {
		for (const phoneNo of ['1234567', '123456789012'])
			expect(read({ phoneNo }).phoneNumber.phoneNo).toBe(phoneNo);
	});

	test.each(['12345x7', 'x1234567', '1234567x'])('%s is no phone number', (phoneNo) => {
		const { code, hint } = getRejection(() => read({ phoneNo }));
		expect([code, hint]).toEqual(['PHONE_NUMBER_DIGITS', expect.stringContaining('8042221111')]);
	});

	test('the example of a country code is one', () => {
		expect(getRejection(() => read({ phoneCountryCode: '12345' })).hint).toContain('example 1;');
	});

	test('an empty liability is none, an empty country the USA', () => {
		expect(read({ personallyLiable: '', country: ' ' })).toMatchObject({
			personallyLiable: false,
			address: { country: 'US' },
		});
	});

	test('a country that is no text is named by its label', () => {
		expect(getRejection(() => read({ country: {} })).message).toContain("'Business Country'");
	});

	test('the hint about a country tells the forms that are taken', () => {
		expect(getRejection(() => read({ country: 'U' })).hint).toContain('two- or three-letter');
		expect(getRejection(() => read({ country: 'U' }, 'record')).hint).toContain('two-letter');
	});
});
