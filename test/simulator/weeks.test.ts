// The simulator's weeks: data moves from one to the next, the same for a given week, as the flag in the response says.
import documented from '../../simulator/fixtures/ccaScores.json';
import { getScores } from '../../simulator/cca/scores';
import type { ScoresBody } from '../../simulator/cca/types';
import { getLocationMetrics } from '../../simulator/sbca/metrics';
import { generateLocationId } from '../../simulator/sbca/locationId';
import { withCheckDigit } from '../support/cardNumbers';

const CARDS = Array.from({ length: 300 }, (_, index) =>
	withCheckDigit(`5${100_000_000_000_00 + index}`),
);
const DOCUMENTED = documented.map(({ request }) => request.customerPANs[0]?.customerPAN ?? '');
const REQUEST = { query: new URLSearchParams(), pathParameters: {}, headers: {}, now: 0 };

interface Outcome {
	score?: number;
	decile?: number;
	hasScoreChangedFromLastWeek?: boolean;
	isNewProspect?: boolean;
}

/** What the simulator says of each card in a week, by card and model. */
function scoresIn(week: number, pans: string[]): Map<string, Outcome> {
	const found = new Map<string, Outcome>();
	for (const pan of pans) {
		const body = {
			countryCode: 'USA',
			customerPANs: [{ customerPAN: pan, hasConsent: true }],
			scoreTypes: ['DELINQUENCY'],
			productTypes: ['CREDIT_CARD'],
			hasEmbedding: false,
		};
		const { predictionDataSuccesses } = getScores({ ...REQUEST, body, week }).body as ScoresBody;
		for (const { scores } of predictionDataSuccesses)
			for (const score of scores) found.set(`${pan} ${score.modelName}`, score);
	}
	return found;
}

test.each([-3, -1, 0, 1, 4])(
	'in week %d, a score has changed exactly if the flag says so',
	(week) => {
		const now = scoresIn(week, [...CARDS, ...DOCUMENTED]);
		const before = scoresIn(week - 1, [...CARDS, ...DOCUMENTED]);
		const changed = [...now].filter(
			([, { hasScoreChangedFromLastWeek }]) => hasScoreChangedFromLastWeek,
		);
		const moved = [...now].filter(([card, { score }]) => {
			const last = before.get(card)?.score;
			return last !== undefined && last !== score;
		});
		expect(moved).toEqual(changed);
		if (week === 0 || week === -1) expect(changed.length).toBeGreaterThan(20);
	},
);

test('a score moves by points, not by leaps, stays in its range and in its decile', () => {
	const limits = [0, 130, 240, 350, 480, 610, 720, 830, 920, 985, 999];
	const [last, now] = [scoresIn(-1, CARDS), scoresIn(0, CARDS)];
	const changes = [...now].flatMap(([card, { score = 0 }]) => {
		const before = last.get(card)?.score;
		return before === undefined ? [] : [Math.abs(score - before)];
	});
	expect(Math.max(...changes)).toBeLessThanOrEqual(120);
	for (const week of [-52, -7, -1, 0, 1, 52])
		for (const { score = 0, decile = 0 } of scoresIn(week, CARDS).values()) {
			expect(score).toBeGreaterThan(limits[decile - 1] ?? 1000);
			expect(score).toBeLessThanOrEqual(limits[decile] ?? 0);
		}
});

test('a week is the same whenever it is requested', () => {
	expect(scoresIn(-2, CARDS)).toEqual(scoresIn(-2, CARDS));
	expect(scoresIn(-2, CARDS)).not.toEqual(scoresIn(-1, CARDS));
});

test('some cards that are scored now were too new before', () => {
	const [before, now] = [scoresIn(-8, CARDS), scoresIn(0, CARDS)];
	expect(before.size).toBeLessThan(now.size);
	expect([...before.keys()].filter((card) => !now.has(card))).toEqual([]);
});

test('documented cards are as documented in week 0, and move only as their documentation says', () => {
	const now = scoresIn(0, DOCUMENTED);
	for (const week of [-1, 1])
		for (const [card, outcome] of scoresIn(week, DOCUMENTED)) {
			const hasMoved = week === -1 && now.get(card)?.hasScoreChangedFromLastWeek === true;
			expect(outcome.hasScoreChangedFromLastWeek).toBe(false);
			expect(outcome.score === now.get(card)?.score).toBe(!hasMoved);
		}
	expect([...now.values()].filter((outcome) => outcome.hasScoreChangedFromLastWeek)).toHaveLength(
		1,
	);
});

test('a merchant reports one more week each week; the sales of a week stay what they were', () => {
	const locationId = generateLocationId('a merchant');
	const periodsIn = (week: number) => {
		const query = new URLSearchParams({ metrics_frequency: 'weekly', has_consent: 'true' });
		const { body } = getLocationMetrics({
			...REQUEST,
			query,
			pathParameters: { locationId },
			body: undefined,
			week,
		});
		return (body as { metricsLists: { periodEndDate: string }[] }).metricsLists;
	};
	const [last, now] = [periodsIn(-1), periodsIn(0)];
	expect(now.slice(0, -1)).toEqual(last.slice(1));
	expect(now.at(-1)?.periodEndDate).toBe('2026-10-31');
});
