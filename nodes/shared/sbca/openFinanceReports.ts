/** How Open Finance creates reports, and how they are found again: by the customer's list, and by their IDs. */
import type { HttpResponse } from '../../../mastercard/errors/Failure';
import { declined, unexpected } from '../../../mastercard/openFinance/failure';
import {
	hasRequest,
	isReportOn,
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
	/** By report ID, the request that a report was created by: no other row of the run can have created it. */
	const creators = new Map<string, string>();
	const nameOf = ({ params, customer }: Request) => JSON.stringify([params, customer]);
	const remember = (id: string | null, row: Request) => {
		if (id !== null) creators.set(id, nameOf(row));
	};

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
			remember(id, row);
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
			const mayBeIt = (id: string) => [undefined, nameOf(row)].includes(creators.get(id));
			return { ...result, ids: result.ids.filter(mayBeIt) };
		},
		byId: {
			buildRequest: ({ customer: { customerId } }, reportId) => ({
				method: 'GET',
				...buildStoredReportRequest({ customerId, reportId }),
			}),
			parseResponse(response, row, { id, isKnown }, now): FetchResult<LocationReport> {
				if (response.status !== 200) return { ...declined(response, now), kind: 'unavailable' };
				const isComparable = hasRequest(response.body);
				if (isComparable && !isReportOn(response.body, row.params, row.customer))
					return { kind: 'other' };
				if (isComparable) remember(id, row);
				const result = parseReportResponse(response, row.params, now);
				if (result.kind === 'failed' && isUnfinished(response))
					return { kind: 'unfinished', id, failure: result.failure };
				if (isComparable || isKnown) return result;
				return { ...unexpected(response, 'a report with its request'), kind: 'unavailable' };
			},
		},
	};
}

function isUnfinished({ status, body }: HttpResponse): boolean {
	return status === 200 && isInProgress(body);
}
