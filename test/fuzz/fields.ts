// What a row of the input gives: a value that can be sent, or a rejection that does not repeat it.
import fc from 'fast-check';
import { parseRetryAfter } from '../../batch/retryAfter';
import { formatEmbedding } from '../../mastercard/cca/embedding';
import { parsePan } from '../../mastercard/cca/parsePan';
import { InvalidParameterError } from '../../mastercard/errors/InvalidParameterError';
import { parseBusinessDetails } from '../../mastercard/openFinance/businessDetails';
import { parseCustomerType, parseUsername } from '../../mastercard/openFinance/customers';
import { parseCustomerId, parseReportId } from '../../mastercard/openFinance/ids';
import { parseUsMatchParams } from '../../mastercard/openFinance/matches';
import { parseEpoch } from '../../mastercard/openFinance/storedReport';
import { parseCountryCode } from '../../mastercard/parseCountryCode';
import { parseNames } from '../../mastercard/parseNames';
import { requireConsent } from '../../mastercard/requireConsent';
import { parseMatchParams } from '../../mastercard/sbca/matchParams';
import { parseReportParams } from '../../mastercard/sbca/reportParams';
import { usPostalCode, usState } from '../../mastercard/sbca/usAddress';
import { cardNumber } from '../support/cardNumbers';
import { oddValue } from './documents';
import { expectNothingKnown, hostileText } from './known';
import { fuzzTarget, type FuzzTarget } from './target';

const digits = fc
	.array(fc.constantFrom(...'0123456789 -.+'), { maxLength: 24 })
	.map((characters) => characters.join(''));
const field = fc.oneof(
	oddValue,
	digits,
	cardNumber(),
	fc.constantFrom<unknown>(
		undefined,
		NaN,
		Infinity,
		1e300,
		true,
		'true',
		1,
		'USA',
		'US',
		'NY',
		'10577-0001',
	),
	fc.constantFrom<unknown>('weekly', 'Monthly', 'merchantId', 'taxId', 'nameAndAddress', 'testing'),
	fc.constant('a1b2c3d4-0000-1234-abcd-000000000001'),
);

/** @param names of the fields that the parser reads */
const fields = (...names: string[]) =>
	fc.record(Object.fromEntries(names.map((name) => [name, field])), { requiredKeys: [] });

/** Each parameter, and what its parser may return. */
function rejecting<Input>(
	name: string,
	input: fc.Arbitrary<Input>,
	parse: (value: Input) => unknown,
	isValid: (result: unknown) => boolean,
): FuzzTarget {
	return fuzzTarget(`parameter: ${name}`, input, (value) => {
		let result: unknown;
		try {
			result = parse(value);
		} catch (error) {
			expect(error).toBeInstanceOf(InvalidParameterError);
			const { message, hint } = error as InvalidParameterError;
			expectNothingKnown([message, hint]);
			expect(message.length + hint.length).toBeLessThan(1000);
			return;
		}
		expect([name, result, isValid(result)]).toEqual([name, result, true]);
	});
}

const isText = (pattern: RegExp) => (result: unknown) =>
	typeof result === 'string' && pattern.test(result);
const isJson = (result: unknown) => JSON.stringify(JSON.parse(JSON.stringify(result))) !== '';
const BUSINESS = [
	'name',
	'personallyLiable',
	'addressLine1',
	'addressLine2',
	'city',
	'state',
	'country',
];
const MATCH = [
	'companyName',
	'streetAddress',
	'city',
	'stateProvinceRegion',
	'postalCode',
	'idValue',
];
const merchant = fields('matchBy', 'countryCode', ...MATCH);

const date = fc.date({ noInvalidDate: true }).map((value) => value.toUTCString());

export const fieldTargets: FuzzTarget[] = [
	rejecting('card number', field, parsePan, isText(/^\d{16,19}$/)),
	rejecting('consent', field, requireConsent, (result) => result === true),
	rejecting('country', field, parseCountryCode, isText(/^[A-Z]{3}$/)),
	rejecting('merchant', merchant, parseMatchParams, isJson),
	rejecting('merchant in the USA', merchant, parseUsMatchParams, isJson),
	rejecting(
		'report',
		fields('locationId', 'hasConsent', 'metricType', 'metricFrequency'),
		parseReportParams,
		isJson,
	),
	...(['report', 'record'] as const).map((use) =>
		rejecting(
			`business details of a ${use}`,
			fields(...BUSINESS, 'postalCode', 'phoneCountryCode', 'phoneNo'),
			(value) => parseBusinessDetails(value, use),
			isJson,
		),
	),
	rejecting('customer type', field, parseCustomerType, isText(/^(testing|active)$/)),
	rejecting('username', field, parseUsername, isText(/^[\x21-\x7e]{6,255}$/)),
	rejecting('customer ID', field, parseCustomerId, isText(/^\d+$/)),
	rejecting('report ID', field, parseReportId, isText(/^[\w-]{1,200}$/)),
	fuzzTarget('names', field, (value) => {
		expect(parseNames(value).every((name) => name !== '' && name === name.trim())).toBe(true);
	}),
	fuzzTarget('US address', fc.oneof(hostileText, digits), (text) => {
		expect(usPostalCode(text) ?? '10577').toMatch(/^\d{5}(-\d{4})?$/);
		expect(usState(text) ?? 'NY').toMatch(/^[A-Z]{2}$/);
	}),
	fuzzTarget('Retry-After', fc.oneof(hostileText, digits, date), (text) => {
		const wait = parseRetryAfter(text, 0);
		expect(wait === undefined || (Number.isSafeInteger(wait) && wait >= 0)).toBe(true);
	}),
	fuzzTarget('date of a report', field, (value) => {
		expect(parseEpoch(value) ?? '1970-01-01T').toMatch(/^[+-]?\d{4,6}-\d\d-\d\dT/);
	}),
	fuzzTarget(
		'embedding',
		fc.oneof(
			oddValue,
			fc.array(fc.constantFrom(...'{}f1:,.-e "'), { maxLength: 40 }).map((list) => list.join('')),
		),
		(value) => {
			for (const format of ['object', 'array', 'raw'] as const)
				expect(() => JSON.stringify(formatEmbedding(value, format))).not.toThrow();
		},
	),
];
