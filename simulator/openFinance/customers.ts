// Customers: create, find, get.
import {
	isJsonObject,
	type JsonObject,
	type OperationRequest,
	type SimulatedResponse,
} from '../http';
import type { Customer, CustomerStore } from './customerStore';
import { openFinanceError } from './errors';

const OPTIONAL_FIELDS = ['firstName', 'lastName', 'applicationId', 'phone', 'email'];

/** POST /aggregation/v2/customers/testing and /active */
export function addCustomer(store: CustomerStore, type: Customer['type']) {
	return ({ body, now }: OperationRequest): SimulatedResponse => {
		const fields = isJsonObject(body) ? body : {};
		const username = fields['username'];
		if (typeof username !== 'string' || !/^[\w!@.#$%&*+-]{6,255}$/.test(username)) {
			return openFinanceError(400, '110039', 'Username is not as per the policy.');
		}
		if (store.all().some((customer) => customer.username === username)) {
			return openFinanceError(409, '110002', 'Username is not available.');
		}
		const more = Object.fromEntries(
			OPTIONAL_FIELDS.flatMap((name) => (name in fields ? [[name, fields[name]]] : [])),
		);
		const { id, createdDate } = store.add({ username, type, more }, now);
		return { status: 201, body: { id, username, createdDate } };
	};
}

/** GET /aggregation/v1/customers, without paging and search */
export function findCustomers(store: CustomerStore) {
	return ({ query }: OperationRequest): SimulatedResponse => {
		const username = query.get('username') ?? '';
		const type = query.get('type') ?? '';
		const limit = Number(query.get('limit') ?? 25);
		if (!['', 'testing', 'active'].includes(type))
			return openFinanceError(400, '14016', 'Invalid customer type.');
		if (!(limit >= 1)) return openFinanceError(400, '41004', 'Limit cannot be less than one.');
		const found = store
			.all()
			.filter(
				(customer) =>
					(username === '' || customer.username === username) &&
					(type === '' || customer.type === type),
			);
		const displayed = found.slice(0, limit);
		return {
			status: 200,
			body: {
				found: found.length,
				displaying: displayed.length,
				moreAvailable: found.length > displayed.length,
				customers: displayed.map(toRecord),
			},
		};
	};
}

/** GET /aggregation/v1/customers/{customerId} */
export function getCustomer(store: CustomerStore) {
	return store.withCustomer((customer) => ({ status: 200, body: toRecord(customer) }));
}

/** Documented: createdDate is a number of seconds on creation, but a string when read. */
function toRecord({ id, username, type, createdDate, more }: Customer): JsonObject {
	return { id, username, ...more, type, createdDate: String(createdDate) };
}
