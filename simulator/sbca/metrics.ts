// GET /small-business/credit-analytics/locations/metrics/{location_id}
import { errorResponse, type MastercardError } from '../errors';
import type { SimulatedResponse, OperationRequest } from '../http';
import { findLocation } from './location';
import { isUuid } from './locationId';
import { getAnalyticsPeriods, getBenchmarkPeriods, type Frequency } from './report';
import { documentedError, invalidData, metricsNotFound, missingParameter } from './requestErrors';

const FREQUENCIES: Record<string, Frequency> = { weekly: 'Weekly', monthly: 'Monthly' };
const METRICS_TYPES = ['retail_sales_analytics', 'retail_sales_benchmarks'];

/** Validates the query, then checks consent, then looks up the location. */
export function getLocationMetrics({
	query,
	week,
	pathParameters: { locationId = '' },
}: OperationRequest): SimulatedResponse {
	const type = query.get('metrics_type') || 'retail_sales_analytics';
	const frequency = FREQUENCIES[(query.get('metrics_frequency') ?? '').toLowerCase()];
	const errors = validateQuery(query, locationId, type, frequency);
	if (errors.length > 0 || frequency === undefined) return errorResponse(400, ...errors);
	if (query.get('has_consent') === 'false') return documentedError('CONSENT_NOT_PROVIDED');

	const location = findLocation(locationId, week);
	if (location === undefined) return documentedError('LOCATION_NOT_FOUND');
	if (location.kind === 'tooNew') return metricsNotFound();
	return {
		status: 200,
		body: {
			locationId: location.locationId,
			merchantCategoryCode: location.merchantCategoryCode,
			naicsCode: location.naicsCode,
			industryName: location.industryName,
			firstSeenTxnDate: location.firstSeenTxnDate,
			lastSeenTxnDate: location.lastSeenTxnDate,
			metricsFrequency: frequency,
			metricsLists:
				type === 'retail_sales_analytics'
					? getAnalyticsPeriods(location, frequency)
					: getBenchmarkPeriods(location),
		},
	};
}

function validateQuery(
	query: URLSearchParams,
	locationId: string,
	type: string,
	frequency: Frequency | undefined,
): MastercardError[] {
	const errors = [];
	if (!isUuid(locationId)) {
		errors.push(invalidData('location_id', 'location_id must be a UUID returned from /matches.'));
	}
	const consent = query.get('has_consent') ?? '';
	if (consent === '') errors.push(missingParameter('has_consent'));
	else if (consent !== 'true' && consent !== 'false') {
		errors.push(invalidData('has_consent', 'has_consent must be true or false.'));
	}
	if (!METRICS_TYPES.includes(type)) {
		errors.push(invalidData('metrics_type', `metrics_type must be ${METRICS_TYPES.join(' or ')}.`));
	}
	if (!query.get('metrics_frequency')) errors.push(missingParameter('metrics_frequency'));
	else if (frequency === undefined) {
		errors.push(invalidData('metrics_frequency', 'metrics_frequency must be weekly or monthly.'));
	} else if (type === 'retail_sales_benchmarks' && frequency === 'Weekly') {
		errors.push(invalidData('metrics_frequency', 'retail_sales_benchmarks are monthly only.'));
	}
	return errors;
}
