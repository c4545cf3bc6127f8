// Reports: generate, get as data or PDF, list.
import { createPdf } from './createPdf';
import type { CustomerStore } from './customerStore';
import { openFinanceError, RESOURCE_NOT_FOUND } from './errors';
import { createReport } from './report';
import { parseReportRequest } from './reportRequest';

/** POST /decisioning/customers/{customerId}/sbca */
export function generateReport(store: CustomerStore) {
	return store.withCustomer((customer, { body, now, week }) => {
		const request = parseReportRequest(body);
		if ('rejection' in request) return request.rejection;
		const report = createReport(customer.id, request, now, week);
		if (report === undefined) {
			return openFinanceError(404, '10100', 'No potential merchant metrics found.');
		}
		customer.reports.push(report);
		return { status: 200, body: report };
	});
}

/** GET /decisioning/v3/customers/{customerId}/reports/{reportId} */
export function getReport(store: CustomerStore) {
	return store.withCustomer((customer, { pathParameters, headers }) => {
		const report = customer.reports.find(({ id }) => id === pathParameters['reportId']);
		if (report === undefined) return RESOURCE_NOT_FOUND;
		if (!headers['accept']?.includes('application/pdf')) return { status: 200, body: report };
		const bytes = createPdf(`Small Business Credit Analytics, report ${report.id}`);
		return { status: 200, body: undefined, file: { contentType: 'application/pdf', bytes } };
	});
}

/** GET /decisioning/v1/customers/{customerId}/reports */
export function listReports(store: CustomerStore) {
	return store.withCustomer(({ reports }) => ({
		status: 200,
		body: {
			reports: reports.map(({ id, requestId, createdDate, type, consumerId, consumerSsn }) => ({
				id,
				requestId,
				requesterName: 'ABC Partner',
				createdDate,
				...(consumerId !== undefined && { consumerId, consumerSsn }),
				type,
				status: 'success',
			})),
		},
	}));
}
