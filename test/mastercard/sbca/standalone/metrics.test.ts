import { parseReportParams, type ReportParams } from '../../../../mastercard/sbca/reportParams';
import {
	buildMetricsRequest,
	parseMetricsResponse,
} from '../../../../mastercard/sbca/standalone/metrics';
import { toHttpResponse, documented, type DocumentedCase } from '../../../support/documented';
import { getRejection } from '../../../support/getRejection';

const NOW = Date.parse('2026-01-01T00:00:00Z');

/** The row that leads to a documented request. */
function getFields({ request: { path, query = {} } }: DocumentedCase) {
	return {
		locationId: path.split('/').at(-1),
		hasConsent: query.has_consent,
		metricType: query.metrics_type,
		metricFrequency: query.metrics_frequency,
	};
}

test.each([
	'sbca-rsa-01-weekly-fully-populated',
	'sbca-rsa-02-monthly-fully-populated',
	'sbca-rsa-03-monthly-low-transaction-volume',
	'sbca-rsa-03-weekly-low-transaction-volume',
	'sbca-rsa-04-monthly-no-data-current-or-previous-year-yoy',
	'sbca-rsa-04-weekly-no-data-current-or-previous-year-yoy',
	'sbca-rsa-05-monthly-new-merchant-partial-year',
	'sbca-rsa-05-weekly-new-merchant-partial-year',
	'sbca-rsa-neg-01-too-new-metrics-not-found',
	'sbca-rsa-neg-02-monthly-location-not-found',
	'sbca-rsa-neg-02-weekly-location-not-found',
	'sbca-rsb-01-monthly-fully-populated',
	'sbca-rsb-02-monthly-low-transaction-volume',
	'sbca-rsb-neg-01-too-new-metrics-not-found',
	'sbca-rsb-neg-02-location-not-found',
])('%s: builds the documented query', (name) => {
	const example = documented(name);
	const { path, query } = example.request;
	expect(buildMetricsRequest(parseReportParams(getFields(example)))).toEqual({
		path: `/small-business/credit-analytics/locations${path}`,
		query: { ...query, has_consent: 'true' },
	});
});

function parseDocumented(name: string) {
	const example = documented(name);
	const params: ReportParams = parseReportParams(getFields(example));
	return parseMetricsResponse(toHttpResponse(example), params, NOW);
}

const SHOP = {
	locationId: 'a1b2c3d4-0000-1234-abcd-000000000001',
	merchantCategoryCode: 478,
	naicsCode: '454113',
	industryName: 'Arts and Craft Stores',
	firstSeenTxnDate: '2008-08-14',
	lastSeenTxnDate: '2023-02-18',
};

test('sbca-rsa-01-weekly-fully-populated: parses the documented figures', () => {
	expect(parseDocumented('sbca-rsa-01-weekly-fully-populated')).toEqual({
		kind: 'succeeded',
		value: {
			...SHOP,
			metricType: 'retail_sales_analytics',
			metricFrequency: 'Weekly',
			periods: [
				{
					periodStartDate: '2022-02-13',
					periodEndDate: '2022-02-19',
					year: 2022,
					metrics: { txn_amt: 16198.060138, txn_cnt: 238 },
				},
			],
		},
	});
});

test('sbca-rsb-01-monthly-fully-populated: parses the documented figures, including the odd year', () => {
	expect(parseDocumented('sbca-rsb-01-monthly-fully-populated')).toEqual({
		kind: 'succeeded',
		value: {
			...SHOP,
			metricType: 'retail_sales_benchmarks',
			metricFrequency: 'Monthly',
			periods: [
				{
					periodStartDate: '2022-01-01',
					periodEndDate: '2022-01-31',
					year: 2023,
					metrics: { return_txn_amt_index: 116, spend_per_card_avg_index: 100 },
				},
			],
		},
	});
});

test.each([
	'sbca-rsa-neg-02-monthly-location-not-found',
	'sbca-rsa-neg-02-weekly-location-not-found',
	'sbca-rsb-neg-02-location-not-found',
])('%s: advises looking up the location again', (name) => {
	const result = parseDocumented(name);
	expect(result).toMatchObject({
		kind: 'failed',
		failure: { httpCode: 404, reasonCode: 'LOCATION_NOT_FOUND', retryable: false },
	});
	expect(result.kind === 'failed' && result.failure.description).toContain('SBCA Match Location');
});

test.each([
	'sbca-rsa-neg-01-too-new-metrics-not-found',
	'sbca-rsb-neg-01-too-new-metrics-not-found',
])('%s: fails even though Mastercard documents no code', (name) => {
	expect(parseDocumented(name)).toMatchObject({
		kind: 'failed',
		failure: { httpCode: 404, reasonCode: null },
	});
});

test.each([
	'sbca-rsa-neg-03-monthly-consent-not-provided',
	'sbca-rsa-neg-03-weekly-consent-not-provided',
	'sbca-rsb-neg-03-consent-not-provided',
])(
	'%s: is rejected before any call; the advice for the documented response is to get consent',
	(name) => {
		const example = documented(name);
		expect(getRejection(() => parseReportParams(getFields(example))).code).toBe(
			'CONSENT_NOT_GIVEN',
		);
		const params = parseReportParams({ ...getFields(example), hasConsent: true });
		expect(parseMetricsResponse(toHttpResponse(example), params, NOW)).toMatchObject({
			kind: 'failed',
			failure: {
				httpCode: 403,
				reasonCode: 'CONSENT_NOT_PROVIDED',
				description: expect.stringContaining("'Has Consent'"),
			},
		});
	},
);

test('sbca-rsa-neg-04-missing-frequency: is rejected before any call', () => {
	const { code } = getRejection(() =>
		parseReportParams(getFields(documented('sbca-rsa-neg-04-missing-frequency'))),
	);
	expect(code).toBe('METRIC_FREQUENCY');
});

test.each([null, '', [], 'text', { metricsLists: ['x'] }])(
	'fails for a 200 with the body %j',
	(body) => {
		const params = parseReportParams(getFields(documented('sbca-rsa-01-weekly-fully-populated')));
		expect(parseMetricsResponse({ status: 200, headers: {}, body }, params, NOW)).toMatchObject({
			kind: 'failed',
			failure: { reasonCode: 'UNEXPECTED_RESPONSE', httpCode: 200 },
		});
	},
);

test('a 200 without periods says what was expected', () => {
	const params = {
		locationId: 'a1b2c3d4-0000-1234-abcd-000000000001',
		metricType: 'retail_sales_analytics',
		metricFrequency: 'Weekly',
	} as const;
	expect(parseMetricsResponse({ status: 200, headers: {}, body: {} }, params, NOW)).toMatchObject({
		failure: { message: expect.stringMatching(/expected .*periods/) },
	});
});
