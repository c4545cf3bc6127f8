// The watch list by its scale: 200 units from 144 to 344.
import type { WatchedCard } from '../../../report/cards/watchList';
import { watchChart } from '../../../report/charts/watchChart';
import { readCircles, readLines, readPicture, readTexts } from '../../support/readDrawing';

const card = (name: string, previousScore: number, score: number): WatchedCard => ({
	name,
	score,
	previousScore,
	scoreChange: score - previousScore,
	decile: 2,
	previousDecile: 5,
	reason: 'Score fell',
});
const DESCRIPTION =
	'Cards with the largest falls, and cards that moved into the bottom deciles; the largest fall first. Ring: last score. Dot: score now.';

test('each card has a ring at its last score and a dot at its score now, in the colour of the change', () => {
	const cards = [card('542523******9903 x', 500, 300), card('b', 300, 400), card('c', 350, 350)];
	const chart = watchChart({ total: 3, cards }, false);
	expect(chart).toMatchObject({
		name: 'watch',
		title: 'Watch list',
		description: DESCRIPTION,
		columns: ['Card', 'Last score', 'Score', 'Change', 'Last decile', 'Decile', 'Reason'],
		rows: [
			['542523******9903 x', '500', '300', '−200', '5', '2', 'Score fell'],
			['b', '300', '400', '+100', '5', '2', 'Score fell'],
			['c', '350', '350', '0', '5', '2', 'Score fell'],
		],
	});
	expect(readPicture(chart.svg)).toMatchObject({
		viewBox: '0 0 400 112',
		title: 'Watch list',
		description: DESCRIPTION,
	});
	expect(readTexts(chart.svg)).toEqual([
		'144,12 middle muted 11 px: 300',
		'194,12 middle muted 11 px: 350',
		'244,12 middle muted 11 px: 400',
		'294,12 middle muted 11 px: 450',
		'344,12 middle muted 11 px: 500',
		'132,43 end: 542523******990…',
		'396,43 end weight 600: −200',
		'132,69 end: b',
		'396,69 end weight 600: +100',
		'132,95 end: c',
		'396,95 end weight 600: 0',
	]);
	expect(readLines(chart.svg)).toEqual([
		'144,22 to 144,108 grid',
		'194,22 to 194,108 grid',
		'244,22 to 244,108 grid',
		'294,22 to 294,108 grid',
		'344,22 to 344,108 grid',
		'344,43 to 144,43 down 3',
		'144,69 to 244,69 up 3',
		'194,95 to 194,95 up 3',
	]);
	expect(readCircles(chart.svg)).toEqual([
		'344,43 r 5 surface outlined down 2',
		'144,43 r 5 down',
		'144,69 r 5 surface outlined up 2',
		'244,69 r 5 up',
		'194,95 r 5 surface outlined up 2',
		'194,95 r 5 up',
	]);
});

test.each([
	['no card needs a look', false, 0, 'No card needs a look.'],
	['there is no last review', true, 0, 'No comparison: this is the first review.'],
])('nothing is drawn where %s, and the description says so', (_, isFirst, total, expected) => {
	const { description, rows, svg } = watchChart({ total, cards: [] }, isFirst);
	expect([description, rows, svg]).toEqual([expected, [], null]);
});

test('the description says of how many cards these are the first', () => {
	expect(watchChart({ total: 2, cards: [card('a', 2, 1)] }, false).description).toContain(
		'; the largest fall first. The first 1 of 2. Ring:',
	);
});

test('200,000 scores are drawn', () => {
	const cards = Array.from({ length: 100_000 }, (_, index) => card('a', 500, 300 + (index % 100)));
	expect(watchChart({ total: cards.length, cards }, false).svg?.text).toContain('>500</text>');
});
