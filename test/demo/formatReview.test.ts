import { parseReview } from '../../demo/parseReview';
import { formatReview } from '../../demo/formatReview';
import { executeOutput } from './support/run';

const lines = formatReview(
	parseReview(executeOutput(), ['577996******3663', '222242******1113']),
).split('\n');

test('every count and reason code has a line', () => {
	expect(lines).toEqual(
		expect.arrayContaining([
			expect.stringMatching(/^Reviewed +3$/),
			expect.stringMatching(/^Could not be scored +1$/),
			expect.stringMatching(/^ {2}CARD_TOO_NEW_TO_SCORE +1$/),
			expect.stringMatching(/^Time in CCA Scores +0\.4 s$/),
			'3 cards reviewed.',
		]),
	);
});

test('each card has a line', () => {
	const start = lines.findIndex((line) => line.startsWith('577996******3663'));
	expect(lines[start]).toMatch(/^577996\*{6}3663 +570 +5 +M2 +changed, new prospect$/);
	expect(lines[start + 1]).toMatch(/^222242\*{6}1113 +- +- +M2 +CARD_TOO_NEW_TO_SCORE$/);
});

test('what changed since last week is printed', () => {
	expect(lines).toEqual(expect.arrayContaining(['Compared with last week:', '  One moved.']));
});
