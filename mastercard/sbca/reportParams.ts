/** Parses the parameters of a report request; shared by both APIs. */
import { InvalidParameterError } from '../errors/InvalidParameterError';
import { requireConsent } from '../requireConsent';
import { requiredText } from './parseText';

/** Sales figures of the location, or the location compared with its peers. */
export type MetricType = 'retail_sales_analytics' | 'retail_sales_benchmarks';
export type MetricFrequency = 'Weekly' | 'Monthly';

/** One report on one location. Consent is not included: a row without it is rejected before any call. */
export interface ReportParams {
	/** A UUID, from the merchant lookup. */
	locationId: string;
	metricType: MetricType;
	metricFrequency: MetricFrequency;
}

/** The parameters of a row, as the user gave them. */
export type ReportFields = Readonly<Partial<Record<keyof ReportParams | 'hasConsent', unknown>>>;

/** The specification says UUID, of any version: Mastercard's own test locations have no version. */
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** @throws InvalidParameterError for the first field that cannot be sent; consent is checked first. */
export function parseReportParams(fields: ReportFields): ReportParams {
	requireConsent(fields.hasConsent);
	const locationId = requiredText(fields.locationId, 'Location ID');
	if (!isLocationId(locationId))
		throw new InvalidParameterError(
			'LOCATION_ID',
			"'Location ID' is not a location ID",
			'Map it to the locationId from SBCA Match Location, for example a1b2c3d4-0000-1234-abcd-000000000001.',
		);
	const metricType = parseMetricType(fields.metricType);
	const metricFrequency = parseMetricFrequency(fields.metricFrequency);
	if (metricFrequency === null)
		throw new InvalidParameterError(
			'METRIC_FREQUENCY',
			"'Metric Frequency' has an invalid value",
			'Use Weekly or Monthly.',
		);
	if (metricType === 'retail_sales_benchmarks' && metricFrequency === 'Weekly')
		throw new InvalidParameterError(
			'BENCHMARKS_ARE_MONTHLY',
			"'Metric Frequency' is Weekly, but benchmarks are monthly only",
			"Set 'Metric Frequency' to Monthly.",
		);
	return { locationId, metricType, metricFrequency };
}

/** Whether a value can be the ID of a location. Such a value needs no encoding in a path. */
export function isLocationId(value: unknown): value is string {
	return typeof value === 'string' && UUID.test(value);
}

/** Whether two IDs are of the same location. UUIDs are case-insensitive. */
export function isSameLocation(one: string, other: string): boolean {
	return one.toLowerCase() === other.toLowerCase();
}

/** @returns Mastercard's spelling for any case; null for anything else. */
export function parseMetricFrequency(value: unknown): MetricFrequency | null {
	const name = typeof value === 'string' ? value.trim().toLowerCase() : '';
	return name === 'weekly' ? 'Weekly' : name === 'monthly' ? 'Monthly' : null;
}

function parseMetricType(value: unknown): MetricType {
	if (value === 'retail_sales_analytics' || value === 'retail_sales_benchmarks') return value;
	throw new InvalidParameterError(
		'METRIC_TYPE',
		"'Metric Type' has an invalid value",
		'Use retail_sales_analytics or retail_sales_benchmarks.',
	);
}
