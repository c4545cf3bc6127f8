// The customers with their businesses and reports, kept until the simulator stops.
import type { JsonObject, OperationRequest, SimulatedResponse } from '../http';
import { CUSTOMER_NOT_FOUND } from './errors';
import type { Report } from './report';

export interface Customer {
	id: string;
	username: string;
	type: 'testing' | 'active';
	/** Seconds since 1970. */
	createdDate: number;
	/** The documented optional fields of a new customer. */
	more: JsonObject;
	business?: JsonObject;
	reports: Report[];
}

/** The customer of the specification's examples: exists from the start. */
export const DOCUMENTED_CUSTOMER = '1001483250';

/** Exists from the start, with a report of another kind: about a consumer, with the specification's example values. */
export const CUSTOMER_WITH_CONSUMER_REPORT = '1005061234';

const CONSUMER_REPORT: Report = {
	id: 'u4hstnnak45g',
	requestId: 'cjqm4wtdcn',
	createdDate: 1607450357,
	type: 'voi',
	consumerId: '0bf46322c167b562e6cbed9d40e19a4c',
	consumerSsn: '9999',
};

export interface CustomerStore {
	/** @param now milliseconds since 1970 */
	add(customer: Pick<Customer, 'username' | 'type' | 'more'>, now: number): Customer;
	all(): Customer[];
	/** An operation on the customer whose ID is in the path. */
	withCustomer(
		handle: (customer: Customer, request: OperationRequest) => SimulatedResponse,
		notFound?: SimulatedResponse,
	): (request: OperationRequest) => SimulatedResponse;
	reset(): void;
}

/** Starts with the documented customers. */
export function createCustomerStore(): CustomerStore {
	const customers = new Map<string, Customer>();
	const add = (id: string, fields: Pick<Customer, 'username' | 'type' | 'more'>, now: number) => {
		const customer = { id, ...fields, createdDate: Math.floor(now / 1000), reports: [] };
		customers.set(id, customer);
		return customer;
	};
	const store: CustomerStore = {
		add: (fields, now) => add(String(Number(DOCUMENTED_CUSTOMER) + customers.size), fields, now),
		all: () => [...customers.values()],
		withCustomer: (handle, notFound = CUSTOMER_NOT_FOUND) => {
			return (request) => {
				const customer = customers.get(request.pathParameters['customerId'] ?? '');
				return customer === undefined ? notFound : handle(customer, request);
			};
		},
		reset() {
			customers.clear();
			const start = Date.UTC(2025, 1, 17);
			const fields = { type: 'testing', more: {} } as const;
			add(DOCUMENTED_CUSTOMER, { ...fields, username: 'customerusername1' }, start);
			const other: Customer = add(
				CUSTOMER_WITH_CONSUMER_REPORT,
				{ ...fields, username: 'customerusername2' },
				start,
			);
			other.reports.push(CONSUMER_REPORT);
		},
	};
	store.reset();
	return store;
}
