// Responses of all operations, from their bytes to the items of a node.
import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { parseBody, type RawResponse } from '../../credentials/authentication/httpResponse';
import { parseMetricsResponse } from '../../mastercard/cca/metrics';
import { parseScoresResponse } from '../../mastercard/cca/scores';
import type { HttpResponse, RowResult } from '../../mastercard/errors/Failure';
import { MAX_ERROR_BYTES } from '../../mastercard/limits';
import { parseTokenResponse } from '../../mastercard/openFinance/accessToken';
import {
	parseBusinessResponse,
	parseCustomerResponse,
} from '../../mastercard/openFinance/customers';
import { parseMatchesResponse as parseOpenFinanceMatches } from '../../mastercard/openFinance/matches';
import { parsePdfResponse } from '../../mastercard/openFinance/pdf';
import { parseReportResponse } from '../../mastercard/openFinance/report';
import {
	parseReportListResponse,
	parseStoredReportResponse,
} from '../../mastercard/openFinance/storedReport';
import { createResponseRedactor } from '../../mastercard/redactResponse';
import type { LocationReport } from '../../mastercard/sbca/report';
import { shapeReport } from '../../mastercard/sbca/shapeReport';
import { parseMatchesResponse } from '../../mastercard/sbca/standalone/matches';
import { parseMetricsResponse as parseStandaloneReport } from '../../mastercard/sbca/standalone/metrics';
import { toMetricsItems } from '../../nodes/CcaMetrics/toItems';
import { toCardItem, toModelItems } from '../../nodes/CcaScores/toItems';
import { toLocationItems, toNoMatchItem } from '../../nodes/SbcaMatchLocation/toItems';
import { toErrorItem } from '../../nodes/shared/output/errorItem';
import { createRedactor } from '../../redaction/redactText';
import { redactJson } from '../../redaction/redactJson';
import { damagedResponse, oddResponse } from './documents';
import { CARDS, expectNoSecret, expectNothingKnown, SECRETS } from './known';
import { fuzzTarget, type FuzzTarget } from './target';

const NOW = Date.parse('2026-11-21T04:00:00Z');
const redactSecrets = createResponseRedactor(SECRETS);
const redactSecretsAndCards = createResponseRedactor(SECRETS, CARDS);
const redactUnknown = createRedactor();
const redactCards = createRedactor({ pans: CARDS });

/** From a cleared response to one result for each row, and from a result to its items. */
interface Operation<Value> {
	name: string;
	/** Whether its rows are cards: it then shows none of them. Merchant data may look like one, and is passed on. */
	sendsCards?: true;
	parse(response: HttpResponse): Array<RowResult<Value>>;
	toItems(value: Value, reasonCode: string): unknown[];
}

const scope = expect.stringMatching(/^(row|call|run)$/) as unknown;
const isTextOrNull = (value: unknown) => value === null || typeof value === 'string';

function expectFailure({ failure }: Extract<RowResult<unknown>, { kind: 'failed' }>): unknown {
	expect(failure).toMatchObject({ message: expect.any(String) as string, scope });
	expect([failure.reasonCode, failure.source, failure.correlationId].every(isTextOrNull)).toBe(
		true,
	);
	const { json } = toErrorItem({ ...failure, attempts: 1 }, 0);
	expect(Buffer.byteLength(JSON.stringify(json.error))).toBeLessThanOrEqual(MAX_ERROR_BYTES);
	return json;
}

/** The way of a response through a node; see createToRowItems. */
function checkOperation<Value>(
	operation: Operation<Value>,
	raw: RawResponse,
	isWhole: boolean,
): void {
	const { sendsCards } = operation;
	const redactResponse = sendsCards === true ? redactSecretsAndCards : redactSecrets;
	const redact = sendsCards === true ? redactCards : redactUnknown;
	for (const result of operation.parse(redactResponse(parseBody(raw)))) {
		const mayHoldCards = sendsCards === true || result.kind === 'failed';
		const redacted = mayHoldCards ? (redactJson(result, redact) as typeof result) : result;
		const items =
			redacted.kind === 'failed'
				? expectFailure(redacted)
				: operation.toItems(
						redacted.value,
						redacted.kind === 'noData' ? redacted.reasonCode : 'none',
					);
		// As n8n stores them.
		const stored = JSON.stringify(items);
		if (!isWhole) continue;
		if (sendsCards === true) expectNothingKnown(stored);
		else expectNoSecret(stored);
	}
}

const target = <Value>(operation: Operation<Value>): FuzzTarget[] => [
	fuzzTarget(`response: ${operation.name}`, oddResponse, (raw) => {
		checkOperation(operation, raw, true);
	}),
	fuzzTarget(
		`damaged response: ${operation.name}`,
		damagedResponse,
		(raw) => {
			checkOperation(operation, raw, false);
		},
		100,
	),
];

const [card = ''] = CARDS;
const scoresParams = CARDS.map((pan) => ({
	pan,
	countryCode: 'USA',
	hasEmbedding: true,
	scoreTypes: [],
	productTypes: [],
}));
const metricsParams = { pan: card, countryCode: 'USA', productType: 'CREDIT_CARD' };
const reportParams = {
	locationId: 'a1b2c3d4-0000-1234-abcd-000000000001',
	metricType: 'retail_sales_analytics',
	metricFrequency: 'Weekly',
} as const;
const customer = { customerType: 'testing', username: 'customer' } as const;

const shapes = fc.sample(
	fc.record({
		simplify: fc.boolean(),
		outputMode: fc.constantFrom('perPeriod' as const, 'perLocation' as const, 'perMetric' as const),
		metrics: fc.constantFrom<string[]>([], ['txn_amt'], ['__proto__', 'constructor']),
		latestPeriods: fc.constantFrom(0, 1, 1000),
		groupByQuestion: fc.boolean(),
		percentages: fc.constantFrom('fraction' as const, 'percent' as const),
	}),
	{ numRuns: 6, seed: 1 },
);
const toReportItems = (report: LocationReport) =>
	shapes.flatMap((shape) => shapeReport(report, shape));

export const responseTargets: FuzzTarget[] = [
	...target({
		name: 'scores',
		sendsCards: true,
		parse: (response) => parseScoresResponse(response, scoresParams, NOW),
		toItems: (value) =>
			(['object', 'array', 'raw'] as const).flatMap((format) => [
				toCardItem({}, value, format, false),
				toCardItem({}, value, format, true),
				...toModelItems({}, value, format),
			]),
	}),
	...target({
		name: 'metrics of a card',
		sendsCards: true,
		parse: (response) => [parseMetricsResponse(response, metricsParams, NOW)],
		toItems: (value) =>
			(['grouped', 'flat', 'rows'] as const).flatMap((format) =>
				toMetricsItems({}, value, format, []),
			),
	}),
	...target({
		name: 'locations',
		parse: (response) => [parseMatchesResponse(response, NOW)],
		toItems: (value, reasonCode) => [
			...toLocationItems(value, false),
			...toLocationItems(value, true),
			toNoMatchItem(reasonCode, value),
		],
	}),
	...target({
		name: 'locations on Open Finance',
		parse: (response) => [parseOpenFinanceMatches(response, NOW)],
		toItems: (value) => toLocationItems(value, false),
	}),
	...target({
		name: 'a report',
		parse: (response) => [parseStandaloneReport(response, reportParams, NOW)],
		toItems: toReportItems,
	}),
	...target({
		name: 'a report on Open Finance',
		parse: (response) => [parseReportResponse(response, reportParams, NOW)],
		toItems: toReportItems,
	}),
	...target({
		name: 'a stored report',
		parse: (response) => [parseStoredReportResponse(response, NOW)],
		toItems: toReportItems,
	}),
	...target({
		name: 'a list of reports',
		parse: (response) => [parseReportListResponse(response, '1', NOW)],
		toItems: (value): unknown[] => value,
	}),
	...target({
		name: 'a report as PDF',
		parse: (response) => [parsePdfResponse(response, NOW)],
		toItems: (value) => [value],
	}),
	...target({
		name: 'a customer',
		parse: (response) => [parseCustomerResponse(response, customer, NOW)],
		toItems: (value) => [value as IDataObject],
	}),
	...target({
		name: 'a business record',
		parse: (response) => [parseBusinessResponse(response, '1', NOW)],
		toItems: (value) => [value as IDataObject],
	}),
	fuzzTarget('response: a token', oddResponse, (raw) => {
		const result = parseTokenResponse(redactSecrets(parseBody(raw)), NOW);
		if ('token' in result) expect(result.token).toMatch(/^[\x21-\x7e]{1,4096}$/);
		else expectNoSecret(result.failure);
	}),
];
