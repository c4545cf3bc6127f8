// Large portfolios: the work grows with the rows, others get their turn, and the report stays as long as it is.
import type { Fields } from '../../report/fields';
import { reviewBusinesses } from '../../report/businesses/reviewBusinesses';
import { reviewCards, type CardSettings } from '../../report/cards/reviewCards';
import { createCardDocument } from '../../report/html/cardDocument';
import { renderReport } from '../../report/html/renderReport';
import { sampleBusinesses, sampleCards } from '../support/reviewSamples';

const SETTINGS: CardSettings = {
	matchBy: 'cardReference',
	label: '',
	segment: 'Branch',
	reviewDate: '2026-11-21',
	bottomDeciles: 2,
	watchListSize: 20,
	baseline: null,
	history: [],
};

/** Counts how often any field of any item is read, and the most reads between two pauses. */
function createMeter() {
	const meter = { reads: 0, pauses: 0, longestTurn: 0, turn: 0 };
	const read = () => {
		meter.reads += 1;
		meter.turn += 1;
		meter.longestTurn = Math.max(meter.longestTurn, meter.turn);
	};
	return {
		meter,
		watch: (items: Fields[]) =>
			items.map(
				(item) =>
					new Proxy(item, {
						get: (target, name) => (read(), Reflect.get(target, name) as unknown),
						getOwnPropertyDescriptor: (target, name) => (
							read(),
							Reflect.getOwnPropertyDescriptor(target, name)
						),
					}),
			),
		pause: () => {
			meter.pauses += 1;
			meter.turn = 0;
			return undefined;
		},
	};
}

async function measureCards(count: number) {
	const { current, previous } = sampleCards(count);
	const { meter, pause, watch } = createMeter();
	await reviewCards(watch(current), watch(previous), SETTINGS, pause);
	return meter;
}

test('a review of ten times as many cards reads ten times as much, in turns of the same length', async () => {
	const [small, large] = [await measureCards(1_000), await measureCards(10_000)];
	expect(large.reads / small.reads).toBeGreaterThan(9);
	expect(large.reads / small.reads).toBeLessThan(11);
	expect(large.pauses).toBeGreaterThan(9 * small.pauses - 20);
	// 200 rows, of which each step reads no more than some fields.
	expect(large.longestTurn).toBeLessThan(200 * 25);
});

test('a review of ten times as many businesses reads ten times as much', async () => {
	const measure = async (count: number) => {
		const { meter, pause, watch } = createMeter();
		const settings = { ...SETTINGS, matchBy: 'locationId', segment: '' };
		await reviewBusinesses(watch(sampleBusinesses(count)), [], settings, pause);
		return meter.reads;
	};
	expect((await measure(200)) / (await measure(20))).toBeLessThan(11);
});

test('the report on 100,000 cards is as long as that on 2,000', async () => {
	const measure = async (count: number) => {
		const { current, previous } = sampleCards(count);
		const report = await reviewCards(current, previous, SETTINGS, () => undefined);
		return renderReport(createCardDocument(report, 'Review')).length;
	};
	expect((await measure(100_000)) / (await measure(2_000))).toBeLessThan(1.2);
});

test('texts that are different in every row do not make the report longer', async () => {
	const items = Array.from({ length: 3_000 }, (_, index) => ({
		cardReference: `c${index}`,
		scored: index % 2 === 0,
		score: index,
		decile: 5,
		modelName: 'M2',
		reasonCode: `REASON ${index} ${'x'.repeat(500)}`,
		reason: 'y'.repeat(5_000),
		Branch: `Branch ${index} ${'z'.repeat(500)}`,
	}));
	const report = await reviewCards(items, items, SETTINGS, () => undefined);
	expect(renderReport(createCardDocument(report, 'x'.repeat(10_000))).length).toBeLessThan(100_000);
	expect(JSON.stringify(report.figures).length).toBeLessThan(100_000);
});
