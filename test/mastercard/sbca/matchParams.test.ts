import { parseMatchParams, type MatchFields } from '../../../mastercard/sbca/matchParams';
import { getRejection } from '../../support/getRejection';

const ADDRESS: MatchFields = {
	matchBy: 'nameAndAddress',
	companyName: 'Artisan Emporium',
	streetAddress: '2000 Purchase St',
	city: 'Purchase',
	stateProvinceRegion: 'NY',
	postalCode: '10577',
	countryCode: 'USA',
};

test('accepts a full address unchanged', () => {
	expect(parseMatchParams(ADDRESS)).toEqual(ADDRESS);
});

test('requires only name, street and country, and omits blank fields', () => {
	const sparse = { ...ADDRESS, city: '', stateProvinceRegion: '  ', postalCode: null };
	expect(parseMatchParams(sparse)).toEqual({
		matchBy: 'nameAndAddress',
		companyName: 'Artisan Emporium',
		streetAddress: '2000 Purchase St',
		countryCode: 'USA',
	});
});

test.each(['merchantId', 'taxId'])('takes only the ID by %s, and no address fields', (matchBy) => {
	expect(parseMatchParams({ ...ADDRESS, matchBy, idValue: ' 106241230D01 ' })).toEqual({
		matchBy,
		countryCode: 'USA',
		idValue: '106241230D01',
	});
});

test('repairs a US address from a spreadsheet', () => {
	const fields = { ...ADDRESS, countryCode: 'usa', stateProvinceRegion: 'ma', postalCode: 2134 };
	expect(parseMatchParams(fields)).toMatchObject({
		countryCode: 'USA',
		stateProvinceRegion: 'MA',
		postalCode: '02134',
	});
});

test('leaves addresses outside the USA to Mastercard', () => {
	const brazil = { ...ADDRESS, countryCode: 'BRA', stateProvinceRegion: 'Rio de Janeiro' };
	expect(parseMatchParams({ ...brazil, postalCode: '20040-020' })).toMatchObject({
		stateProvinceRegion: 'Rio de Janeiro',
		postalCode: '20040-020',
	});
	const britain = {
		...ADDRESS,
		countryCode: 'GBR',
		stateProvinceRegion: '',
		postalCode: 'sw1a 1aa',
	};
	expect(parseMatchParams(britain)).toMatchObject({ postalCode: 'SW1A 1AA' });
});

test.each([
	['MATCH_BY', { matchBy: 'phone' }, 'Match By'],
	['COUNTRY_CODE', { countryCode: 'US' }, 'Country Code'],
	['COMPANY_NAME_MISSING', { companyName: '' }, 'Company Name'],
	['COMPANY_NAME_TOO_LONG', { companyName: 'x'.repeat(251) }, 'Company Name'],
	['STREET_ADDRESS_MISSING', { streetAddress: undefined }, 'Street Address'],
	['STREET_ADDRESS_TOO_LONG', { streetAddress: 'x'.repeat(251) }, 'Street Address'],
	['CITY_TOO_LONG', { city: 'x'.repeat(101) }, 'City'],
	// The two documented negative cases for the USA.
	['STATE', { stateProvinceRegion: 'NA' }, 'State, Province or Region'],
	['POSTAL_CODE', { postalCode: '105776' }, 'Postal Code'],
	['ID_VALUE_MISSING', { matchBy: 'merchantId', idValue: '' }, 'ID Value'],
	['ID_VALUE_ROUNDED', { matchBy: 'taxId', idValue: 123456789012345680000 }, 'ID Value'],
])('%s: rejects the field by its label, with a hint', (code, fields, label) => {
	const failedAuthentication = getRejection(() => parseMatchParams({ ...ADDRESS, ...fields }));
	expect(failedAuthentication.code).toBe(code);
	expect(failedAuthentication.message).toContain(`'${label}'`);
	expect(failedAuthentication.hint).toMatch(/\.$/);
});

test('accepts the documented lengths in full', () => {
	const longest = {
		...ADDRESS,
		companyName: 'n'.repeat(250),
		streetAddress: 's'.repeat(250),
		city: 'c'.repeat(100),
	};
	expect(parseMatchParams(longest)).toEqual(longest);
});

describe('an address as sheets hold it', () => {
	test.each([
		[' 10577 ', '10577'],
		[' 10577-0001', '10577-0001'],
		[501, '00501'],
		['2134', '02134'],
	])('the ZIP code %j is read', (postalCode, expected) => {
		expect(parseMatchParams({ ...ADDRESS, postalCode })).toMatchObject({ postalCode: expected });
	});

	test.each([
		['stateProvinceRegion', 'STATE_PROVINCE_OR_REGION_NOT_TEXT', "'State, Province or Region'"],
		['postalCode', 'POSTAL_CODE_NOT_TEXT', "'Postal Code'"],
	])('%s that is no text is named by its label', (field, code, label) => {
		const rejected = getRejection(() => parseMatchParams({ ...ADDRESS, [field]: {} }));
		expect([rejected.code, rejected.message]).toEqual([code, expect.stringContaining(label)]);
	});
});
