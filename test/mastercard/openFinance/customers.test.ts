import {
	buildBusinessRequest,
	buildBusinessSearch,
	buildCustomerRequest,
	buildCustomerSearch,
	parseBusinessResponse,
	parseBusinessSearch,
	parseCustomerResponse,
	parseCustomerSearch,
	parseCustomerType,
	parseUsername,
} from '../../../mastercard/openFinance/customers';
import { parseBusinessDetails } from '../../../mastercard/openFinance/businessDetails';
import { parseCustomerId, parseReportId } from '../../../mastercard/openFinance/ids';
import { getRejection } from '../../support/getRejection';

const NOW = Date.parse('2026-01-01T00:00:00Z');
const params = { customerType: 'testing', username: 'customerusername1' } as const;

test('sends either type of customer to the documented path', () => {
	expect(buildCustomerRequest(params)).toEqual({
		path: '/aggregation/v2/customers/testing',
		body: { username: 'customerusername1' },
	});
	expect(buildCustomerRequest({ ...params, customerType: 'active' }).path).toBe(
		'/aggregation/v2/customers/active',
	);
});

test('parses the documented customer, with its ID under the name that the next node uses', () => {
	const body = { id: '1005061234', username: 'customerusername1', createdDate: 1607450357 };
	expect(parseCustomerResponse({ status: 201, headers: {}, body }, params, NOW)).toEqual({
		kind: 'succeeded',
		value: {
			customerId: '1005061234',
			username: 'customerusername1',
			customerType: 'testing',
			createdDate: '2020-12-08T17:59:17.000Z',
		},
	});
});

test.each(['testing', 'active'])('accepts the customer type %p', (type) => {
	expect(parseCustomerType(type)).toBe(type);
});

test.each(['', 'Active', 'testing/../../x?y=', 'constructor', null, ['active'], true])(
	'rejects the customer type %p, which never gets into the path of a request',
	(type) => {
		const { code, message } = getRejection(() => parseCustomerType(type));
		expect([code, message]).toEqual(['CUSTOMER_TYPE', "'Customer Type' has an invalid value"]);
	},
);

test('fails for a username in use, and says that an earlier run may have taken it', () => {
	const body = { code: '110002', message: 'Username is not available.' };
	expect(parseCustomerResponse({ status: 409, headers: {}, body }, params, NOW)).toMatchObject({
		failure: {
			reasonCode: '110002',
			description: expect.stringMatching(/earlier run.*look for it before you choose another name/),
		},
	});
});

test.each(['abcdef', 'a1!@.#$%&*_-+', 'x'.repeat(255)])('accepts the username %p', (username) => {
	expect(parseUsername(username)).toBe(username);
});

test.each(['', 'short', 'with space', 'ümlaut-name', 'x'.repeat(256), 'a/b/c/d'])(
	'rejects the username %p',
	(username) => {
		expect(getRejection(() => parseUsername(username)).message).toMatch(/^'Username'/);
	},
);

describe('the search for what a lost request has created', () => {
	const STARTED_AT = NOW - 30_000;
	const customer = {
		id: '7',
		username: params.username,
		type: 'testing',
		createdDate: String(NOW / 1000),
	};
	const search = (customers: unknown, status = 200) =>
		parseCustomerSearch({ status, headers: {}, body: { customers } }, params, STARTED_AT, NOW);

	test('asks for one username', () => {
		expect(buildCustomerSearch(params)).toEqual({
			path: '/aggregation/v1/customers',
			query: { username: 'customerusername1' },
		});
	});

	test('takes the customer as if it had just been created', () => {
		const { type: _type, createdDate, ...body } = customer;
		const created = {
			status: 201,
			headers: {},
			body: { ...body, createdDate: Number(createdDate) },
		};
		expect(_type).toBe('testing');
		expect(search(['other', { ...customer, username: 'another' }, customer])).toEqual(
			parseCustomerResponse(created, params, NOW),
		);
	});

	test.each([
		['no customer', []],
		['another one', [{ ...customer, username: 'customerusername12' }]],
		['one of the other type', [{ ...customer, type: 'active' }]],
		['one from before the run', [{ ...customer, createdDate: String(NOW / 1000 - 3600) }]],
	])('finds nothing in a list with %s', (_, customers) => {
		expect(search(customers)).toEqual({ kind: 'none' });
	});

	test('fails when there is no list', () => {
		expect(search([], 404)).toMatchObject({ kind: 'failed', failure: { httpCode: 404 } });
		expect(search({})).toMatchObject({ failure: { reasonCode: 'UNEXPECTED_RESPONSE' } });
	});

	const details = parseBusinessDetails(
		{
			name: 'ABC',
			addressLine1: '1 A St',
			city: 'B',
			state: 'UT',
			postalCode: '84123',
			phoneCountryCode: '1',
			phoneNo: '8042221111',
		},
		'record',
	);
	const record = { ...details, businessId: '12' };
	const searchBusiness = (body: unknown, status = 200) =>
		parseBusinessSearch({ status, headers: {}, body }, '7', details, NOW);

	test('takes the business record with the same name and address', () => {
		expect(buildBusinessSearch('7').path).toBe('/business-services/customers/7/businesses');
		expect(searchBusiness([record])).toEqual({
			kind: 'succeeded',
			value: { customerId: '7', ...record },
		});
	});

	test.each([
		['none', 404, {}],
		['an empty list', 200, []],
		['no list', 200, {}],
		['another name', 200, [{ ...record, name: 'DEF' }]],
		['another address', 200, [{ ...record, address: { addressLine1: '2 A St' } }]],
		['no address', 200, [{ ...record, address: null }]],
	])('finds no business record where there is %s', (_, status, body) => {
		expect(searchBusiness(body, status)).toEqual({ kind: 'none' });
	});

	test('fails when the business record cannot be read', () => {
		expect(searchBusiness({}, 403)).toMatchObject({ kind: 'failed' });
	});
});

test('creates a business record under its customer', () => {
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
		'record',
	);
	expect(buildBusinessRequest('7', details)).toEqual({
		path: '/business-services/customers/7/businesses',
		body: details,
	});
	const body = { ...details, businessId: 1112, createdDate: '2022-04-12T11:51:23' };
	expect(parseBusinessResponse({ status: 200, headers: {}, body }, '7', NOW)).toEqual({
		kind: 'succeeded',
		value: { customerId: '7', ...body, businessId: '1112' },
	});
});

test('rejects an ID that would change the path', () => {
	for (const id of ['1/../2', '12 34', 'abc', '1?x']) {
		expect(getRejection(() => parseCustomerId(id)).code).toBe('CUSTOMER_ID');
	}
	for (const id of ['../x', 'a/b', 'a?b', 'a b']) {
		expect(getRejection(() => parseReportId(id)).code).toBe('REPORT_ID');
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
		const rejected = getRejection(parse);
		expect(rejected.code).toBe(code);
		expect(rejected.message.startsWith(label)).toBe(true);
		expect(rejected.hint).toMatch(/^\w.*\.$/);
	});
});

describe('a response of another form than documented', () => {
	test.each([200, 201])('a customer is read from a %d', (status) => {
		expect(parseCustomerResponse({ status, headers: {}, body: { id: 7 } }, params, NOW)).toEqual({
			kind: 'succeeded',
			value: {
				customerId: '7',
				username: params.username,
				customerType: 'testing',
				createdDate: null,
			},
		});
		const body = { businessId: 8 };
		expect(parseBusinessResponse({ status, headers: {}, body }, '7', NOW)).toEqual({
			kind: 'succeeded',
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
