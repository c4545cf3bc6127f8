import { defineMetric, isFraction, METRICS } from '../../../mastercard/sbca/metricDictionary';
import { readDocumented } from '../../support/documented';

interface DocumentedMetric {
	name: string;
	question: string;
	description: string;
}

const DOCUMENTED = JSON.parse(readDocumented('sbca-metrics-dictionary')) as Record<
	'retail_sales_analytics' | 'retail_sales_benchmarks' | 'retail_sales_benchmarks_extra_names',
	DocumentedMetric[]
>;

test('all 44 sales metrics are known, in order and under their business question', () => {
	expect(METRICS.retail_sales_analytics.map(({ name, question }) => [name, question])).toEqual(
		DOCUMENTED.retail_sales_analytics.map(({ name, question }) => [name, question]),
	);
	expect(METRICS.retail_sales_analytics).toHaveLength(44);
});

test('all 11 benchmarks are known, and the twelfth that only an example names', () => {
	expect(METRICS.retail_sales_benchmarks.map(({ name, question }) => [name, question])).toEqual([
		...DOCUMENTED.retail_sales_benchmarks.map(({ name, question }) => [name, question]),
		...DOCUMENTED.retail_sales_benchmarks_extra_names.map(({ name }) => [name, 'Other']),
	]);
	expect(METRICS.retail_sales_benchmarks).toHaveLength(12);
});

test('each label is used once, so that a list of labels can be chosen from', () => {
	const labels = Object.values(METRICS)
		.flat()
		.map(({ label }) => label);
	expect(new Set(labels).size).toBe(labels.length);
});

test('the unit fits the documented description', () => {
	for (const { name, description } of DOCUMENTED.retail_sales_analytics) {
		const expected = description.startsWith('percentage')
			? 'fraction'
			: description.startsWith('year-over-year')
				? 'change'
				: /count|number/.test(description)
					? 'count'
					: 'amount';
		expect([name, defineMetric(name).unit]).toEqual([name, expected]);
		expect(isFraction(name)).toBe(expected === 'fraction');
	}
	for (const { name } of DOCUMENTED.retail_sales_benchmarks)
		expect(defineMetric(name).unit).toBe('index');
});

test.each([
	['returned_cnt_perc', 'fraction'],
	['new_rate', 'fraction'],
	['new_cnt_yoy', 'change'],
	['cards_6m_index', 'index'],
	['something', null],
	['constructor', null],
])('the unknown %s keeps its name and stands under "Other", unit %j', (name, unit) => {
	expect(defineMetric(name)).toEqual({ name, label: name, unit, meaning: '', question: 'Other' });
});
