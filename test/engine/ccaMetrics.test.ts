// CCA Metrics as users run it: the built node and credential in n8n's engine, against the Mastercard simulator.
import type { IDataObject } from 'n8n-workflow';
import { METRICS_TEST_CARDS } from '../../simulator/cca/metrics';
import { startSimulator, type Simulator } from '../../simulator/server';
import { documented } from '../support/documented';
import { runInEngine, type EngineRun } from '../support/runInEngine';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
beforeEach(() => {
	simulator.reset();
});
afterAll(async () => {
	await simulator.close();
});

const EXAMPLE = documented('cca-metrics-01-all-metrics');
const PAN = String(EXAMPLE.request.body?.customerPAN);
const CORE = EXAMPLE.core_fields_visible as Record<string, number>;

async function runCards(cards: string[], run: Partial<EngineRun> = {}) {
	const { outputs } = await runInEngine({
		node: 'ccaMetrics',
		rows: cards.map((card, index) => ({ card, consent: true, reference: `C-${index}` })),
		credentials: { mastercardApi: simulator.credential },
		...run,
		parameters: {
			customerPan: '={{ $json.card }}',
			hasConsent: '={{ $json.consent }}',
			consentReference: '={{ $json.reference }}',
			simplify: false,
			...run.parameters,
		},
	});
	return outputs[0] ?? [];
}

it('simplified, outputs one column for each documented metric', async () => {
	const [item] = await runCards([PAN], { parameters: { simplify: true } });
	expect(item?.json).toMatchObject({ customerPAN: '525592******1240', available: true, ...CORE });
	expect(Object.values(item?.json ?? {}).filter((cell) => typeof cell === 'object')).toEqual([]);
});

it('cca-metrics-01-all-metrics: outputs every documented metric, parsed from its text', async () => {
	const [item, ...more] = await runCards([PAN]);
	expect(more).toEqual([]);
	expect(item?.json).toMatchObject({
		customerPAN: '525592******1240',
		consentReference: 'C-0',
		isNewProspect: false,
		productType: 'CREDIT_CARD',
		available: true,
		metrics: { core: CORE },
	});
});

it('flat: outputs the metrics of all groups on one level', async () => {
	const [grouped] = await runCards([PAN]);
	const [flat] = await runCards([PAN], { parameters: { metricsFormat: 'flat' } });
	expect(flat?.json.metrics).toMatchObject(CORE);
	const groups = Object.values(grouped?.json.metrics as Record<string, IDataObject>);
	expect(Object.keys(flat?.json.metrics as IDataObject)).toHaveLength(
		groups.flatMap((group) => Object.keys(group)).length,
	);
});

it('rows: outputs one item per metric, linked to its card', async () => {
	const items = await runCards([PAN], { parameters: { metricsFormat: 'rows' } });
	expect(items[0]?.json).toEqual({
		customerPAN: '525592******1240',
		cardReference: expect.any(String),
		consentReference: 'C-0',
		isNewProspect: false,
		productType: 'CREDIT_CARD',
		group: 'core',
		metric: 'core_trv_max_to_avg_txn_amt_ratio_1m',
		window: '1m',
		value: 225,
	});
	expect(items.length).toBeGreaterThanOrEqual(Object.keys(CORE).length);
	expect(new Set(items.map(({ pairedItem }) => JSON.stringify(pairedItem)))).toEqual(
		new Set(['{"item":0}']),
	);
});

it('keeps only the named metrics', async () => {
	const metrics = 'core_xb_txn_amt_1m, core_recur_txn_amt_6m';
	const items = await runCards([PAN], {
		parameters: { metricsFormat: 'rows', options: { metrics } },
	});
	expect(items.map(({ json }) => [json.metric, json.value])).toEqual([
		['core_xb_txn_amt_1m', -4158],
		['core_recur_txn_amt_6m', 140],
	]);
});

it.each([
	['no metric of the card is among the named ones', undefined, 'core_of_another_contract_1m'],
	['the card has no groups', '{"mtmMetrics":{}}', ''],
	['its groups are empty', '{"mtmMetrics":{"core":"{}","travel":null}}', ''],
])('rows: when %s, outputs one item for the billed call', async (_case, text, metrics) => {
	if (text !== undefined) simulator.injectFault({ kind: 'responseText', text });
	const items = await runCards([PAN], {
		parameters: { metricsFormat: 'rows', options: { metrics } },
	});
	expect(items).toHaveLength(1);
	expect(items[0]?.json).toMatchObject({ customerPAN: '525592******1240', available: true });
	expect(items[0]?.json).not.toHaveProperty('metric');
	expect(items[0]?.pairedItem).toEqual({ item: 0 });
});

it('keeps a group that cannot be parsed as text, alongside the other groups', async () => {
	const [item] = await runCards([METRICS_TEST_CARDS.malformedGroup]);
	expect(item?.json).toMatchObject({
		available: true,
		unreadGroups: { core: { text: expect.stringMatching(/^\{"core_/), note: expect.any(String) } },
	});
	expect(Object.keys(item?.json.metrics as IDataObject)).not.toContain('core');
	expect(Object.keys(item?.json.metrics as IDataObject).length).toBeGreaterThan(0);

	const rows = await runCards([METRICS_TEST_CARDS.malformedGroup], {
		parameters: { metricsFormat: 'rows' },
	});
	expect(rows.at(-1)?.json).toHaveProperty('unreadGroups.core');
});

it.each(['errorsInBody', 'httpError'] as const)(
	'outputs an item with the reason for a card without metrics (%s)',
	async (card) => {
		const [item] = await runCards([METRICS_TEST_CARDS[card]]);
		expect(item?.json).toMatchObject({
			customerPAN: expect.stringMatching(/^520474\*{6}10\d\d$/),
			available: false,
			reasonCode: 'PAN_NOT_FOUND',
			reason: expect.stringContaining('not found'),
			metrics: {},
		});
	},
);

it('sends one call per card, and requests a repeated card once', async () => {
	const other = '5425233430109903';
	const items = await runCards([PAN, other, PAN]);
	expect(simulator.calls).toHaveLength(2);
	expect(items.map(({ json }) => json.consentReference)).toEqual(['C-0', 'C-1', 'C-2']);
	expect(items[2]?.json.metrics).toEqual(items[0]?.json.metrics);
});

it.each([
	[{ kind: 'plaintext' }, 'NOT_ENCRYPTED'],
	[{ kind: 'wrongKey' }, 'DECRYPTION_FAILED'],
	[{ kind: 'responseText', text: '{}' }, 'UNEXPECTED_RESPONSE'],
] as const)('fails for %p, without paying for the call twice', async (fault, reasonCode) => {
	simulator.injectFault(fault);
	const [item] = await runCards([PAN], { onError: 'continueRegularOutput' });
	expect(item?.json.error).toMatchObject({ reasonCode, httpCode: 200, attempts: 1 });
	expect(simulator.calls).toHaveLength(1);
});

it.each([
	['nothing', '={{ "" }}'],
	['what is no text', '={{ 5 }}'],
])('rejects %s as a product type, before any call', async (_, productType) => {
	const [item] = await runCards([PAN], {
		parameters: { productType },
		onError: 'continueRegularOutput',
	});
	expect(item?.json.error).toMatchObject({
		message: "'Product Type' is empty [item 0]",
		description: 'Choose a product type.',
		reasonCode: 'CHOICE_MISSING',
	});
	expect(simulator.calls).toEqual([]);
});
