// A report of Open Finance: the standalone figures in their envelope, with the quirks of Mastercard's examples.
import { randomBytes } from 'node:crypto';
import documented from '../fixtures/openFinanceReports.json';
import { findLocation, type Location } from '../sbca/location';
import { documentedNumber } from '../sbca/locationId';
import { analyticsPeriods, benchmarkPeriods } from '../sbca/report';
import type { ReportRequest } from './reportRequest';

/** A report as it is sent and kept. */
export interface Report {
	id: string;
	requestId: string;
	createdDate: number;
	type: string;
	[field: string]: unknown;
}

/**
 * Makes the report, or returns undefined when the location has no metrics.
 * @param now milliseconds since 1970
 */
export function makeReport(
	customerId: string,
	request: ReportRequest,
	now: number,
): Report | undefined {
	const location = findLocation(request.locationId);
	if (location === undefined || location.kind === 'tooNew') return undefined;
	const requestId = randomBytes(5).toString('hex');
	const type = request.isBenchmark ? 'sbcabenchmarksnoncra' : 'sbcaanalyticsnoncra';
	const field = request.isBenchmark
		? 'retailSalesBenchmarksMetrics'
		: 'retailSalesAnalyticsMetrics';
	const isDocumented = documentedNumber(location.locationId) !== undefined;
	return {
		id: `${requestId}-${type}`,
		customerType: 'testing',
		customerId: Number(customerId),
		createdDate: Math.floor(now / 1000),
		requestId,
		// The examples say requestorName and have no status; the schema asks for requesterName and status.
		...(isDocumented ? { requestorName: 'ABC Partner' } : { requesterName: 'ABC Partner' }),
		partnerName: 'ABC partner',
		type,
		title: 'Mastercard Open Banking Small Business Credit Analytics',
		...(isDocumented ? {} : { status: 'success' }),
		constraints: request.constraints,
		[field]: [documentedMetrics(request) ?? generatedMetrics(location, request)],
	};
}

/** The two abbreviated examples of the specification: location 1, analytics by week and benchmarks. */
function documentedMetrics({ locationId, isBenchmark, frequency }: ReportRequest) {
	if (documentedNumber(locationId.toLowerCase()) !== 1) return undefined;
	if (isBenchmark) return documented.benchmarks;
	return frequency === 'Weekly' ? documented.analyticsWeekly : undefined;
}

function generatedMetrics(location: Location, { isBenchmark, frequency }: ReportRequest) {
	return {
		locationId: location.locationId,
		merchantCategoryCode: location.merchantCategoryCode,
		// A number here, a text in the standalone API.
		naicsCode: Number(location.naicsCode),
		industryName: location.industryName,
		firstSeenTxnDate: location.firstSeenTxnDate,
		lastSeenTxnDate: location.lastSeenTxnDate,
		metricsFrequency: frequency,
		metricsLists: isBenchmark ? benchmarkPeriods(location) : analyticsPeriods(location, frequency),
	};
}
