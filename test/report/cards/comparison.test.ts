// Models, movements, reasons and the watch list of cards, at their edges.
import { getWatchReasons, getEarlyWarning } from '../../../report/cards/earlyWarning';
import type { MatchedCard } from '../../../report/cards/compareReviews';
import { reviewCards, type CardSettings } from '../../../report/cards/reviewCards';
import { getStability } from '../../../report/cards/scoreFigures';
import { createWatchList, getName } from '../../../report/cards/watchList';
import type { Fields } from '../../../report/fields';

const SETTINGS: CardSettings = {
	...{ matchBy: 'id', label: '', segment: '', reviewDate: '2026-11-21' },
	...{ bottomDeciles: 2, watchListSize: 20, baseline: null, history: [] },
};
const scored = (id: string, score = 500, decile = 5, more: Fields = {}) => ({
	...{ id, scored: true, score, decile, modelName: 'M2' },
	...more,
});
const by = (id: string, modelName: string) => scored(id, 500, 5, { modelName });
const unscored = (id: string, reasonCode = 'X') => ({ id, scored: false, reasonCode });
const review = (current: Fields[], previous: Fields[] = [], settings: Partial<CardSettings> = {}) =>
	reviewCards(current, previous, { ...SETTINGS, ...settings }, () => undefined);

describe('the main model', () => {
	const getModel = async (...args: Parameters<typeof review>) =>
		(await review(...args)).figures.modelName;

	test('is that with the most scores, the first of equal ones; none without a score', async () => {
		expect(await getModel([by('a', 'M1'), by('a', 'M2'), by('b', 'M2')])).toBe('M2');
		expect(await getModel([by('a', 'M1'), by('b', 'M1'), by('a', 'M2')])).toBe('M1');
		expect(await getModel([by('a', 'M1'), by('a', 'M2')])).toBe('M1');
		expect(await getModel([unscored('a')])).toBeNull();
	});

	test('of the last review is that of this one, where it has scores of it', async () => {
		const last = [by('a', 'M1'), by('b', 'M1'), by('c', 'M2')];
		const { figures } = await review([by('a', 'M2')], last);
		expect(figures.previousCoverage).toMatchObject({ scored: 1 });
		const other = await review([by('a', 'M3')], last);
		expect(other.previous?.modelName).toBe('M1');
	});
});

test('movements are counted once for each card that the figures are about', async () => {
	const { figures } = await review(
		[
			...[scored('up', 600, 6), scored('same'), scored('down', 400, 4), scored('new')],
			...[scored('now'), unscored('lost'), unscored('still'), scored('same')],
			by('same', 'M1'),
		],
		[
			...[scored('up'), scored('same'), scored('down'), unscored('now')],
			...[scored('lost'), unscored('still'), scored('gone'), by('same', 'M1')],
		],
	);
	expect(figures.movements).toEqual({
		...{ up: 1, same: 1, down: 1, new: 1, nowScored: 1, nowUnscored: 1 },
		...{ stillUnscored: 1, otherModel: 0, gone: 1 },
	});
	expect(figures.migration).toMatchObject({ matched: 3, up: 1, same: 1, down: 1 });
});

test('of a card that comes twice in the last review the first counts, for each model', async () => {
	const { comparison } = await review(
		[scored('a'), scored('a', 500, 5, { modelName: 'M1' })],
		[
			scored('a', 400, 4),
			scored('a', 100, 1),
			scored('a', 300, 3, { modelName: 'M1' }),
			scored('a', 100, 1, { modelName: 'M1' }),
		],
	);
	expect(comparison.compared.map(({ previousScore }) => previousScore)).toEqual([400, 300]);
});

test('cards that are gone are in the order of the last review', async () => {
	const { comparison } = await review(
		[scored('a')],
		[unscored('1'), scored('2'), scored('a'), unscored('3'), scored('4')],
	);
	expect(comparison.gone.map(({ reference }) => reference)).toEqual(['1', '2', '3', '4']);
});

test('the last review is of the latest day that its rows tell', async () => {
	const on = (id: string, reviewDate: unknown) => scored(id, 500, 5, { reviewDate });
	const { figures } = await review(
		[scored('a')],
		[on('a', '2026-11-07'), on('b', '2026-11-14'), on('c', '2026-11-01'), on('d', 'x')],
	);
	expect(figures.previousReviewDate).toBe('2026-11-14');
});

describe('history', () => {
	const point = (reviewDate: string, median: number) => ({
		...{ reviewDate, p10: 0, median, p90: 0 },
		...{ netDowngrade: null, rollRate: null, cureRate: null, stabilityIndex: null },
	});
	const getMedians = async (...args: Parameters<typeof review>) =>
		(await review(...args)).history.map(({ reviewDate, median }) => [reviewDate, median]);

	test('has former reviews, the last one and this one', async () => {
		const last = [scored('a', 400, 4, { reviewDate: '2026-11-14' })];
		expect(await getMedians([scored('a')], last, { history: [point('2026-11-07', 1)] })).toEqual([
			['2026-11-07', 1],
			['2026-11-14', 400],
			['2026-11-21', 500],
		]);
		expect(await getMedians([scored('a')], last, { history: [point('2026-11-14', 2)] })).toEqual([
			['2026-11-14', 2],
			['2026-11-21', 500],
		]);
	});

	test('leaves out a last review without a date, or by another model', async () => {
		expect(await getMedians([scored('a')], [scored('a')])).toEqual([['2026-11-21', 500]]);
		const other = scored('a', 400, 4, { reviewDate: '2026-11-14', modelName: 'M1' });
		expect(await getMedians([scored('a')], [other])).toEqual([['2026-11-21', 500]]);
	});
});

test('reasons are counted, the most frequent first, and rare ones beyond 30 together', async () => {
	const one = [unscored('a', 'RARE'), unscored('b', 'OFTEN'), unscored('c', 'OFTEN')];
	const { figures } = await review(one);
	expect(figures.coverage.reasons).toEqual([
		{ reasonCode: 'OFTEN', reason: null, cards: 2 },
		{ reasonCode: 'RARE', reason: null, cards: 1 },
	]);
	const many = Array.from({ length: 33 }, (_, index) => unscored(`c${index}`, `R${index}`));
	const { reasons } = (await review([...many, unscored('more', 'R32')])).figures.coverage;
	expect(reasons).toHaveLength(31);
	expect(reasons[0]).toMatchObject({ reasonCode: 'R32', cards: 2 });
	expect(reasons[30]).toEqual({ reasonCode: 'OTHER_REASONS', reason: null, cards: 3 });
	expect((await review(many.slice(0, 30))).figures.coverage.reasons).toHaveLength(30);
});

test('segments are the largest first, unscored cards included', async () => {
	const at = (branch: string, fields: Fields) => ({ ...fields, branch });
	const { figures } = await review(
		[
			at('small', scored('a', 600, 6)),
			at('large', scored('b', 400, 4)),
			at('large', unscored('c')),
			at('large', unscored('d')),
			at('middle', scored('e', 600, 6)),
			at('middle', scored('f', 450, 5)),
		],
		[scored('a'), scored('b'), scored('e'), scored('f')],
		{ segment: 'branch' },
	);
	expect(figures.segments).toEqual([
		{
			...{ segment: 'large', scored: 1, unscored: 2, p10: 400, median: 400 },
			...{ matched: 1, medianChange: -100, netDowngrade: 1 },
		},
		{
			...{ segment: 'middle', scored: 2, unscored: 0, p10: 465, median: 525 },
			...{ matched: 2, medianChange: 25, netDowngrade: -0.5 },
		},
		{
			...{ segment: 'small', scored: 1, unscored: 0, p10: 600, median: 600 },
			...{ matched: 1, medianChange: 100, netDowngrade: -1 },
		},
	]);
});

// Two bands of 1,000 cards each: noise of 3.841 x 2 / 1000.
test.each([
	[500, 500, 'stable'],
	[600, 400, 'stable'],
	[700, 300, 'some shift'],
	[800, 200, 'large shift'],
])('bands of %p and %p cards in place of 500 each are a mark of %p', (low, high, label) => {
	const compared = { counts: [500, 500], reviewDate: '2026-11-14' };
	const stability = getStability([low, high], compared);
	expect(stability).toMatchObject({ label, reviewDate: '2026-11-14' });
	expect(stability?.noiseLevel).toBeCloseTo(0.007682, 9);
	expect(getStability([0, 0], compared)).toBeNull();
	expect(getStability([5], { ...compared, counts: [5] })).toMatchObject({
		...{ index: 0, noiseLevel: null, label: null },
	});
});

const matched = (scoreChange: number, more: Partial<MatchedCard> = {}) =>
	({
		...{ scoreChange, previousDecile: 5, previousScore: 500, watchReasons: [] },
		card: { decile: 5, score: 500 + scoreChange, reference: String(scoreChange), fields: {} },
		...more,
	}) as unknown as MatchedCard;

test.each([
	[-50, -50, ['score fell by 50, among the largest falls']],
	[-49.5, -50, []],
	[-1, 0, ['score fell by 1, among the largest falls']],
	[0, 0, []],
	[10, 0, []],
	[-50, null, []],
])('a change of %p where the largest are %p gives the reasons %j', (change, threshold, reasons) => {
	expect(getWatchReasons(matched(change), threshold, 2)).toEqual(reasons);
	const warning = getEarlyWarning({ matched: [matched(change)], warningThreshold: threshold });
	expect(warning).toEqual(threshold === null ? null : { threshold, cards: reasons.length });
});

test.each([
	[3, 2, true],
	[2, 1, false],
	[4, 3, false],
	[10, 1, true],
])('from decile %p to %p of the bottom two is watched: %p', (previousDecile, decile, expected) => {
	const card = { decile } as MatchedCard['card'];
	expect(getWatchReasons(matched(0, { card, previousDecile }), 0, 2)).toEqual(
		expected ? [`moved from decile ${previousDecile} to ${decile}`] : [],
	);
});

test('the watch list has the largest falls first, at equal falls the lower score; and only the first of them', () => {
	const watched = (change: number, score: number) =>
		matched(change, {
			card: { score, decile: 4, reference: `${score}`, fields: {} } as MatchedCard['card'],
			watchReasons: ['score fell', 'moved'],
		});
	const cards = [watched(-10, 300), watched(-20, 200), watched(-20, 100), matched(-99)];
	expect(createWatchList(cards, { label: '', watchListSize: 2 })).toEqual({
		total: 3,
		cards: [100, 200].map((score) => ({
			...{ name: String(score), score, previousScore: 500, scoreChange: -20 },
			...{ decile: 4, previousDecile: 5, reason: 'Score fell; moved' },
		})),
	});
});

test.each<[string, Fields, string, string]>([
	['the chosen field', { name: 'Jane', customerPAN: '5425******9903' }, 'name', 'Jane'],
	['the masked card', { customerPAN: '5425******9903', '': 'x' }, '', '5425******9903'],
	[
		'the masked card without the field',
		{ customerPAN: '5425******9903' },
		'name',
		'5425******9903',
	],
	['the start of the reference', {}, '', 'a-very-long…'],
])('a card is called by %s', (_, fields, label, expected) => {
	expect(getName(fields, 'a-very-long-reference', label)).toBe(expected);
});
