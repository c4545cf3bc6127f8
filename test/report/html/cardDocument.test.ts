// What the report on cards says, each value worked by hand.
import type { Fields } from '../../../report/fields';
import { reviewCards, type CardSettings } from '../../../report/cards/reviewCards';
import { createCardDocument } from '../../../report/html/cardDocument';
import { CARD_METHODS } from '../../../report/html/methods';

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

const scored = (cardReference: string, score: number, decile: number, more: Fields = {}) => ({
	...{ cardReference, scored: true, score, decile, modelName: 'M2' },
	...more,
});
const unscored = (cardReference: string, reasonCode: string, reason?: string) => ({
	...{ cardReference, scored: false, reasonCode, reason, modelName: 'M2' },
});

async function createDocument(
	current: Fields[],
	previous: Fields[] = [],
	settings: Partial<CardSettings> = {},
	title = 'Weekly review',
) {
	const report = await reviewCards(
		current,
		previous,
		{ ...SETTINGS, ...settings },
		() => undefined,
	);
	return { report, ...createCardDocument(report, title) };
}

// Changes: a +100, b 0, c -200, d -100, e -10. Above the bottom two deciles were b, c and d; a and e below.
const CURRENT = [
	scored('a', 300, 3),
	scored('b', 300, 3),
	scored('c', 100, 1),
	scored('d', 600, 6),
	scored('e', 190, 2),
	scored('f', 500, 5),
	unscored('g', 'CARD_TOO_NEW_TO_SCORE', 'Too new.'),
	{ runSummary: { rows: 10, rejected: 1, failed: 2 } },
];
const PREVIOUS = [
	scored('a', 200, 2, { reviewDate: '2026-11-14' }),
	scored('b', 300, 3),
	scored('c', 300, 3),
	scored('d', 700, 7),
	scored('e', 200, 2),
	scored('gone', 10, 1),
	unscored('f', 'PAN_NOT_FOUND'),
	unscored('h', 'PAN_NOT_FOUND'),
];
const HISTORY = [
	{
		...{ reviewDate: '2026-11-14', p10: 105, median: 250, p90: 500 },
		...{ netDowngrade: 0.1, rollRate: 0.25, cureRate: 0.4, stabilityIndex: 0.1234 },
	},
];

test('a review says what changed', async () => {
	const one = await createDocument(CURRENT, PREVIOUS, { history: HISTORY });
	expect(one.title).toBe('Weekly review');
	expect(one.reviewDate).toBe('2026-11-21');
	expect(one.comparedWith).toBe('Compared with the last review of 2026-11-14.');
	expect(one.methods).toBe(CARD_METHODS);
	expect(one.charts).toHaveLength(6);
	expect(one.runSummary?.rows).toContainEqual(['Rows', '10']);
	expect(one.summary).toEqual([
		'Of 7 cards, 6 have a score (85.7%); the median is 300.',
		'Of 5 cards scored in both reviews, 2 moved down a decile or more, 1 moved up and 2 stayed; the median change of the score is −10.',
		'1 card needs a look: 1 moved into the bottom 2 deciles, and the largest fall is 200 points.',
	]);
	expect(one.highlights).toEqual([
		{ name: 'Scored', now: '85.7%', last: '75%' },
		{ name: 'Median score', now: '300', last: '250' },
		{ name: 'Net downgrade', now: '20%', last: '10%' },
		{ name: 'On the watch list', now: '1', last: '–' },
	]);
});

test('a review has its figures, those of the last one, and what they are made of', async () => {
	const { figures, report } = await createDocument(CURRENT, PREVIOUS, { history: HISTORY });
	const { index = 0, noiseLevel = 0 } = report.figures.stability.previous ?? {};
	expect(index).toBeGreaterThan(0);
	expect(figures).toEqual({
		caption: 'Figures of this review, with those of the last one',
		columns: ['Figure', 'Now', 'Last', 'Remark'],
		rows: [
			['Cards scored', '6', '6', ''],
			['Cards not scored', '1', '2', ''],
			['Coverage', '85.7%', '75%', ''],
			['Rows rejected before a call', '1', '–', 'Not in the coverage'],
			['Rows whose call failed', '2', '–', 'Not in the coverage'],
			['Median score', '300', '250', 'Median change of the same cards: −10'],
			// 100 190 300 300 500 600 and 10 200 200 300 300 700, by NumPy.
			['10th percentile of the score', '145', '105', ''],
			['90th percentile of the score', '550', '500', ''],
			[
				'Stability index, last review',
				index.toFixed(3),
				'0.123',
				`Chance alone: up to ${Number(noiseLevel).toFixed(3)}, too much for the usual marks`,
			],
			['Stability index, baseline', '–', '–', 'No comparison'],
			['Cards scored in both reviews', '5', '–', ''],
			['Net downgrade', '20%', '10%', '2 down, 1 up'],
			['Roll rate into the bottom deciles', '33.3%', '25%', '1 of 3 cards above decile 2'],
			['Cure rate', '50%', '40%', '1 of 2 cards in the bottom deciles'],
			// The 5th percentile of the five changes: -200 + 0.2 x 100.
			['Early warnings', '1', '–', 'Change of −180 or below'],
		],
	});
});

test('a first review says that there is nothing to compare with, and has no figures of a last one', async () => {
	const one = await createDocument([scored('a', 300, 3), unscored('b', 'X')]);
	expect(one.comparedWith).toBe('First review: there is nothing to compare with.');
	expect(one.summary).toEqual([
		'Of 2 cards, 1 has a score (50%); the median is 300.',
		'1 card could not be scored.',
		'This is the first review: there is nothing to compare with.',
	]);
	expect(one.highlights.map(({ now, last }) => [now, last])).toEqual([
		['50%', '–'],
		['300', '–'],
		['–', '–'],
		['–', '–'],
	]);
	expect(one.figures.rows.map(([, now, last, remark]) => [now, last, remark])).toEqual([
		['1', '–', ''],
		['1', '–', ''],
		['50%', '–', ''],
		['0', '–', 'Not in the coverage'],
		['0', '–', 'Not in the coverage'],
		['300', '–', ''],
		['300', '–', ''],
		['300', '–', ''],
		['–', '–', 'No comparison'],
		['–', '–', 'No comparison'],
		...Array.from({ length: 5 }, () => ['–', '–', '']),
	]);
	expect(one.segments).toBeNull();
	expect(one.runSummary).toBeNull();
});

test('a review without a card of the last one gives no movement', async () => {
	const { comparedWith, summary } = await createDocument(
		[scored('a', 300, 3), scored('b', 400, 4)],
		[unscored('a', 'X')],
	);
	expect(comparedWith).toBe('Compared with the last review.');
	expect(summary).toEqual([
		'Of 2 cards, 2 have a score (100%); the median is 350.',
		'No card was scored in both reviews by the same model, so no movement can be given.',
		'There is no watch list.',
	]);
});

test.each([
	['none fell or rolled in', 500, 5, 2, '0 cards need a look: none moved into the bottom deciles.'],
	[
		'one fell within its decile',
		490.5,
		5,
		2,
		'1 card needs a look: none moved into the bottom deciles, and the largest fall is 9.5 points.',
	],
	[
		'one rolled into the only bottom decile',
		10,
		1,
		1,
		'1 card needs a look: 1 moved into the bottom decile, and the largest fall is 490 points.',
	],
])('the last sentence says who needs a look where %s', async (_, score, decile, deciles, said) => {
	const { summary } = await createDocument([scored('a', score, decile)], [scored('a', 500, 5)], {
		bottomDeciles: deciles,
	});
	expect(summary[2]).toBe(said);
});

test('the usual mark of the stability index stands where there are enough cards for it', async () => {
	const cards = Array.from({ length: 400 }, (_, id) => scored(`c${id}`, id, 5));
	const bands = (await createDocument(cards)).report.bands;
	const { figures } = await createDocument(cards, cards, { baseline: bands });
	// chi-squared(0.95; 9) x 2 / 400 = 16.919 / 200.
	expect(figures.rows.filter(([name]) => name?.startsWith('Stability'))).toEqual([
		['Stability index, last review', '0.000', '–', 'Chance alone: up to 0.085; stable'],
		['Stability index, baseline', '0.000', '–', 'Chance alone: up to 0.085; stable'],
	]);
});

test('a single band has an index of 0, about which there is nothing to remark', async () => {
	const same = [scored('a', 500, 5), scored('b', 500, 5)];
	const { figures } = await createDocument(same, same);
	expect(figures.rows).toContainEqual(['Stability index, last review', '0.000', '–', '']);
});

test('segments have figures of their own, but those of a few cards are left out', async () => {
	const branch = (Branch: string, count: number, from: number, change: number) =>
		Array.from({ length: count }, (_, id) =>
			scored(`${Branch}${id}`, from + 10 * id + change, change < 0 ? 4 : 5, { Branch }),
		);
	const { segments } = await createDocument(
		[
			...branch('North', 5, 500, -10),
			...branch('South', 4, 100, 10),
			{ ...unscored('x', 'X'), Branch: 'South' },
			...branch('New', 6, 100, 0),
			{ ...unscored('y', 'X'), Branch: 'Unscored' },
		],
		[...branch('North', 5, 500, 0), ...branch('South', 4, 100, 0)],
		{ segment: 'Branch' },
	);
	expect(segments).toEqual({
		caption: 'Figures by segment',
		columns: [
			'Segment',
			'Scored',
			'Not scored',
			'Median',
			'10th percentile',
			'In both',
			'Median change',
			'Net downgrade',
		],
		rows: [
			['New', '6', '0', '125', '105', '0', '–', '–'],
			['North', '5', '0', '510', '494', '5', '−10', '100%'],
			['South', '<5', '<5', '–', '–', '<5', '–', '–'],
			['Unscored', '0', '<5', '–', '–', '0', '–', '–'],
		],
	});
});

test('the notes have why cards could not be scored, in words of Mastercard, and then what is left out', async () => {
	const { notes } = await createDocument([
		unscored('a', 'CARD_TOO_NEW', 'Too new.'),
		unscored('b', 'CARD_TOO_NEW', 'Too new.'),
		unscored('c', 'OTHER 5425 2334 3010 9903'),
		scored('d', 1, 1),
		scored('d', 1, 1),
	]);
	expect(notes).toEqual([
		'2 cards without a score: CARD_TOO_NEW. Too new.',
		'1 card without a score: OTHER 542523******9903.',
		'1 item of this review repeats a card; the first item of each counts.',
	]);
	const many = await createDocument(
		Array.from({ length: 12 }, (_, id) => unscored(`c${id}`, `R${id}`, 'x'.repeat(500))),
	);
	expect(many.notes).toHaveLength(10);
	expect(many.notes[0]).toBe(`1 card without a score: R0. ${'x'.repeat(239)}…`);
});

test('the title is one line of at most 120 characters', async () => {
	const { title } = await createDocument([scored('a', 1, 1)], [], {}, `A\n${'b'.repeat(200)}`);
	expect(title).toBe(`A ${'b'.repeat(117)}…`);
});
