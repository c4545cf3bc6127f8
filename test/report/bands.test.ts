import { countBands, createEdges, parseBands } from '../../report/bands';
import { ReportInputError } from '../../report/fields';

// numpy.quantile(range(1, 101), [0.1, ..., 0.9]): 10.9, 20.8, ... 90.1.
test('ten bands hold a tenth of the cards each, with edges as NumPy computes them', () => {
	const scores = Array.from({ length: 100 }, (_, index) => index + 1);
	const edges = createEdges(scores);
	expect(edges.map((edge) => Number(edge.toFixed(6)))).toEqual([
		10.9, 20.8, 30.7, 40.6, 50.5, 60.4, 70.3, 80.2, 90.1,
	]);
	expect(countBands(scores, edges)).toEqual(Array(10).fill(10));
});

test('a score equal to an edge belongs below it, and scores beyond the edges to the outer bands', () => {
	expect(countBands([-5, 10, 10.5, 20, 99], [10, 20])).toEqual([2, 2, 1]);
});

test('bands that many cards with one score would empty become one', () => {
	expect(createEdges([1, 5, 5, 5, 5, 5, 5, 5, 5, 9])).toEqual([
		expect.closeTo(4.6),
		5,
		expect.closeTo(5.4),
	]);
	expect(createEdges([7, 7, 7])).toEqual([]);
	expect(createEdges([])).toEqual([]);
});

const BANDS = { modelName: 'M2', reviewDate: '2026-01-05', edges: [100, 200], counts: [1, 2, 3] };

test('bands of a former review are read as an object and as JSON', () => {
	expect(parseBands(BANDS)).toEqual(BANDS);
	expect(parseBands(JSON.stringify(BANDS))).toEqual(BANDS);
});

test.each([undefined, null, '', {}, '{}'])('%p means no baseline', (value) => {
	expect(parseBands(value)).toBeNull();
});

test.each([
	['no JSON', 'bands'],
	['a list', [1]],
	['no model', { ...BANDS, modelName: '' }],
	['an impossible date', { ...BANDS, reviewDate: '2026-02-30' }],
	['too few counts', { ...BANDS, counts: [1, 2] }],
	['edges in the wrong order', { ...BANDS, edges: [200, 100] }],
	['negative counts', { ...BANDS, counts: [1, -2, 3] }],
	['texts', { ...BANDS, edges: ['a', 'b'] }],
	['a text among counts', { ...BANDS, counts: [1, 'b', 3] }],
	['one number', { ...BANDS, edges: 100 }],
	['a number for counts', { ...BANDS, counts: 100 }],
	['the same edge twice', { ...BANDS, edges: [100, 100] }],
	['a number', 5],
	[
		'more bands than there are',
		{ ...BANDS, edges: [...Array(20).keys()], counts: Array(21).fill(1) },
	],
])('%s as a baseline is rejected by the name of the option', (_, value) => {
	expect(() => parseBands(value)).toThrow(ReportInputError);
	const error = (() => {
		try {
			return parseBands(value);
		} catch (caught) {
			return caught;
		}
	})();
	expect(error).toMatchObject({
		message: "The option 'Baseline' is not the bands of a review",
		hint: "Map it to 'report.bands' of the review to compare with, with modelName, reviewDate, edges and counts.",
	});
});

test('ten bands, empty ones, and numbers as text are read', () => {
	const edges = [1, 2, 3, 4, 5, 6, 7, 8, 9];
	const ten = { ...BANDS, edges, counts: [0, ...edges] };
	expect(parseBands(ten)).toEqual(ten);
	expect(parseBands({ ...BANDS, edges: ['100', 200], counts: ['1', 2, 3] })).toEqual(BANDS);
	const single = { ...BANDS, edges: [], counts: [5] };
	expect(parseBands(single)).toEqual(single);
});
