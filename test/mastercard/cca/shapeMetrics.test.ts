import fc from 'fast-check';
import {
	parseMetricName,
	flattenMetrics,
	pickMetrics,
	metricRows,
} from '../../../mastercard/cca/shapeMetrics';
import { documented } from '../../support/documented';

const CORE = documented('cca-metrics-01-all-metrics').core_fields_visible as Record<string, number>;

// Few names, so that groups often share them.
const name = fc.stringMatching(/^[ab]{1,2}$/);
const groups = fc.dictionary(name, fc.dictionary(name, fc.integer()));

const everyValue = (all: Record<string, Record<string, unknown>>): unknown[] =>
	Object.values(all)
		.flatMap((metrics) => Object.values(metrics))
		.sort();

test('outputs the documented metrics as rows, with the period from their names', () => {
	expect(metricRows({ core: CORE })).toEqual([
		{ group: 'core', metric: 'core_trv_max_to_avg_txn_amt_ratio_1m', window: '1m', value: 225 },
		{ group: 'core', metric: 'core_xb_txn_amt_1m', window: '1m', value: -4158 },
		{ group: 'core', metric: 'core_blp_max_txn_amt_6m', window: '6m', value: 57146.9 },
		{ group: 'core', metric: 'core_recur_txn_amt_6m', window: '6m', value: 140 },
		{ group: 'core', metric: 'core_xb_cp_txn_amt_12m', window: '12m', value: 53.5 },
	]);
});

test.each(['core_x_3m', 'core_1m_x', '1m', 'core_x_21m', 'core_x_12M', ''])(
	'finds no period in %j',
	(metric) => {
		expect(parseMetricName(metric)).toEqual({ window: null });
	},
);

test('loses no value when flattening, and never overwrites one group with another', () => {
	fc.assert(
		fc.property(groups, (all) => {
			expect(Object.values(flattenMetrics(all)).sort()).toEqual(everyValue(all));
		}),
	);
});

test('keeps a name that only one group has, and prefixes a shared name with its group', () => {
	expect(flattenMetrics({ core: { a_1m: 1, b_1m: 2 }, travel: { a_1m: 3 } })).toEqual({
		'core.a_1m': 1,
		b_1m: 2,
		'travel.a_1m': 3,
	});
});

test('keeps null in every form', () => {
	expect(flattenMetrics({ core: { a_1m: null } })).toEqual({ a_1m: null });
	expect(metricRows({ core: { a_1m: null } })[0]).toHaveProperty('value', null);
	expect(pickMetrics({ core: { a_1m: null } }, ['a_1m'])).toEqual({ core: { a_1m: null } });
});

test('keeps all metrics without names', () => {
	fc.assert(fc.property(groups, (all) => expect(pickMetrics(all, [])).toEqual(all)));
});

test('keeps exactly the named metrics, in every group', () => {
	fc.assert(
		fc.property(groups, fc.array(name), (all, names) => {
			fc.pre(names.length > 0);
			const kept = pickMetrics(all, names);
			expect(Object.keys(kept)).toEqual(Object.keys(all));
			for (const [group, metrics] of Object.entries(all))
				expect(kept[group]).toEqual(
					Object.fromEntries(Object.entries(metrics).filter(([key]) => names.includes(key))),
				);
		}),
	);
});
