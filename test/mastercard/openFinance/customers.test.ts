import {
	businessRequest,
	customerRequest,
	readBusiness,
	readCustomer,
	readCustomerType,
	readUsername,
} from '../../../mastercard/openFinance/customers';
import { readBusinessDetails } from '../../../mastercard/openFinance/businessDetails';
import { readCustomerId, readReportId } from '../../../mastercard/openFinance/ids';
import { refusalOf } from '../../support/refusalOf';

const NOW = Date.parse('2026-01-01T00:00:00Z');
const question = { customerType: 'testing', username: 'customerusername1' } as const;

test('a customer is created where the specification says, of either kind', () => {
	expect(customerRequest(question)).toEqual({
		path: '/aggregation/v2/customers/testing',
		body: { username: 'customerusername1' },
	});
	expect(customerRequest({ ...question, customerType: 'active' }).path).toBe(
		'/aggregation/v2/customers/active',
	);
});

test('the documented customer is read, and its ID named as the next node wants it', () => {
	const body = { id: '1005061234', username: 'customerusername1', createdDate: 1607450357 };
	expect(readCustomer({ status: 201, headers: {}, body }, question, NOW)).toEqual({
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
	expect(readCustomerType(type)).toBe(type);
});

test.each(['', 'Active', 'testing/../../x?y=', 'constructor', null, ['active'], true])(
	'%p is none, and never gets into the path of a request',
	(type) => {
		const { code, message } = refusalOf(() => readCustomerType(type));
		expect([code, message]).toEqual(['CUSTOMER_TYPE', "'Customer Type' holds none of its choices"]);
	},
);

test('a taken username is a failure that says it may be taken by a try whose answer was lost', () => {
	const body = { code: '110002', message: 'Username is not available.' };
	expect(readCustomer({ status: 409, headers: {}, body }, question, NOW)).toMatchObject({
		failure: {
			reasonCode: '110002',
			description: expect.stringMatching(/'attempts' is above 1.*may have been created/),
		},
	});
});

test.each(['abcdef', 'a1!@.#$%&*_-+', 'x'.repeat(255)])('%p is a username', (username) => {
	expect(readUsername(username)).toBe(username);
});

test.each(['', 'short', 'with space', 'ümlaut-name', 'x'.repeat(256), 'a/b/c/d'])(
	'%p is none',
	(username) => {
		expect(refusalOf(() => readUsername(username)).message).toMatch(/^'Username'/);
	},
);

test('a business record is created under its customer', () => {
	const details = readBusinessDetails(
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
	expect(businessRequest('7', details)).toEqual({
		path: '/business-services/customers/7/businesses',
		body: details,
	});
	const body = { ...details, businessId: 1112, createdDate: '2022-04-12T11:51:23' };
	expect(readBusiness({ status: 200, headers: {}, body }, '7', NOW)).toEqual({
		kind: 'found',
		value: { customerId: '7', ...body, businessId: '1112' },
	});
});

test('an ID that would change the path is refused', () => {
	for (const id of ['1/../2', '12 34', 'abc', '1?x']) {
		expect(refusalOf(() => readCustomerId(id)).code).toBe('CUSTOMER_ID');
	}
	for (const id of ['../x', 'a/b', 'a?b', 'a b']) {
		expect(refusalOf(() => readReportId(id)).code).toBe('REPORT_ID');
	}
	expect(readCustomerId(1005061234)).toBe('1005061234');
	expect(readReportId(' y3pic4xhda-sbcaanalyticsnoncra ')).toBe('y3pic4xhda-sbcaanalyticsnoncra');
});
