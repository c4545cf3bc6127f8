// Customers, their businesses and their reports, kept until the simulator stops.
import {
	isJsonObject,
	type SimulatedResponse,
	type JsonObject,
	type OperationRequest,
} from '../http';
import { CUSTOMER_NOT_FOUND, openFinanceError, RESOURCE_NOT_FOUND } from './errors';
import { createPdf } from './createPdf';
import { createReport, type Report } from './report';
import { parseReportRequest } from './reportRequest';

interface Customer {
	id: string;
	username: string;
	createdDate: number;
	business?: JsonObject;
	reports: Report[];
}

/** The customer of the specification's examples: exists from the start. */
export const DOCUMENTED_CUSTOMER = '1001483250';

const BUSINESS_FIELDS = ['name', 'personallyLiable', 'address', 'phoneNumber'];

/** The operations on customers. */
export function createCustomers() {
	const customers = new Map<string, Customer>();
	const add = (id: string, username: string, now: number) => {
		const createdDate = Math.floor(now / 1000);
		customers.set(id, { id, username, createdDate, reports: [] });
		return { id, username, createdDate };
	};
	const reset = () => {
		customers.clear();
		add(DOCUMENTED_CUSTOMER, 'customerusername1', Date.UTC(2025, 1, 17));
	};
	reset();

	/** Looks up the customer whose ID is in the path. */
	const withCustomer =
		(
			handle: (customer: Customer, request: OperationRequest) => SimulatedResponse,
			notFound = CUSTOMER_NOT_FOUND,
		) =>
		(request: OperationRequest): SimulatedResponse => {
			const customer = customers.get(request.pathParameters['customerId'] ?? '');
			return customer === undefined ? notFound : handle(customer, request);
		};

	return {
		reset,

		addCustomer({ body, now }: OperationRequest): SimulatedResponse {
			const username = isJsonObject(body) ? body['username'] : undefined;
			if (typeof username !== 'string' || !/^[\w!@.#$%&*+-]{6,255}$/.test(username)) {
				return openFinanceError(400, '110039', 'Username is not as per the policy.');
			}
			if ([...customers.values()].some((customer) => customer.username === username)) {
				return openFinanceError(409, '110002', 'Username is not available.');
			}
			const id = String(Number(DOCUMENTED_CUSTOMER) + customers.size);
			return { status: 201, body: add(id, username, now) };
		},

		getCustomer: withCustomer(({ id, username, createdDate }) => ({
			status: 200,
			// Documented: createdDate is a number of seconds on creation, but a string when read.
			body: { id, username, type: 'testing', createdDate: String(createdDate) },
		})),

		addBusiness: withCustomer((customer, { body, now }) => {
			const business = isJsonObject(body) ? body : {};
			const missing = BUSINESS_FIELDS.filter((name) =>
				[undefined, ''].includes(business[name] as ''),
			);
			if (missing.length > 0)
				return openFinanceError(400, '10020', `Data missing: ${missing.join(', ')}`);
			if (customer.business) {
				return openFinanceError(
					409,
					'11000',
					`A business already exists for customer ${customer.id}`,
				);
			}
			const timestamp = new Date(now).toISOString().slice(0, 19);
			customer.business = {
				...business,
				businessId: customer.id.slice(-4),
				createdDate: timestamp,
				modifiedDate: timestamp,
			};
			return { status: 200, body: customer.business };
		}, CUSTOMER_ID_NOT_FOUND),

		listBusinesses: withCustomer(
			({ business }) => ({ status: 200, body: { businesses: business ? [business] : [] } }),
			CUSTOMER_ID_NOT_FOUND,
		),

		generateReport: withCustomer((customer, { body, now }) => {
			const request = parseReportRequest(body);
			if ('rejection' in request) return request.rejection;
			const report = createReport(customer.id, request, now);
			if (report === undefined) {
				return openFinanceError(404, '10100', 'No potential merchant metrics found.');
			}
			customer.reports.push(report);
			return { status: 200, body: report };
		}),

		getReport: withCustomer((customer, { pathParameters, headers }) => {
			const report = customer.reports.find(({ id }) => id === pathParameters['reportId']);
			if (report === undefined) return RESOURCE_NOT_FOUND;
			if (!headers['accept']?.includes('application/pdf')) return { status: 200, body: report };
			const bytes = createPdf(`Small Business Credit Analytics, report ${report.id}`);
			return { status: 200, body: undefined, file: { contentType: 'application/pdf', bytes } };
		}),

		listReports: withCustomer(({ reports }) => ({
			status: 200,
			body: {
				reports: reports.map(({ id, requestId, createdDate, type }) => ({
					id,
					requestId,
					requesterName: 'ABC Partner',
					createdDate,
					type,
					status: 'success',
				})),
			},
		})),
	};
}

/** The business operations have an error body of their own. */
const CUSTOMER_ID_NOT_FOUND = openFinanceError(404, '10002', 'Customer ID was not found.', {
	status: '404',
	title: 'Customer ID was not found.',
	user_message: 'Customer ID was not found.',
});
