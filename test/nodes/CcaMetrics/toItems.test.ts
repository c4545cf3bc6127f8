import type { CardMetrics } from '../../../mastercard/cca/metrics';
import { toMetricsItems, type MetricsFormat } from '../../../nodes/CcaMetrics/toItems';

const CARD = { customerPAN: '542523******9903' };
const FOUND: CardMetrics = {
	isNewProspect: true,
	productType: 'CREDIT_CARD',
	groups: { core: { a_1m: 1, b_3m: null }, travel: { c_1m: 2 } },
	unreadGroups: {},
	reasons: [],
};
const UNREAD = { core: { text: '{', note: 'unreadable' } };
const REASON = { reasonCode: 'PAN_NOT_FOUND', errorMessage: 'Not found' };

const items = (value: Partial<CardMetrics>, format: MetricsFormat, names: string[] = []) =>
	toMetricsItems(CARD, { ...FOUND, ...value }, format, names);

test('grouped and flat give one item, rows one for each metric', () => {
	const head = { ...CARD, isNewProspect: true, productType: 'CREDIT_CARD' };
	expect(items({}, 'grouped')).toEqual([{ ...head, available: true, metrics: FOUND.groups }]);
	expect(items({}, 'flat')).toEqual([
		{ ...head, available: true, metrics: { a_1m: 1, b_3m: null, c_1m: 2 } },
	]);
	expect(items({}, 'rows').map(({ metric, value }) => [metric, value])).toEqual([
		['a_1m', 1],
		['b_3m', null],
		['c_1m', 2],
	]);
});

test('simplified, each metric is a column beside the fields of the card', () => {
	const head = { ...CARD, isNewProspect: true, productType: 'CREDIT_CARD', available: true };
	expect(items({}, 'columns')).toEqual([{ ...head, a_1m: 1, b_3m: null, c_1m: 2 }]);
	expect(items({}, 'columns', ['c_1m'])).toEqual([{ ...head, c_1m: 2 }]);
	const clash = { groups: { core: { customerPAN: 1, available: 0, a_1m: 2 } } };
	expect(items(clash, 'columns')).toEqual([{ ...head, a_1m: 2 }]);
	expect(items({ unreadGroups: UNREAD }, 'columns')[0]).toMatchObject({
		a_1m: 1,
		unreadGroups: UNREAD,
	});
});

test('what Mastercard does not say about the card is left out', () => {
	expect(items({ isNewProspect: null }, 'grouped')[0]).not.toHaveProperty('isNewProspect');
});

test.each(['columns', 'grouped', 'flat', 'rows'] as const)(
	'%s: a card without metrics says why',
	(format) => {
		const none = { groups: {}, reasons: [REASON] };
		const [item] = items(none, format);
		expect(item).toMatchObject({
			available: false,
			reasonCode: 'PAN_NOT_FOUND',
			reason: 'Not found',
		});
		expect('metrics' in (item ?? {})).toBe(format === 'grouped' || format === 'flat');
		const [short] = items({ ...none, reasons: [{ reasonCode: 'X' }] }, format);
		expect(short).not.toHaveProperty('reason');
	},
);

test.each([
	['metrics', { groups: { core: { a_1m: 1 } } }],
	['unreadable groups', { groups: {}, unreadGroups: UNREAD }],
	[
		'as many unreadable groups as readable ones',
		{ unreadGroups: UNREAD, groups: { travel: { c: 1 } } },
	],
])('a card with %s is available, whatever reason stands beside them', (_, value) => {
	expect(items({ ...value, reasons: [REASON] }, 'grouped')[0]).toMatchObject({ available: true });
});

test('rows: what is not a metric has an item of its own', () => {
	expect(items({ groups: {} }, 'rows')).toEqual([expect.objectContaining({ available: true })]);
	const rows = items({ unreadGroups: UNREAD }, 'rows', ['a_1m']);
	expect(rows.map(({ metric }) => metric)).toEqual(['a_1m', undefined]);
	expect(rows.map((row) => row.unreadGroups)).toEqual([undefined, UNREAD]);
	expect(items({}, 'rows', ['unknown'])).toHaveLength(1);
});
