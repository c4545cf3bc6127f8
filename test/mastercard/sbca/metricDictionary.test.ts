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

test('knows all 44 sales metrics, in order and with their business question', () => {
	expect(METRICS.retail_sales_analytics.map(({ name, question }) => [name, question])).toEqual(
		DOCUMENTED.retail_sales_analytics.map(({ name, question }) => [name, question]),
	);
	expect(METRICS.retail_sales_analytics).toHaveLength(44);
});

test('knows all 11 benchmarks, and the twelfth that appears only in an example', () => {
	expect(METRICS.retail_sales_benchmarks.map(({ name, question }) => [name, question])).toEqual([
		...DOCUMENTED.retail_sales_benchmarks.map(({ name, question }) => [name, question]),
		...DOCUMENTED.retail_sales_benchmarks_extra_names.map(({ name }) => [name, 'Other']),
	]);
	expect(METRICS.retail_sales_benchmarks).toHaveLength(12);
});

test('uses each label once, so that the option list is unambiguous', () => {
	const labels = Object.values(METRICS)
		.flat()
		.map(({ label }) => label);
	expect(new Set(labels).size).toBe(labels.length);
});

test('gives units that match the documented descriptions', () => {
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
])('keeps the name of the unknown %s, under "Other" with the unit %j', (name, unit) => {
	expect(defineMetric(name)).toEqual({ name, label: name, unit, meaning: '', question: 'Other' });
});
