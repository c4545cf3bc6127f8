import { buildMetricsRequest, parseMetricsResponse } from '../../../mastercard/cca/metrics';
import type { HttpResponse } from '../../../mastercard/errors/Failure';
import { documented } from '../../support/documented';

const NOW = Date.parse('2026-01-01T00:00:00Z');
const PAN = '5255923576711240';
const PARAMS = { pan: PAN, countryCode: 'USA', productType: 'CREDIT_CARD' };

const ok = (body: unknown): HttpResponse => ({ status: 200, headers: {}, body });

describe('cca-metrics-01-all-metrics', () => {
	const example = documented('cca-metrics-01-all-metrics');

	test('builds the documented request', () => {
		expect(buildMetricsRequest(PARAMS)).toEqual(example.request.body);
	});

	test('parses the documented metrics from their text', () => {
		// The page prints the text up to `"core_tr`; the fields before that are complete.
		const core = `${String(example.core_string_visible_prefix).replace(/,"core_tr$/, '')}}`;
		const response = example.response as Record<string, unknown>;
		expect(parseMetricsResponse(ok({ ...response, mtmMetrics: { core } }), PARAMS, NOW)).toEqual({
			kind: 'succeeded',
			value: {
				isNewProspect: false,
				productType: 'CREDIT_CARD',
				groups: { core: example.core_fields_visible },
				unreadGroups: {},
				reasons: [],
			},
		});
	});

	test('keeps a card with a truncated group', () => {
		const core = String(example.core_string_visible_prefix);
		const response = example.response as Record<string, unknown>;
		const result = parseMetricsResponse(
			ok({ ...response, mtmMetrics: { core, other: '{"a_6m":1}' } }),
			PARAMS,
			NOW,
		);
		expect(result).toMatchObject({
			kind: 'succeeded',
			value: { groups: { other: { a_6m: 1 } }, unreadGroups: { core: { text: core } } },
		});
	});
});

test("never mistakes another card's metrics for this one's", () => {
	const body = { customerPAN: '5425233430109903', mtmMetrics: { core: '{"a_1m":1}' } };
	expect(parseMetricsResponse(ok(body), PARAMS, NOW)).toMatchObject({
		kind: 'failed',
		failure: { reasonCode: 'UNEXPECTED_RESPONSE' },
	});
});

test.each([{ customerPAN: '5255********1240' }, {}])('accepts an echo of %j', (echo) => {
	const body = { ...echo, isNewProspect: true, mtmMetrics: { core: '{"a_1m":1}' } };
	expect(parseMetricsResponse(ok(body), PARAMS, NOW)).toMatchObject({
		kind: 'succeeded',
		value: { isNewProspect: true, productType: 'CREDIT_CARD' },
	});
});

describe('reports a card without metrics as no data, not as a failure', () => {
	const reason = { reasonCode: 'CARD_TOO_NEW_TO_SCORE', errorMessage: 'Too new' };
	test.each([
		['errors of the card in a 200', ok({ customerPAN: PAN, errors: [reason] })],
		[
			'errors alongside an empty group',
			ok({ customerPAN: PAN, mtmMetrics: { core: null }, errors: [reason] }),
		],
		[
			'the error list of /scores in a 200',
			ok({ predictionDataErrors: [{ customerPAN: PAN, errors: [reason] }] }),
		],
		[
			'an error response whose code is about the card',
			{
				status: 404,
				headers: {},
				body: { Errors: { Error: [{ ReasonCode: reason.reasonCode, Description: 'Too new' }] } },
			},
		],
	])('%s', (_, response) => {
		expect(parseMetricsResponse(response, PARAMS, NOW)).toEqual({
			kind: 'noData',
			reasonCode: 'CARD_TOO_NEW_TO_SCORE',
			value: {
				isNewProspect: null,
				productType: 'CREDIT_CARD',
				groups: {},
				unreadGroups: {},
				reasons: [reason],
			},
		});
	});
});

test('finds a card with metrics, even with a reason alongside them', () => {
	const reason = { reasonCode: 'X' };
	const body = { customerPAN: PAN, mtmMetrics: { core: '{"a_1m":1}' }, errors: [reason] };
	expect(parseMetricsResponse(ok(body), PARAMS, NOW)).toMatchObject({
		kind: 'succeeded',
		value: { groups: { core: { a_1m: 1 } }, reasons: [reason] },
	});
});

test.each([
	[400, 'MISSING_REQUIRED_FIELD'],
	[401, 'DECLINED'],
	[429, 'RATE_LIMIT_EXCEEDED'],
	[200, 'INVALID_ARGUMENT'],
])('fails the row for an error about the call, status %d %s', (status, ReasonCode) => {
	const body = { Errors: { Error: [{ Source: 'Gateway', ReasonCode, Description: 'D' }] } };
	expect(parseMetricsResponse({ status, headers: {}, body }, PARAMS, NOW)).toMatchObject({
		kind: 'failed',
		failure: {
			httpCode: status,
			reasonCode: ReasonCode,
			message: 'Mastercard declined the request: D.',
		},
	});
});

test.each([null, '', [], 'text', {}, { mtmMetrics: null }, { errors: [] }, { errors: [{}] }])(
	'fails for a 200 with the body %j',
	(body) => {
		expect(parseMetricsResponse(ok(body), PARAMS, NOW)).toMatchObject({
			kind: 'failed',
			failure: { httpCode: 200, retryable: false },
		});
	},
);

describe('a card without metrics keeps its reason when Mastercard masks the card number', () => {
	const errors = [{ reasonCode: 'PAN_NOT_FOUND', errorMessage: 'Not found' }];
	const masked = `${PAN.slice(0, 4)}${'*'.repeat(PAN.length - 8)}${PAN.slice(-4)}`;

	test.each([
		['in a list of errors', { predictionDataErrors: [{ customerPAN: masked, errors }] }],
		['in the response itself', { customerPAN: masked, errors }],
	])('%s', (_, body) => {
		expect(parseMetricsResponse(ok(body), PARAMS, NOW)).toMatchObject({
			kind: 'noData',
			reasonCode: 'PAN_NOT_FOUND',
			value: { reasons: errors },
		});
	});

	test('but takes over no reason of another card', () => {
		const body = { predictionDataErrors: [{ customerPAN: '5408********9842', errors }] };
		expect(parseMetricsResponse(ok(body), PARAMS, NOW)).toMatchObject({ kind: 'failed' });
	});
});

describe('a response of another form than documented', () => {
	const reason = { reasonCode: 'CARD_TOO_NEW_TO_SCORE' };

	test.each([
		['without a metric in its groups', { mtmMetrics: { core: '{}' } }, { groups: { core: {} } }],
		[
			'with an empty group beside a full one, and a reason',
			{ mtmMetrics: { core: {}, travel: { a_1m: 1 } }, errors: [reason] },
			{ groups: { core: {}, travel: { a_1m: 1 } }, reasons: [reason] },
		],
		[
			'with nothing but an unreadable group, and a reason',
			{ mtmMetrics: { core: '{"a_1m":' }, errors: [reason] },
			{ unreadGroups: { core: { text: '{"a_1m":' } }, reasons: [reason] },
		],
		[
			'with a flag that is no flag',
			{ mtmMetrics: {}, isNewProspect: 'yes' },
			{ isNewProspect: null },
		],
		['with a reason that is none', { mtmMetrics: {}, errors: [null, 'x'] }, { reasons: [] }],
	])('%s still gives its card', (_, body, value) => {
		expect(parseMetricsResponse(ok(body), PARAMS, NOW)).toMatchObject({ kind: 'succeeded', value });
	});

	test('a list of errors may hold anything', () => {
		const body = { predictionDataErrors: [null, 'x', { customerPAN: PAN, errors: [reason] }] };
		expect(parseMetricsResponse(ok(body), PARAMS, NOW)).toMatchObject({ kind: 'noData' });
	});

	test('metrics beside an error status are not taken for a result', () => {
		const body = { mtmMetrics: { core: '{"a_1m":1}' } };
		expect(parseMetricsResponse({ status: 404, headers: {}, body }, PARAMS, NOW)).toMatchObject({
			kind: 'failed',
			failure: { httpCode: 404 },
		});
	});

	test('a proxy that is out of order makes the row one to run again', () => {
		const response = { status: 503, headers: {}, body: '<html>' };
		expect(parseMetricsResponse(response, PARAMS, NOW)).toMatchObject({
			failure: { httpCode: 503, retryable: true, message: expect.stringContaining('503') },
		});
	});

	test('an error without a code is told in its own words', () => {
		const body = { Errors: { Error: [{ Description: 'Try later' }] } };
		expect(parseMetricsResponse({ status: 404, headers: {}, body }, PARAMS, NOW)).toMatchObject({
			failure: { reasonCode: null, message: expect.stringContaining('Try later') },
		});
	});

	test('a 200 without metrics says what was expected', () => {
		expect(parseMetricsResponse(ok({}), PARAMS, NOW)).toMatchObject({
			failure: { message: expect.stringMatching(/expected .*metrics/) },
		});
	});
});
