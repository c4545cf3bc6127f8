// Open Finance reports: the standalone API's metrics in another envelope, with the quirks of Mastercard's examples.
import { randomBytes } from 'node:crypto';
import documented from '../fixtures/openFinanceReports.json';
import { findLocation, type Location } from '../sbca/location';
import { getDocumentedLocationNumber } from '../sbca/locationId';
import { getAnalyticsPeriods, getBenchmarkPeriods } from '../sbca/report';
import type { ReportRequest } from './reportRequest';

/** A report as sent and stored. */
export interface Report {
	id: string;
	requestId: string;
	createdDate: number;
	type: string;
	[field: string]: unknown;
}

/**
 * Creates a report; returns undefined if the location has no metrics.
 * @param now milliseconds since 1970
 * @param week of the simulator
 */
export function createReport(
	customerId: string,
	request: ReportRequest,
	now: number,
	week: number,
): Report | undefined {
	const location = findLocation(request.locationId, week);
	if (location === undefined || location.kind === 'tooNew') return undefined;
	const requestId = randomBytes(5).toString('hex');
	const type = request.isBenchmark ? 'sbcabenchmarksnoncra' : 'sbcaanalyticsnoncra';
	const field = request.isBenchmark
		? 'retailSalesBenchmarksMetrics'
		: 'retailSalesAnalyticsMetrics';
	const isDocumented = getDocumentedLocationNumber(location.locationId) !== undefined;
	return {
		id: `${requestId}-${type}`,
		customerType: 'testing',
		customerId: Number(customerId),
		createdDate: Math.floor(now / 1000),
		requestId,
		// The examples have requestorName and no status; the schema requires requesterName and status.
		...(isDocumented ? { requestorName: 'ABC Partner' } : { requesterName: 'ABC Partner' }),
		partnerName: 'ABC partner',
		type,
		title: 'Mastercard Open Banking Small Business Credit Analytics',
		...(isDocumented ? {} : { status: 'success' }),
		constraints: request.constraints,
		[field]: [getDocumentedMetrics(request) ?? generateMetrics(location, request)],
	};
}

/** The specification's two abbreviated examples: weekly analytics and benchmarks of location 1. */
function getDocumentedMetrics({ locationId, isBenchmark, frequency }: ReportRequest) {
	if (getDocumentedLocationNumber(locationId.toLowerCase()) !== 1) return undefined;
	if (isBenchmark) return documented.benchmarks;
	return frequency === 'Weekly' ? documented.analyticsWeekly : undefined;
}

function generateMetrics(location: Location, { isBenchmark, frequency }: ReportRequest) {
	return {
		locationId: location.locationId,
		merchantCategoryCode: location.merchantCategoryCode,
		// A number here, but a string in the standalone API.
		naicsCode: Number(location.naicsCode),
		industryName: location.industryName,
		firstSeenTxnDate: location.firstSeenTxnDate,
		lastSeenTxnDate: location.lastSeenTxnDate,
		metricsFrequency: frequency,
		metricsLists: isBenchmark
			? getBenchmarkPeriods(location)
			: getAnalyticsPeriods(location, frequency),
	};
}
