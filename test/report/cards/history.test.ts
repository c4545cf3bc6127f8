import { keepLatest, parseHistory, type HistoryPoint } from '../../../report/cards/history';
import { ReportInputError } from '../../../report/fields';

const FIGURES = {
	reviewDate: '2026-11-14T00:00:00.000+01:00',
	score: { p10: '100', median: 200, p90: null },
	migration: { netDowngrade: 0.1 },
	bottom: { rollRate: 0.2, cureRate: 0.3 },
	stability: { previous: { index: 0.4 } },
};
const UNKNOWN = { netDowngrade: null, rollRate: null, cureRate: null, stabilityIndex: null };

test('former figures are read with everything that the table of figures shows', () => {
	const expected = [
		{
			reviewDate: '2026-11-14',
			p10: 100,
			median: 200,
			p90: null,
			netDowngrade: 0.1,
			rollRate: 0.2,
			cureRate: 0.3,
			stabilityIndex: 0.4,
		},
	];
	expect(parseHistory([FIGURES])).toEqual(expected);
	expect(parseHistory(JSON.stringify([FIGURES]))).toEqual(expected);
});

test('figures that a former review did not have are unknown', () => {
	const point = { reviewDate: '2026-11-14', p10: 1, median: 2, p90: 3, ...UNKNOWN };
	const score = { p10: 1, median: 2, p90: 3 };
	expect(parseHistory([{ reviewDate: '2026-11-14', score }])).toEqual([point]);
	const nothing = { migration: null, bottom: 'none', stability: { previous: null } };
	expect(parseHistory([{ reviewDate: '2026-11-14', score, ...nothing }])).toEqual([point]);
});

test.each([undefined, null, '', [], '[]'])('%p is no history', (value) => {
	expect(parseHistory(value)).toEqual([]);
});

test.each([
	['{}'],
	['no JSON'],
	[42],
	[[null]],
	[['text']],
	[[{ score: { median: 1 } }]],
	[[{ reviewDate: 'yesterday', score: { median: 1 } }]],
	[[{ reviewDate: '2026-11-14' }]],
	[[{ reviewDate: '2026-11-14', score: 5 }]],
	[[FIGURES, {}]],
])('%j is rejected, and what to map is said', (value) => {
	const error = (() => {
		try {
			return parseHistory(value);
		} catch (caught) {
			return caught;
		}
	})();
	expect(error).toBeInstanceOf(ReportInputError);
	expect(error).toMatchObject({
		message: "The option 'History' is not a list of former figures",
		hint: "Map it to a list of 'report.figures' of former reviews, each with reviewDate and score.",
	});
});

test('the points are in the order of time, the last of each day, and no more than a chart can show', () => {
	const point = (day: number, median: number): HistoryPoint => ({
		reviewDate: new Date(Date.UTC(2026, 0, day)).toISOString().slice(0, 10),
		...{ p10: 0, median, p90: 0 },
		...UNKNOWN,
	});
	expect(keepLatest([point(2, 1), point(1, 2), point(2, 3)])).toEqual([point(1, 2), point(2, 3)]);
	const many = Array.from({ length: 110 }, (_, index) => point(index + 1, index));
	expect(keepLatest([...many].reverse())).toEqual(many.slice(-104));
});
