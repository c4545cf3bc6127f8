// Validates the body of POST /decisioning/customers/{customerId}/sbca.
import { isJsonObject, type SimulatedResponse, type JsonObject } from '../http';
import { isUuid } from '../sbca/locationId';
import type { Frequency } from '../sbca/report';
import { openFinanceError } from './errors';

/** A valid request. */
export interface ReportRequest {
	locationId: string;
	isBenchmark: boolean;
	frequency: Frequency;
	/** The request body, repeated in the report. */
	constraints: JsonObject;
}

const SBCA_PARAMS = 'analyticsReportData.sbcaParams';
const BUSINESS_DETAILS = 'analyticsReportData.businessDetails';

const REQUIRED_FIELDS = [
	...['hasConsent', 'metricFrequency', 'metricType', 'locationId'].map(
		(name) => `${SBCA_PARAMS}.${name}`,
	),
	...['name', 'personallyLiable'].map((name) => `${BUSINESS_DETAILS}.${name}`),
	...['addressLine1', 'city', 'state', 'country', 'postalCode'].map(
		(name) => `${BUSINESS_DETAILS}.address.${name}`,
	),
	...['countryCode', 'phoneNo'].map((name) => `${BUSINESS_DETAILS}.phoneNumber.${name}`),
];

const FREQUENCIES: Record<string, Frequency> = { weekly: 'Weekly', monthly: 'Monthly' };

/** @returns the request, or the rejection if it is invalid */
export function parseReportRequest(
	body: unknown,
): ReportRequest | { rejection: SimulatedResponse } {
	const reject = (code: string, message: string) => ({
		rejection: openFinanceError(400, code, message),
	});
	const get = (path: string) => getValue(body, path);
	if (!isJsonObject(body) || get('analyticsReportData') === undefined) {
		return reject(
			'10020',
			`Data missing: analyticsReportData, ${SBCA_PARAMS}, ${BUSINESS_DETAILS}...`,
		);
	}
	const missing = REQUIRED_FIELDS.filter((path) =>
		[undefined, null, ''].includes(get(path) as null),
	);
	if (missing.length > 0) return reject('10020', `Data missing: ${missing.join(', ')}`);

	const frequency = FREQUENCIES[String(get(`${SBCA_PARAMS}.metricFrequency`)).toLowerCase()];
	const type = get(`${SBCA_PARAMS}.metricType`);
	const isBenchmark = type === 'retail_sales_benchmarks';
	if (get(`${SBCA_PARAMS}.hasConsent`) !== true)
		return reject('10025', `Invalid data: ${SBCA_PARAMS}.hasConsent`);
	if (!isBenchmark && type !== 'retail_sales_analytics') {
		return reject('10025', `Invalid data: ${SBCA_PARAMS}.metricType`);
	}
	if (frequency === undefined || (isBenchmark && frequency === 'Weekly')) {
		return reject('10025', `Invalid data: ${SBCA_PARAMS}.metricFrequency`);
	}
	const locationId = String(get(`${SBCA_PARAMS}.locationId`));
	if (!isUuid(locationId)) {
		return reject(
			'10003',
			'Missing or invalid request parameter(s) - locationId must be a valid UUID',
		);
	}
	const tooLong = ['addressLine1', 'addressLine2'].filter(
		(name) => String(get(`${BUSINESS_DETAILS}.address.${name}`) ?? '').length > 50,
	);
	if (tooLong.length > 0)
		return reject('10025', `Invalid data: ${BUSINESS_DETAILS}.address.${tooLong.join(', ')}`);
	if (!/^[A-Z]{2,3}$/.test(String(get(`${BUSINESS_DETAILS}.address.country`)))) {
		return reject('10000', 'Invalid country code provided.');
	}
	const phone = `${String(get(`${BUSINESS_DETAILS}.phoneNumber.countryCode`))} ${String(get(`${BUSINESS_DETAILS}.phoneNumber.phoneNo`))}`;
	if (!/^\d{1,3} \d{7,12}$/.test(phone)) return reject('10000', 'Invalid phone number provided.');
	return { locationId, isBenchmark, frequency, constraints: body };
}

function getValue(value: unknown, path: string): unknown {
	return path
		.split('.')
		.reduce<unknown>((part, name) => (isJsonObject(part) ? part[name] : undefined), value);
}
