// Customers, their businesses and their reports, kept until the server stops.
import { isJsonObject, type Answer, type JsonObject, type Question } from '../http';
import { CUSTOMER_NOT_FOUND, flatError, RESOURCE_NOT_FOUND } from './errors';
import { pdfWith } from './pdf';
import { makeReport, type Report } from './report';
import { readReportRequest } from './reportRequest';

interface Customer {
	id: string;
	username: string;
	createdDate: number;
	business?: JsonObject;
	reports: Report[];
}

/** The customer of the specification's examples: there from the start. */
export const DOCUMENTED_CUSTOMER = '1001483250';

const BUSINESS_FIELDS = ['name', 'personallyLiable', 'address', 'phoneNumber'];

/** The operations on customers; each takes the customer's id from the path. */
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

	const withCustomer =
		(answer: (customer: Customer, question: Question) => Answer, unknown = CUSTOMER_NOT_FOUND) =>
		(question: Question): Answer => {
			const customer = customers.get(question.pathValues[0] ?? '');
			return customer === undefined ? unknown : answer(customer, question);
		};

	return {
		reset,

		addTesting({ body, now }: Question): Answer {
			const username = isJsonObject(body) ? body['username'] : undefined;
			if (typeof username !== 'string' || !/^[\w!@.#$%&*+-]{6,255}$/.test(username)) {
				return flatError(400, '110039', 'Username is not as per the policy.');
			}
			if ([...customers.values()].some((customer) => customer.username === username)) {
				return flatError(409, '110002', 'Username is not available.');
			}
			const id = String(Number(DOCUMENTED_CUSTOMER) + customers.size);
			return { status: 201, body: add(id, username, now) };
		},

		get: withCustomer(({ id, username, createdDate }) => ({
			status: 200,
			// Documented: a number of seconds when it is created, a text when it is read.
			body: { id, username, type: 'testing', createdDate: String(createdDate) },
		})),

		addBusiness: withCustomer((customer, { body, now }) => {
			const sent = isJsonObject(body) ? body : {};
			const missing = BUSINESS_FIELDS.filter((name) => [undefined, ''].includes(sent[name] as ''));
			if (missing.length > 0) return flatError(400, '10020', `Data missing: ${missing.join(', ')}`);
			if (customer.business) {
				return flatError(409, '11000', `A business already exists for customer ${customer.id}`);
			}
			const moment = new Date(now).toISOString().slice(0, 19);
			customer.business = {
				...sent,
				businessId: customer.id.slice(-4),
				createdDate: moment,
				modifiedDate: moment,
			};
			return { status: 200, body: customer.business };
		}, CUSTOMER_ID_NOT_FOUND),

		businesses: withCustomer(
			({ business }) => ({ status: 200, body: { businesses: business ? [business] : [] } }),
			CUSTOMER_ID_NOT_FOUND,
		),

		generateReport: withCustomer((customer, { body, now }) => {
			const request = readReportRequest(body);
			if ('refusal' in request) return request.refusal;
			const report = makeReport(customer.id, request, now);
			if (report === undefined) {
				return flatError(404, '10100', 'No potential merchant metrics found.');
			}
			customer.reports.push(report);
			return { status: 200, body: report };
		}),

		report: withCustomer((customer, { pathValues, headers }) => {
			const report = customer.reports.find(({ id }) => id === pathValues[1]);
			if (report === undefined) return RESOURCE_NOT_FOUND;
			if (!headers['accept']?.includes('application/pdf')) return { status: 200, body: report };
			const bytes = pdfWith(`Small Business Credit Analytics, report ${report.id}`);
			return { status: 200, body: undefined, file: { type: 'application/pdf', bytes } };
		}),

		reports: withCustomer(({ reports }) => ({
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

/** The business operations have a longer error of their own. */
const CUSTOMER_ID_NOT_FOUND = flatError(404, '10002', 'Customer ID was not found.', {
	status: '404',
	title: 'Customer ID was not found.',
	user_message: 'Customer ID was not found.',
});
