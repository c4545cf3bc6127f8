// The business record of a customer: create and get.
import { isJsonObject } from '../http';
import type { CustomerStore } from './customerStore';
import { openFinanceError } from './errors';

const REQUIRED_FIELDS = ['name', 'personallyLiable', 'address', 'phoneNumber'];

/** Documented lengths, at least and at most. */
const LENGTHS: Record<string, [min: number, max: number]> = {
	name: [1, 150],
	url: [0, 2000],
	type: [0, 150],
	taxId: [9, 15],
};

/** POST /business-services/customers/{customerId}/businesses */
export function addBusiness(store: CustomerStore) {
	return store.withCustomer((customer, { body, now }) => {
		const business = isJsonObject(body) ? body : {};
		const missing = REQUIRED_FIELDS.filter((name) =>
			[undefined, ''].includes(business[name] as ''),
		);
		if (missing.length > 0)
			return openFinanceError(400, '10020', `Data missing: ${missing.join(', ')}`);
		const invalid = Object.entries(LENGTHS).filter(
			([name, [min, max]]) => !isWithin(business[name], min, max),
		);
		if (invalid.length > 0)
			return openFinanceError(
				400,
				'10025',
				`Invalid data: ${invalid.map(([name]) => name).join(', ')}`,
			);
		if (customer.business) {
			const message = `A business already exists for customer ${customer.id}`;
			return openFinanceError(409, '11000', message);
		}
		const timestamp = new Date(now).toISOString().slice(0, 19);
		customer.business = {
			...business,
			businessId: customer.id.slice(-4),
			createdDate: timestamp,
			modifiedDate: timestamp,
		};
		return { status: 200, body: customer.business };
	}, CUSTOMER_ID_NOT_FOUND);
}

/** GET of the same path. Documented: a list of exactly one. What a customer without a business gets is assumed. */
export function listBusinesses(store: CustomerStore) {
	return store.withCustomer(
		({ business }) => (business ? { status: 200, body: [business] } : BUSINESS_ID_NOT_FOUND),
		CUSTOMER_ID_NOT_FOUND,
	);
}

function isWithin(value: unknown, min: number, max: number): boolean {
	if (value === undefined) return true;
	return typeof value === 'string' && value.length >= min && value.length <= max;
}

/** These operations have error bodies of their own. */
function notFound(code: string, message: string) {
	return openFinanceError(404, code, message, {
		status: '404',
		title: message,
		user_message: message,
	});
}

const CUSTOMER_ID_NOT_FOUND = notFound('10002', 'Customer ID was not found.');
const BUSINESS_ID_NOT_FOUND = notFound('10003', 'Business ID was not found.');
