import fc from 'fast-check';
import { isLocationId, parseReportParams } from '../../../mastercard/sbca/reportParams';
import { getRejection } from '../../support/getRejection';

const FIELDS = {
	locationId: 'a1b2c3d4-0000-1234-abcd-000000000001',
	hasConsent: true,
	metricType: 'retail_sales_analytics',
	metricFrequency: 'Weekly',
};

test('parses a complete row; consent is required but not passed on', () => {
	expect(parseReportParams(FIELDS)).toEqual({
		locationId: FIELDS.locationId,
		metricType: 'retail_sales_analytics',
		metricFrequency: 'Weekly',
	});
});

test('accepts any UUID as a location ID, of any version and in any case', () => {
	fc.assert(
		fc.property(fc.uuid(), fc.boolean(), (uuid, upper) => {
			const locationId = upper ? uuid.toUpperCase() : uuid;
			expect(parseReportParams({ ...FIELDS, locationId: ` ${locationId} ` }).locationId).toBe(
				locationId,
			);
		}),
	);
});

test.each(['weekly', 'WEEKLY', ' Weekly '])('accepts the frequency %j', (metricFrequency) => {
	expect(parseReportParams({ ...FIELDS, metricFrequency }).metricFrequency).toBe('Weekly');
});

test.each([
	['CONSENT_NOT_GIVEN', { hasConsent: false }, 'Has Consent'],
	['CONSENT_NOT_GIVEN', { hasConsent: 'true' }, 'Has Consent'],
	['CONSENT_NOT_GIVEN', { hasConsent: false, locationId: '' }, 'Has Consent'],
	['LOCATION_ID_MISSING', { locationId: '' }, 'Location ID'],
	['LOCATION_ID', { locationId: '123' }, 'Location ID'],
	['LOCATION_ID', { locationId: `${FIELDS.locationId}/../x` }, 'Location ID'],
	['METRIC_TYPE', { metricType: 'RSA' }, 'Metric Type'],
	['METRIC_FREQUENCY', { metricFrequency: 'Daily' }, 'Metric Frequency'],
	['METRIC_FREQUENCY', { metricFrequency: undefined }, 'Metric Frequency'],
	['BENCHMARKS_ARE_MONTHLY', { metricType: 'retail_sales_benchmarks' }, 'Metric Frequency'],
])('%s: rejects the field by its label before any call', (code, fields, label) => {
	const failedAuthentication = getRejection(() => parseReportParams({ ...FIELDS, ...fields }));
	expect(failedAuthentication.code).toBe(code);
	expect(failedAuthentication.message).toContain(`'${label}'`);
	expect(failedAuthentication.hint).toMatch(/\.$/);
});

test('a list with a location ID is no location ID', () => {
	expect(isLocationId(FIELDS.locationId)).toBe(true);
	expect(isLocationId([FIELDS.locationId])).toBe(false);
});
