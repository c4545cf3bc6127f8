// What an item of SBCA Report is, in all its shapes.
import fc from 'fast-check';
import { parseBusinessItem } from '../../../report/businesses/parsePeriods';
import type { Fields } from '../../../report/fields';

const WEEK = { periodStartDate: '1970-01-02', periodEndDate: '1970-01-08' };
const parse = (fields: Fields) => parseBusinessItem(fields, 'id');
const periods = (...values: Record<string, number | null>[]) => ({
	kind: 'periods',
	reference: 'a',
	periods: values.map((one) => ({ start: 1, end: 7, values: new Map(Object.entries(one)) })),
});

test.each([
	['an item of nothing', {}],
	['a business that was gone at a former review', { id: 'a', movement: 'gone', sales: 1 }],
])('%s is nothing to report on', (_, fields) => {
	expect(parse(fields)).toEqual({ kind: 'nothing' });
});

test('a run summary and a dry run are what they are', () => {
	expect(parse({ runSummary: { rows: 1 } })).toEqual({
		kind: 'runSummary',
		runSummary: { rows: 1 },
	});
	expect(parse({ dryRun: { rows: 1 } })).toEqual({
		...{ kind: 'leftOut', field: null },
		reason: 'belongs to a dry run, which has no figures',
	});
});

test.each<[unknown, boolean]>([
	[{ attempts: 0 }, true],
	[{ attempts: 1 }, false],
	[{}, false],
	['text', false],
	[true, false],
])('an item with the error %j has failed, before its call: %p', (error, rejected) => {
	expect(parse({ error, id: 'a' })).toEqual({ kind: 'failed', rejected, reference: 'a' });
	expect(parse({ error })).toEqual({ kind: 'failed', rejected, reference: null });
});

test.each([undefined, null, '', false])('the error %p is none', (error) => {
	expect(parse({ id: 'a', ...WEEK, txn_amt: 5, error })).toEqual(periods({ txn_amt: 5 }));
});

test('metrics stand in columns, below metrics, by question, one in an item or by period', () => {
	const used = { txn_amt: 5, txn_amt_yoy: null, a_index: 7 };
	const shapes: Fields[] = [
		{ ...used, txn_amt: '5', txn_cnt: 9, a_index_old: 1 },
		{ metrics: { ...used, txn_cnt: 9 } },
		{ metrics: { sales: { txn_amt: 5, txn_amt_yoy: null }, peers: { a_index: 7, other: 1 } } },
		{ periods: [{ ...WEEK, ...used }] },
	];
	for (const shape of shapes) expect(parse({ id: 'a', ...WEEK, ...shape })).toEqual(periods(used));
	expect(parse({ id: 'a', ...WEEK, metric: 'txn_cnt', value: '6' })).toEqual(
		periods({ txn_cnt: 6 }),
	);
	expect(
		parse({ id: 'a', periods: [{ ...WEEK, txn_amt: 1 }, 'x', { ...WEEK, txn_amt: 2 }] }),
	).toEqual(periods({ txn_amt: 1 }, { txn_amt: 2 }));
});

test('a metric without a value, or a value without a metric, is read as columns', () => {
	const columns = { id: 'a', ...WEEK, txn_amt: 5 };
	expect(parse({ ...columns, metric: 'txn_cnt' })).toEqual(periods({ txn_amt: 5 }));
	expect(parse({ ...columns, value: 6 })).toEqual(periods({ txn_amt: 5 }));
	// A column that holds an object is no question.
	expect(parse({ ...columns, other: { a_index: 7 } })).toEqual(periods({ txn_amt: 5 }));
});

test('a row of a former review has its sales and its trend', () => {
	const row = { id: 'a', sales: '1300', salesTrend: null };
	expect(parse(row)).toEqual({ kind: 'kept', reference: 'a', sales: 1300, salesTrend: null });
	expect(parse({ ...WEEK, id: 'a', sales: 1, txn_amt: 5 })).toEqual(periods({ txn_amt: 5 }));
	expect(parse({ ...WEEK, id: 'a', salesTrend: 1, txn_amt: 5 })).toEqual(periods({ txn_amt: 5 }));
});

test.each<[string, Fields]>([
	['id', { ...WEEK, txn_amt: 5 }],
	['periodStartDate', { id: 'a', ...WEEK, periodStartDate: 'x', txn_amt: 5 }],
	['periodEndDate', { id: 'a', ...WEEK, periodEndDate: '2026-02-30', txn_amt: 5 }],
	['txn_amt', { id: 'a', ...WEEK }],
	['periods', { id: 'a', periods: [] }],
	['periods', { id: 'a', periods: [1] }],
	['periodStartDate', { id: 'a', periods: [{ ...WEEK, txn_amt: 5 }, {}] }],
])("an item without a usable '%s' is left out: %j", (field, fields) => {
	expect(parse(fields)).toEqual({ kind: 'leftOut', field, reason: `has no '${field}'` });
});

test('no item makes it throw', () => {
	fc.assert(
		fc.property(
			fc.dictionary(
				fc.constantFrom('id', 'error', 'periods', 'metrics', 'metric', 'value', 'periodStartDate'),
				fc.anything(),
			),
			(fields) => {
				expect(parse(fields).kind).toBeDefined();
			},
		),
	);
});
