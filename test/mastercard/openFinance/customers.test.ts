import {
	buildBusinessRequest,
	buildCustomerRequest,
	parseBusinessResponse,
	parseCustomerResponse,
	parseCustomerType,
	parseUsername,
} from '../../../mastercard/openFinance/customers';
import { parseBusinessDetails } from '../../../mastercard/openFinance/businessDetails';
import { parseCustomerId, parseReportId } from '../../../mastercard/openFinance/ids';
import { refusalOf } from '../../support/refusalOf';

const NOW = Date.parse('2026-01-01T00:00:00Z');
const params = { customerType: 'testing', username: 'customerusername1' } as const;

test('a customer is created where the specification says, of either kind', () => {
	expect(buildCustomerRequest(params)).toEqual({
		path: '/aggregation/v2/customers/testing',
		body: { username: 'customerusername1' },
	});
	expect(buildCustomerRequest({ ...params, customerType: 'active' }).path).toBe(
		'/aggregation/v2/customers/active',
	);
});

test('the documented customer is read, and its ID named as the next node wants it', () => {
	const body = { id: '1005061234', username: 'customerusername1', createdDate: 1607450357 };
	expect(parseCustomerResponse({ status: 201, headers: {}, body }, params, NOW)).toEqual({
		kind: 'found',
		value: {
			customerId: '1005061234',
			username: 'customerusername1',
			customerType: 'testing',
			createdDate: '2020-12-08T17:59:17.000Z',
		},
	});
});

test.each(['testing', 'active'])('%p is a kind of customer', (type) => {
	expect(parseCustomerType(type)).toBe(type);
});

test.each(['', 'Active', 'testing/../../x?y=', 'constructor', null, ['active'], true])(
	'%p is none, and never gets into the path of a request',
	(type) => {
		const { code, message } = refusalOf(() => parseCustomerType(type));
		expect([code, message]).toEqual(['CUSTOMER_TYPE', "'Customer Type' holds none of its choices"]);
	},
);

test('a taken username is a failure that says it may be taken by a try whose answer was lost', () => {
	const body = { code: '110002', message: 'Username is not available.' };
	expect(parseCustomerResponse({ status: 409, headers: {}, body }, params, NOW)).toMatchObject({
		failure: {
			reasonCode: '110002',
			description: expect.stringMatching(/'attempts' is above 1.*may have been created/),
		},
	});
});

test.each(['abcdef', 'a1!@.#$%&*_-+', 'x'.repeat(255)])('%p is a username', (username) => {
	expect(parseUsername(username)).toBe(username);
});

test.each(['', 'short', 'with space', 'ümlaut-name', 'x'.repeat(256), 'a/b/c/d'])(
	'%p is none',
	(username) => {
		expect(refusalOf(() => parseUsername(username)).message).toMatch(/^'Username'/);
	},
);

test('a business record is created under its customer', () => {
	const details = parseBusinessDetails(
		{
			name: 'ABC',
			addressLine1: '1 A St',
			city: 'Murray',
			state: 'UT',
			postalCode: '84123',
			phoneCountryCode: 1,
			phoneNo: '8042221111',
		},
		'alpha2',
	);
	expect(buildBusinessRequest('7', details)).toEqual({
		path: '/business-services/customers/7/businesses',
		body: details,
	});
	const body = { ...details, businessId: 1112, createdDate: '2022-04-12T11:51:23' };
	expect(parseBusinessResponse({ status: 200, headers: {}, body }, '7', NOW)).toEqual({
		kind: 'found',
		value: { customerId: '7', ...body, businessId: '1112' },
	});
});

test('an ID that would change the path is refused', () => {
	for (const id of ['1/../2', '12 34', 'abc', '1?x']) {
		expect(refusalOf(() => parseCustomerId(id)).code).toBe('CUSTOMER_ID');
	}
	for (const id of ['../x', 'a/b', 'a?b', 'a b']) {
		expect(refusalOf(() => parseReportId(id)).code).toBe('REPORT_ID');
	}
	expect(parseCustomerId(1005061234)).toBe('1005061234');
	expect(parseReportId(' y3pic4xhda-sbcaanalyticsnoncra ')).toBe('y3pic4xhda-sbcaanalyticsnoncra');
});

describe('what cannot be sent says what can', () => {
	test.each([
		['CUSTOMER_TYPE', "'Customer Type'", () => parseCustomerType('real')],
		['USERNAME', "'Username'", () => parseUsername('with space')],
		['USERNAME', "'Username'", () => parseUsername('abcdef/')],
		['CUSTOMER_ID', "'Customer ID'", () => parseCustomerId('abc')],
		['CUSTOMER_ID_MISSING', "'Customer ID'", () => parseCustomerId('')],
		['REPORT_ID', "'Report ID'", () => parseReportId('a b')],
		['REPORT_ID_MISSING', "'Report ID'", () => parseReportId('')],
	])('%s', (code, label, parse) => {
		const rejected = refusalOf(parse);
		expect(rejected.code).toBe(code);
		expect(rejected.message.startsWith(label)).toBe(true);
		expect(rejected.hint).toMatch(/^\w.*\.$/);
	});
});

describe('a response of another form than documented', () => {
	test.each([200, 201])('a customer is read from a %d', (status) => {
		expect(parseCustomerResponse({ status, headers: {}, body: { id: 7 } }, params, NOW)).toEqual({
			kind: 'found',
			value: {
				customerId: '7',
				username: params.username,
				customerType: 'testing',
				createdDate: null,
			},
		});
		const body = { businessId: 8 };
		expect(parseBusinessResponse({ status, headers: {}, body }, '7', NOW)).toEqual({
			kind: 'found',
			value: { customerId: '7', businessId: '8' },
		});
	});

	test.each([[null], ['page'], [{}], [{ id: '', businessId: '' }], [{ id: {}, businessId: [] }]])(
		'a 200 that holds %j says what was expected',
		(body) => {
			const response = { status: 200, headers: {}, body };
			expect(parseCustomerResponse(response, params, NOW)).toMatchObject({
				kind: 'failed',
				failure: { message: expect.stringMatching(/expected a customer/) },
			});
			expect(parseBusinessResponse(response, '7', NOW)).toMatchObject({
				kind: 'failed',
				failure: { message: expect.stringMatching(/expected a business record/) },
			});
		},
	);

	test('an error status is a failure, whatever it holds', () => {
		const response = { status: 400, headers: {}, body: { id: 7, businessId: 8 } };
		expect(parseCustomerResponse(response, params, NOW)).toMatchObject({ kind: 'failed' });
		expect(parseBusinessResponse(response, '7', NOW)).toMatchObject({ kind: 'failed' });
	});
});
