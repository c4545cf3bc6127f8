// Checks the body of POST /decisioning/customers/{customerId}/sbca.
import { isJsonObject, type Answer, type JsonObject } from '../http';
import { isUuid } from '../sbca/locationId';
import type { Frequency } from '../sbca/report';
import { flatError } from './errors';

/** A request that passed. */
export interface ReportRequest {
	locationId: string;
	isBenchmark: boolean;
	frequency: Frequency;
	/** The body as sent, echoed in the report. */
	constraints: JsonObject;
}

const PARAMS = 'analyticsReportData.sbcaParams';
const BUSINESS = 'analyticsReportData.businessDetails';

const REQUIRED = [
	...['hasConsent', 'metricFrequency', 'metricType', 'locationId'].map(
		(name) => `${PARAMS}.${name}`,
	),
	...['name', 'personallyLiable'].map((name) => `${BUSINESS}.${name}`),
	...['addressLine1', 'city', 'state', 'country', 'postalCode'].map(
		(name) => `${BUSINESS}.address.${name}`,
	),
	...['countryCode', 'phoneNo'].map((name) => `${BUSINESS}.phoneNumber.${name}`),
];

const FREQUENCIES: Record<string, Frequency> = { weekly: 'Weekly', monthly: 'Monthly' };

/** @returns the request, or the refusal */
export function readReportRequest(body: unknown): ReportRequest | { refusal: Answer } {
	const refused = (code: string, message: string) => ({ refusal: flatError(400, code, message) });
	const at = (path: string) => valueAt(body, path);
	if (!isJsonObject(body) || at('analyticsReportData') === undefined) {
		return refused('10020', `Data missing: analyticsReportData, ${PARAMS}, ${BUSINESS}...`);
	}
	const missing = REQUIRED.filter((path) => [undefined, null, ''].includes(at(path) as null));
	if (missing.length > 0) return refused('10020', `Data missing: ${missing.join(', ')}`);

	const frequency = FREQUENCIES[String(at(`${PARAMS}.metricFrequency`)).toLowerCase()];
	const type = at(`${PARAMS}.metricType`);
	const isBenchmark = type === 'retail_sales_benchmarks';
	if (at(`${PARAMS}.hasConsent`) !== true)
		return refused('10025', `Invalid data: ${PARAMS}.hasConsent`);
	if (!isBenchmark && type !== 'retail_sales_analytics') {
		return refused('10025', `Invalid data: ${PARAMS}.metricType`);
	}
	if (frequency === undefined || (isBenchmark && frequency === 'Weekly')) {
		return refused('10025', `Invalid data: ${PARAMS}.metricFrequency`);
	}
	const locationId = String(at(`${PARAMS}.locationId`));
	if (!isUuid(locationId)) {
		return refused(
			'10003',
			'Missing or invalid request parameter(s) - locationId must be a valid UUID',
		);
	}
	if (!/^[A-Z]{2,3}$/.test(String(at(`${BUSINESS}.address.country`)))) {
		return refused('10000', 'Invalid country code provided.');
	}
	const phone = `${String(at(`${BUSINESS}.phoneNumber.countryCode`))} ${String(at(`${BUSINESS}.phoneNumber.phoneNo`))}`;
	if (!/^\d{1,3} \d{7,12}$/.test(phone)) return refused('10000', 'Invalid phone number provided.');
	return { locationId, isBenchmark, frequency, constraints: body };
}

function valueAt(value: unknown, path: string): unknown {
	return path
		.split('.')
		.reduce<unknown>((part, name) => (isJsonObject(part) ? part[name] : undefined), value);
}
