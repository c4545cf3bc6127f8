/** How Open Finance creates reports, and how they are found again: by the customer's list, and by their IDs. */
import type { HttpResponse } from '../../../mastercard/errors/Failure';
import { declined, unexpected } from '../../../mastercard/openFinance/failure';
import {
	getReportKey,
	getRequestKey,
	parseCandidates,
} from '../../../mastercard/openFinance/findReport';
import {
	buildReportRequest,
	getReportId,
	isInProgress,
	parseReportResponse,
	type ReportCustomer,
} from '../../../mastercard/openFinance/report';
import {
	buildReportListRequest,
	buildStoredReportRequest,
} from '../../../mastercard/openFinance/storedReport';
import type { LocationReport } from '../../../mastercard/sbca/report';
import type { Creation, FetchResult } from '../creation/creation';
import type { ReportRequest } from './sbcaApi';

type Request = ReportRequest<ReportCustomer>;

/** @param startedAt When the run started, ms since 1970. */
export function createReports(startedAt: number): Creation<Request, LocationReport> {
	/** By report ID, the request that it was created by, as far as that is known. */
	const creators = new Map<string, string>();
	const keyOf = ({ params, customer }: Request) => getRequestKey(params, customer);
	let lookups = 0;

	return {
		subject: 'report',
		howToFind: ({ customer: { customerId } }) =>
			`Look for it with the Get Many operation of SBCA Report and 'Customer ID' ${customerId}, then retrieve it with the Get operation.`,
		buildRequest: ({ params, customer }) => ({
			method: 'POST',
			...buildReportRequest(params, customer),
		}),
		parseResponse(response, row, now) {
			const id = response.status === 200 ? getReportId(response.body) : null;
			if (id !== null) creators.set(id, keyOf(row));
			const result = parseReportResponse(response, row.params, now);
			return result.kind === 'failed' && isUnfinished(response)
				? { kind: 'unfinished', id, failure: result.failure }
				: result;
		},
		buildLookup: ({ customer }) => ({
			method: 'GET',
			...buildReportListRequest(customer.customerId),
		}),
		parseLookup(response, row, now) {
			const result = parseCandidates(response, row.params, startedAt, now);
			if (result.kind === 'failed') return result;
			// Each row begins at another one, so that together they soon know all.
			lookups += 1;
			const start = lookups % Math.max(1, result.ids.length);
			return { ...result, ids: [...result.ids.slice(start), ...result.ids.slice(0, start)] };
		},
		byId: {
			narrow(row, ids) {
				const own = ids.find((id) => creators.get(id) === keyOf(row));
				return own === undefined ? ids.filter((id) => !creators.has(id)) : [own];
			},
			buildRequest: ({ customer: { customerId } }, reportId) => ({
				method: 'GET',
				...buildStoredReportRequest({ customerId, reportId }),
			}),
			parseResponse(response, row, { id, isKnown }, now): FetchResult<LocationReport> {
				if (response.status !== 200) return { ...declined(response, now), kind: 'unavailable' };
				const key = getReportKey(response.body);
				if (key !== null) creators.set(id, key);
				if (key !== null && key !== keyOf(row)) return { kind: 'other' };
				const result = parseReportResponse(response, row.params, now);
				if (result.kind === 'failed' && isUnfinished(response))
					return { kind: 'unfinished', id, failure: result.failure };
				if (key !== null || isKnown) return result;
				return { ...unexpected(response, 'a report with its request'), kind: 'unavailable' };
			},
		},
	};
}

function isUnfinished({ status, body }: HttpResponse): boolean {
	return status === 200 && isInProgress(body);
}
