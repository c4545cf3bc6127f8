// What the charts of a review of cards say and show, with and without scores.
import { createCardCharts, describeReason } from '../../../report/charts/cardCharts';
import { reviewCards } from '../../../report/cards/reviewCards';
import type { Fields } from '../../../report/fields';

const scored = (cardReference: string, score: number, decile: number, modelName = 'M2') => ({
	...{ cardReference, scored: true, score, decile, modelName },
});
const unscored = (cardReference: string, reasonCode: string) => ({
	...{ cardReference, scored: false, reasonCode, modelName: 'M2' },
});

async function getChart(name: string, current: Fields[], previous: Fields[] = []) {
	const settings = {
		...{ matchBy: 'cardReference', label: '', segment: '', reviewDate: '2026-11-21' },
		...{ bottomDeciles: 2, watchListSize: 20, baseline: null, history: [] },
	};
	const report = await reviewCards(current, previous, settings, () => Promise.resolve());
	const chart = createCardCharts(report).find((one) => one.name === name);
	if (chart === undefined) throw new Error(`There is no chart ${name}.`);
	return chart;
}

describe('scores', () => {
	test('are counted in steps that hold every card once', async () => {
		const { rows, svg, columns } = await getChart(
			'histogram',
			[1, 2, 500, 501, 999].map((score, index) => scored(String(index), score, 5)),
		);
		expect(columns).toEqual(['Score', 'Cards']);
		expect(rows.reduce((sum, [, cards]) => sum + Number(cards), 0)).toBe(5);
		expect(svg).not.toBeNull();
	});

	test('that are all the same are still a step', async () => {
		const { rows } = await getChart('histogram', [scored('a', 500, 5), scored('b', 500, 5)]);
		expect(rows.reduce((sum, [, cards]) => sum + Number(cards), 0)).toBe(2);
	});

	test('of the last review stand beside them', async () => {
		const { columns, rows, description } = await getChart(
			'histogram',
			[scored('a', 500, 5)],
			[scored('a', 520, 5)],
		);
		expect(columns).toEqual(['Score', 'Cards', 'Last review']);
		expect(description).toContain('Dashed outline: the last review.');
		expect(rows.every((row) => row.length === 3)).toBe(true);
	});

	test('that there are none of are said to be missing', async () => {
		const chart = await getChart('histogram', [unscored('a', 'CARD_TOO_NEW_TO_SCORE')]);
		expect([chart.svg, chart.description]).toEqual([null, 'No card was scored.']);
	});
});

describe('reasons', () => {
	test('are in words, with those of the last review', async () => {
		const { rows, columns } = await getChart(
			'unscored',
			[unscored('a', 'CARD_TOO_NEW_TO_SCORE'), unscored('b', 'CARD_TOO_NEW_TO_SCORE')],
			[unscored('a', 'PAN_NOT_FOUND')],
		);
		expect(columns).toEqual(['Reason', 'Cards', 'Last review', 'Change']);
		expect(rows).toEqual([
			['Card too new to score', '2', '0', expect.stringContaining('2')],
			['Card not found', '0', '1', expect.stringContaining('1')],
		]);
		expect(describeReason('')).toBe('');
	});

	test('are none when every card was scored', async () => {
		const chart = await getChart('unscored', [scored('a', 1, 1)]);
		expect([chart.svg, chart.description]).toEqual([null, 'Every card was scored.']);
	});
});

test('a card of another model has a bar of its own only where there is one', async () => {
	const names = async (model: string) =>
		(await getChart('movement', [scored('a', 5, 5, model)], [scored('a', 5, 5)])).rows.map(
			([name]) => name,
		);
	expect(await names('M2')).not.toContain('By another model');
	expect(await names('M3')).toContain('By another model');
});
