import { readReview } from '../../demo/readReview';
import { printedRun, summaryRow } from './support/run';

test('counts come from the summary, cards from the scores, in the order asked for', () => {
	const review = readReview(printedRun(), ['222242******1113', '577996******3663']);
	expect(review).toMatchObject({ summary: '3 cards reviewed.', durationSeconds: 0.42 });
	expect(review.result).toMatchObject({
		reviewed: 3,
		couldNotBeScored: { CARD_TOO_NEW_TO_SCORE: 1 },
		cards: [
			{ answers: [{ model: 'CCA_CCS_Del_M2_v1.0', reasonCode: 'CARD_TOO_NEW_TO_SCORE' }] },
			{
				changed: true,
				newProspect: true,
				answers: [
					{ model: 'CCA_CCS_Del_M2_v1.0', score: 570, decile: 5 },
					{ model: 'CCA_CCS_Del_M1_v1.0', score: 790, decile: 7 },
				],
			},
		],
	});
});

test("a run that stopped says where and why, in n8n's words", () => {
	const error = { message: 'Forbidden.', description: 'Check it.', node: { name: 'CCA Scores' } };
	expect(() => readReview(printedRun([], error), [])).toThrow(
		'The review gave no result in "Weekly summary". It stopped in "CCA Scores": Forbidden. Check it.',
	);
});

test('a summary without an expected column names the column and the way back', () => {
	const changed = { ...summaryRow, Calls: undefined };
	expect(() => readReview(printedRun([changed]), [])).toThrow(/no value for Calls\..*--fresh/);
});

test('output without a result is shown', () => {
	expect(() => readReview('The workflow is empty', [])).toThrow(
		/no result:\nThe workflow is empty/,
	);
});
