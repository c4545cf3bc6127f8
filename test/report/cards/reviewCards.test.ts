// Reviews of cards, each figure worked by hand or taken from a published example.
import { ReportInputError, type Fields } from '../../../report/fields';
import { getTransitionShares } from '../../../report/cards/migration';
import { reviewCards, type CardSettings } from '../../../report/cards/reviewCards';

const SETTINGS: CardSettings = {
	matchBy: 'cardReference',
	label: '',
	segment: '',
	reviewDate: '2026-11-21',
	bottomDeciles: 2,
	watchListSize: 20,
	baseline: null,
	history: [],
};
const pause = () => Promise.resolve();
const review = (current: Fields[], previous: Fields[] = [], settings: Partial<CardSettings> = {}) =>
	reviewCards(current, previous, { ...SETTINGS, ...settings }, pause);

const scored = (cardReference: string, score: unknown, decile: unknown, more: Fields = {}) => ({
	cardReference,
	scored: true,
	score,
	decile,
	modelName: 'M2',
	...more,
});
const unscored = (cardReference: string, reasonCode = 'CARD_TOO_NEW_TO_SCORE') => ({
	cardReference,
	scored: false,
	reasonCode,
	reason: 'Too new.',
	modelName: 'M2',
});
const movements = async (current: Fields[], previous: Fields[]) =>
	(await review(current, previous)).comparison.compared.map(({ movement }) => movement);

describe('movement', () => {
	test('follows the decile; a change within one is a change of the score only', async () => {
		const { comparison } = await review(
			[scored('a', 300, 3), scored('b', 100, 1), scored('c', 205, 2)],
			[scored('a', 200, 2), scored('b', 200, 2), scored('c', 200, 2)],
		);
		expect(
			comparison.compared.map(({ movement, scoreChange, previousScore, previousDecile }) => [
				movement,
				scoreChange,
				previousScore,
				previousDecile,
			]),
		).toEqual([
			['up', 100, 200, 2],
			['down', -100, 200, 2],
			['same', 5, 200, 2],
		]);
	});

	test('tells new, now scored, now unscored and still unscored cards apart', async () => {
		expect(
			await movements(
				[scored('a', 1, 1), scored('b', 1, 1), unscored('c'), unscored('d')],
				[unscored('b'), scored('c', 1, 1), unscored('d')],
			),
		).toEqual(['new', 'nowScored', 'nowUnscored', 'same']);
	});

	test('is none in a first review', async () => {
		const { comparison, figures } = await review([scored('a', 1, 1)]);
		expect(comparison.compared[0]?.movement).toBeNull();
		expect(figures).toMatchObject({
			isFirstReview: true,
			movements: null,
			migration: null,
			bottom: null,
			earlyWarning: null,
			previousScore: null,
			medianChange: null,
			stability: { previous: null, baseline: null },
		});
	});

	test('of a card that another model scores is not a movement between deciles', async () => {
		const { comparison, figures, notes } = await review(
			[scored('a', 900, 9, { modelName: 'M3' })],
			[scored('a', 100, 1)],
		);
		expect(comparison.compared[0]).toMatchObject({ movement: 'otherModel', scoreChange: null });
		expect(figures).toMatchObject({ previousScore: null, stability: { previous: null } });
		expect(notes.join()).toContain('The last review is by M2, this one by M3');
	});

	test('of cards that only the last review had is gone, unless their row failed this time', async () => {
		const error = { message: 'x', attempts: 4, cardReference: 'failed' };
		const { comparison } = await review(
			[scored('a', 1, 1), { error }],
			[scored('gone', 1, 1), scored('a', 1, 1), scored('failed', 1, 1), unscored('gone too')],
		);
		expect(comparison.gone.map(({ reference }) => reference)).toEqual(['gone', 'gone too']);
		expect(comparison.movements.gone).toBe(2);
	});

	test.each([
		['an error item that does not say which', { error: { message: 'x', attempts: 0 } }],
		['a run summary of rows that went elsewhere', { runSummary: { rejected: 0, failed: 1 } }],
	])('of cards that may be among the failed rows is not gone: %s', async (_, item) => {
		const { comparison, notes } = await review(
			[scored('a', 1, 1), item],
			[scored('a', 1, 1), scored('b', 1, 1)],
		);
		expect(comparison.gone).toEqual([]);
		expect(notes.join()).toContain('Who is gone since the last review cannot be told');
	});

	test('compares each model with itself when there is one item for each model', async () => {
		const both = (m2: number, m1: number) => [
			scored('a', m2, 5),
			scored('a', m1, 6, { modelName: 'M1' }),
			scored('b', 500, 5),
		];
		const { comparison, figures, notes } = await review(both(510, 630), both(500, 600));
		expect(comparison.compared.map(({ scoreChange }) => scoreChange)).toEqual([10, 30, 0]);
		expect(figures.coverage.scored).toBe(2);
		expect(notes.join()).toContain('1 result of other models in this review is not in the figures');
	});
});

describe('figures', () => {
	test('coverage leaves out rows without a result', async () => {
		const { figures } = await review([
			scored('a', 1, 1),
			scored('b', 1, 1),
			scored('c', 1, 1),
			unscored('d'),
			{ error: { message: 'no consent', attempts: 0 } },
			{ error: { message: 'timeout', attempts: 4 } },
			{ error: { message: 'timeout', attempts: 4 } },
		]);
		expect(figures.coverage).toEqual({
			scored: 3,
			unscored: 1,
			share: 0.75,
			reasons: [{ reasonCode: 'CARD_TOO_NEW_TO_SCORE', reason: 'Too new.', cards: 1 }],
			rejected: 1,
			failed: 2,
		});
	});

	test('rows without a result are taken from the run summary when they went elsewhere', async () => {
		const { figures } = await review([
			scored('a', 1, 1),
			{ runSummary: { rows: 4, succeeded: 1, rejected: 1, failed: 2 } },
		]);
		expect(figures.coverage).toMatchObject({ scored: 1, rejected: 1, failed: 2 });
	});

	// By hand: changes -50, 0, 10, 20; median 5. Quantiles of 100 200 310 420 by NumPy: 130, 255, 387.
	test('the score has quantiles, and the median of the changes of matched cards', async () => {
		const { figures } = await review(
			[scored('a', 100, 1), scored('b', 200, 2), scored('c', 310, 3), scored('d', 420, 4)],
			[scored('a', 150, 2), scored('b', 200, 2), scored('c', 300, 3), scored('d', 400, 4)],
		);
		expect(figures.score).toEqual({ p10: 130, median: 255, p90: 387 });
		expect(figures.previousScore?.median).toBe(250);
		expect(figures.medianChange).toBe(5);
	});

	// By hand: 5 matched, 2 down, 1 up. Above the bottom two: b, c, d, of which c fell in; below: a, e, of which a left.
	test('net downgrade, roll rate and cure rate count matched cards only', async () => {
		const { figures } = await review(
			[
				scored('a', 300, 3),
				scored('b', 300, 3),
				scored('c', 100, 1),
				scored('d', 600, 6),
				scored('e', 200, 2),
				scored('new', 10, 1),
			],
			[
				scored('a', 200, 2),
				scored('b', 300, 3),
				scored('c', 300, 3),
				scored('d', 700, 7),
				scored('e', 200, 2),
				scored('gone', 10, 1),
			],
		);
		expect(figures.migration).toMatchObject({
			matched: 5,
			up: 1,
			same: 2,
			down: 2,
			netDowngrade: 0.2,
		});
		expect(figures.bottom).toEqual({
			deciles: 2,
			rolledIn: 1,
			above: 3,
			rollRate: 1 / 3,
			cured: 1,
			below: 2,
			cureRate: 0.5,
		});
	});

	// The state table of the heart transplant data, as the manual of the R package msm prints it (statetable.msm).
	test('the transition matrix is the cohort method, on the published counts of the R package msm', async () => {
		const counts = [
			[1367, 204, 44, 148],
			[46, 134, 54, 48],
			[4, 13, 107, 55],
		];
		const pairs = counts.flatMap((row, from) =>
			row.flatMap((count, to) => Array.from({ length: count }, () => [from + 1, to + 1] as const)),
		);
		const { figures } = await review(
			pairs.map(([, to], index) => scored(`c${index}`, to * 100, to)),
			pairs.map(([from], index) => scored(`c${index}`, from * 100, from)),
		);
		const matrix = figures.migration?.counts ?? [];
		expect(matrix.slice(0, 3).map((row) => row.slice(0, 4))).toEqual(counts);
		const shares = getTransitionShares(matrix);
		// By hand: 1367 / 1763, 134 / 282, 55 / 179.
		expect(shares[0]?.[0]).toBeCloseTo(0.775383, 6);
		expect(shares[1]?.[1]).toBeCloseTo(0.475177, 6);
		expect(shares[2]?.[3]).toBeCloseTo(0.307263, 6);
		expect(shares[5]?.[5]).toBeNull();
	});

	// numpy.quantile(range(-50, 50), 0.05) = -45.05: changes of -50 to -46, five cards.
	test('an early warning is a change at or below the 5th percentile of the portfolio', async () => {
		const ids = Array.from({ length: 100 }, (_, index) => index);
		const { figures, watchList } = await review(
			ids.map((id) => scored(`c${id}`, 450 + id, 5)),
			ids.map((id) => scored(`c${id}`, 500, 5)),
		);
		expect(figures.earlyWarning?.threshold).toBeCloseTo(-45.05, 10);
		expect(figures.earlyWarning?.cards).toBe(5);
		expect(watchList.cards.map(({ scoreChange }) => scoreChange)).toEqual([
			-50, -49, -48, -47, -46,
		]);
	});

	test('a portfolio in which no score fell has no early warning', async () => {
		const same = [scored('a', 500, 5), scored('b', 600, 6)];
		const { figures, watchList } = await review(same, same);
		expect(figures.earlyWarning).toEqual({ threshold: 0, cards: 0 });
		expect(watchList).toEqual({ total: 0, cards: [] });
	});

	test('a card that moves into the bottom deciles is watched, however small its fall', async () => {
		const ids = Array.from({ length: 60 }, (_, index) => index);
		const { watchList } = await review(
			[...ids.map((id) => scored(`c${id}`, 300, 3)), scored('rolled', 240, 2)],
			[...ids.map((id) => scored(`c${id}`, 400, 4)), scored('rolled', 241, 3)],
			{ watchListSize: 100 },
		);
		expect(watchList.cards.at(-1)).toMatchObject({
			scoreChange: -1,
			reason: 'Moved from decile 3 to 2',
		});
	});

	test('the marks of the stability index are left out where chance alone exceeds them', async () => {
		const cards = (count: number, factor: number) =>
			Array.from({ length: count }, (_, id) => scored(`c${id}`, (id % 100) * factor, 5));
		const few = await review(cards(49, 5), cards(49, 6));
		expect(few.figures.stability.previous?.noiseLevel).toBeCloseTo(0.6906, 4);
		expect(few.figures.stability.previous?.label).toBeNull();
		const many = await review(cards(400, 5), cards(400, 5));
		expect(many.figures.stability.previous).toMatchObject({ index: 0, label: 'stable' });
	});

	test('the bands stay those of the baseline', async () => {
		const first = await review([scored('a', 100, 1), scored('b', 200, 2), scored('c', 300, 3)]);
		const later = await review([scored('a', 900, 9)], [scored('a', 100, 1)], {
			baseline: first.bands,
		});
		expect(later.bands?.edges).toEqual(first.bands?.edges);
		expect(later.figures.stability.baseline?.reviewDate).toBe('2026-11-21');
		expect(later.figures.stability.baseline?.index).toBeGreaterThan(0);
	});

	test('segments have figures of their own', async () => {
		const { figures } = await review(
			[
				scored('a', 100, 1, { branch: 'North' }),
				scored('b', 300, 3, { branch: 'North' }),
				scored('c', 500, 5),
			],
			[scored('a', 200, 2), scored('b', 300, 3)],
			{ segment: 'branch' },
		);
		expect(figures.segments).toEqual([
			expect.objectContaining({ segment: 'North', scored: 2, median: 200, netDowngrade: 0.5 }),
			expect.objectContaining({ segment: '(none)', scored: 1, matched: 0, netDowngrade: null }),
		]);
	});
});

describe('items', () => {
	test('scores as text, and flags as databases write them, are understood', async () => {
		const { figures, comparison } = await review(
			[scored('a', '363', '4', { scored: 1 }), { ...unscored('b'), scored: 'false' }],
			[scored('a', ' 300 ', '3', { scored: 'true' })],
		);
		expect(comparison.compared[0]).toMatchObject({ movement: 'up', scoreChange: 63 });
		expect(figures.coverage).toMatchObject({ scored: 1, unscored: 1 });
	});

	test("without 'scored', a score or a reason decides", async () => {
		const { figures } = await review([
			{ ...scored('a', 1, 1), scored: undefined },
			{ ...unscored('b'), scored: undefined },
		]);
		expect(figures.coverage).toMatchObject({ scored: 1, unscored: 1 });
	});

	test('a reference that comes twice counts once, and the reader is told', async () => {
		const { figures, notes } = await review([
			scored('a', 1, 1),
			scored('a', 9, 1),
			scored('b', 1, 1),
		]);
		expect(figures.coverage.scored).toBe(2);
		expect(notes).toEqual(['1 item of this review repeats a card; the first item of each counts.']);
	});

	test('an empty item, as n8n makes for "always output data", is no last review', async () => {
		expect((await review([scored('a', 1, 1)], [{}])).figures.isFirstReview).toBe(true);
	});

	test('a single item that cannot be read is left out, and the reader is told which and why', async () => {
		const { figures, notes } = await review([
			scored('a', 1, 1),
			scored('b', 'many', 1),
			{ scored: true, score: 1 },
			{ dryRun: { rows: 1 } },
		]);
		expect(figures.coverage.scored).toBe(1);
		expect(notes).toEqual([
			"Item 1 of this review is left out: it has a value in 'score' that cannot be used.",
			"Item 2 of this review is left out: it has no 'cardReference'.",
			'Item 3 of this review is left out: it belongs to a dry run, which has no scores.',
		]);
	});

	test.each([
		['cardReference', 'cardReference', 'Card Reference Key'],
		['score', 'score', 'CCA Scores'],
		['decile', 'decile', 'CCA Scores'],
		['modelName', 'modelName', 'CCA Scores'],
	])('without %s in any item, the review is rejected by that name', async (field, name, hint) => {
		const items = [scored('a', 1, 1), scored('b', 2, 1)].map((item) => ({
			...item,
			[field]: undefined,
		}));
		const error: unknown = await review(items).catch((caught: unknown) => caught);
		expect(error).toBeInstanceOf(ReportInputError);
		expect(error).toMatchObject({
			message: expect.stringContaining(`no '${name}'`),
			hint: expect.stringContaining(hint),
		});
		await expect(review([scored('a', 1, 1)], items)).rejects.toThrow("'Previous'");
	});

	test.each(['label', 'segment'] as const)('a %s that no item has is named', async (setting) => {
		await expect(review([scored('a', 1, 1)], [], { [setting]: 'Branch' })).rejects.toThrow(
			"No item of 'Current' has 'Branch'",
		);
	});

	test('names are the chosen field or the masked card, never a full card number', async () => {
		const cards = (score: number, decile: number) => [
			scored('a', score, decile, {
				customerPAN: '5425233430109903',
				name: 'Jane 5425 2334 3010 9903',
			}),
		];
		const byCard = await review(cards(1, 1), cards(900, 9));
		expect(byCard.watchList.cards[0]?.name).toBe('542523******9903');
		const byLabel = await review(cards(1, 1), cards(900, 9), { label: 'name' });
		expect(byLabel.watchList.cards[0]?.name).toBe('Jane 542523******9903');
	});
});
