import { parseReview } from '../../demo/parseReview';
import { executeOutput, summaryRow } from './support/run';

test('counts come from the summary node, cards from the scores node, in the requested order', () => {
	const review = parseReview(executeOutput(), ['222242******1113', '577996******3663']);
	expect(review).toMatchObject({ summary: '3 cards reviewed.', durationSeconds: 0.42 });
	expect(review.result).toMatchObject({
		reviewed: 3,
		couldNotBeScored: { CARD_TOO_NEW_TO_SCORE: 1 },
		cards: [
			{ model: 'CCA_CCS_Del_M2_v1.0', reasonCode: 'CARD_TOO_NEW_TO_SCORE' },
			{ changed: true, newProspect: true, model: 'CCA_CCS_Del_M2_v1.0', score: 570, decile: 5 },
		],
	});
});

test('the movement, what changed and the report file come from the report', () => {
	expect(parseReview(executeOutput(), [])).toMatchObject({
		changes: ['One moved.'],
		report: { fileName: 'credit-review-2026-11-21.html', content: 'PGh0bWw+' },
		result: { movement: { down: 1 } },
	});
});

test("a failed execution is reported with its node and n8n's error", () => {
	const error = { message: 'Forbidden.', description: 'Check it.', node: { name: 'CCA Scores' } };
	expect(() => parseReview(executeOutput([], error), [])).toThrow(
		'The node "Weekly summary" returned no items. The workflow failed in "CCA Scores": Forbidden. Check it.',
	);
});

test('a missing summary column is named, with the command that restores the workflow', () => {
	const changed = { ...summaryRow, Calls: undefined };
	expect(() => parseReview(executeOutput([changed]), [])).toThrow(/has no Calls\..*--fresh/);
});

test('output without a result is included in the error', () => {
	expect(() => parseReview('The workflow is empty', [])).toThrow(
		/no result:\nThe workflow is empty/,
	);
});
