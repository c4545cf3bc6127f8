// Names, movements, the watch list and who is gone, at their edges.
import {
	reviewBusinesses,
	type BusinessSettings,
} from '../../../report/businesses/reviewBusinesses';
import { ReportInputError, type Fields } from '../../../report/fields';

const DAY_MS = 86_400_000;
const toDay = (time: number) => new Date(time).toISOString().slice(0, 10);
/** Thirteen weeks of 100, then thirteen of `now`, the last one to 14 November 2026. */
const trend = (locationId: string, now: number | null, more: Fields = {}): Fields[] =>
	Array.from({ length: 26 }, (_, index) => {
		const end = Date.UTC(2026, 10, 14) - 7 * DAY_MS * (25 - index);
		const period = { periodStartDate: toDay(end - 6 * DAY_MS), periodEndDate: toDay(end) };
		return { locationId, ...period, txn_amt: index < 13 ? 100 : now, ...more };
	});
const kept = (locationId: string, sales: number | null, salesTrend: number | null = null) => ({
	...{ locationId, sales, salesTrend },
});
const review = (
	current: Fields[],
	previous: Fields[] = [],
	settings: Partial<BusinessSettings> = {},
) =>
	reviewBusinesses(
		current,
		previous,
		{
			...{ matchBy: 'locationId', label: '', segment: '', reviewDate: '2026-11-21' },
			...{ watchListSize: 20, ...settings },
		},
		() => undefined,
	);

test('a business is called by the chosen field, or else by its reference', async () => {
	const items = [
		...trend('a', 100, { name: 'Shop', '': 'wrong' }),
		...trend('b', 100, { name: '' }),
		...trend('c', 100),
	];
	const names = async (label: string) =>
		(await review(items, [], { label })).compared.map(({ name }) => name);
	expect(await names('name')).toEqual(['Shop', 'b', 'c']);
	expect(await names('')).toEqual(['a', 'b', 'c']);
});

test.each(['Label', 'Segment'])(
	"a field chosen under '%s' that no item has is named",
	async (setting) => {
		const error: unknown = await review(trend('a', 1), [], {
			[setting.toLowerCase()]: 'Branch',
		}).catch((caught: unknown) => caught);
		expect(error).toBeInstanceOf(ReportInputError);
		expect(error).toMatchObject({
			message: `No item of 'Current' has 'Branch', the field chosen under '${setting}'`,
			hint: 'Enter the name of a field that the items have, not its value; or leave the setting empty.',
		});
	},
);

test('a field that some items have is enough; without a business none is asked for', async () => {
	const some = [...trend('a', 1, { Branch: null }), ...trend('b', 1)];
	const { figures } = await review(some, [], { label: 'Branch', segment: 'Branch' });
	expect(figures.segments).toEqual([expect.objectContaining({ segment: '(none)', businesses: 2 })]);
	const failed = [{ error: { attempts: 1 } }];
	expect((await review(failed, [], { label: 'Branch' })).compared).toEqual([]);
});

test.each([
	['up', 100, 1299, 1 / 1299],
	['down', 100, 1301, -1 / 1301],
	['same', 100, 1300, 0],
	['up', 100, 0, null],
	['up', 100, -5, null],
	['nowScored', 100, null, null],
	['nowUnscored', null, 1300, null],
	['same', null, null, null],
])('%s: sales of 13 x %p after %p are a change of %p', async (movement, now, before, change) => {
	const { compared } = await review(trend('a', now), [kept('a', before, 0.25)]);
	expect(compared[0]).toMatchObject({ movement, previousSales: before, previousTrend: 0.25 });
	const { salesChange } = compared[0] ?? {};
	if (change === null) expect(salesChange).toBeNull();
	else expect(salesChange).toBeCloseTo(change, 12);
});

test('in a first review nothing is compared; a business that the last one did not have is new', async () => {
	const none = { previousSales: null, salesChange: null, previousTrend: null };
	expect((await review(trend('a', 100))).compared[0]).toMatchObject({ movement: null, ...none });
	expect((await review(trend('a', 100), [kept('b', 1)])).compared[0]).toMatchObject({
		movement: 'new',
		...none,
	});
});

// The 5th percentile of -0.4, -0.2 and 0.1 is -0.38: only the largest fall is at or below it.
test('the largest falls are watched, in words', async () => {
	const { watchList, ranking } = await review([
		...trend('up', 110),
		...trend('most', 60),
		...trend('less', 80),
		...trend('none', null),
	]);
	expect(watchList.map(({ name, watchReasons }) => [name, watchReasons])).toEqual([
		['most', ['sales fell by 40% in 13 weeks, among the largest falls']],
	]);
	expect(ranking.map(({ name, rank }) => [name, rank])).toEqual([
		['most', 1],
		['less', 2],
		['up', 3],
		['none', null],
	]);
});

test.each([
	['rose least', [110, 120]],
	['did not change', [100, 100]],
	['has no trend', [null]],
])('a business whose sales %s is not watched', async (_, sales) => {
	const items = sales.flatMap((now, index) => trend(`b${index}`, now));
	expect((await review(items)).watchList).toEqual([]);
});

test.each([
	['2026-10-24', ['no transaction for 4 weeks']],
	['2026-10-25', []],
])('a last transaction on %s gives the reasons %j', async (lastSeenTxnDate, reasons) => {
	const { compared, figures } = await review(trend('a', 100, { lastSeenTxnDate }));
	expect(compared[0]?.watchReasons).toEqual(reasons);
	expect(figures.silent).toBe(reasons.length);
});

test('a business of the last review is gone unless its row failed; or if some row may be about it', async () => {
	const gone = async (current: Fields[], previous: Fields[]) =>
		(await review(current, previous)).gone.map(({ reference }) => reference);
	const before = [kept('a', 1), kept('b', 1), kept('c', 1)];
	expect(await gone(trend('a', 1), before)).toEqual(['b', 'c']);
	const failed = { error: { attempts: 1 }, locationId: 'b' };
	expect(await gone([...trend('a', 1), failed], before)).toEqual(['c']);
	expect(await gone([...trend('a', 1), { error: 'x' }], before)).toEqual([]);
	expect(await gone(trend('a', 1), [])).toEqual([]);
});

test('the last review is of the latest day that its rows tell', async () => {
	const row = (locationId: string, reviewDate?: string) => ({ ...kept(locationId, 1), reviewDate });
	const { figures } = await review(trend('a', 1), [
		row('a', '2026-11-07'),
		row('b'),
		row('c', '2026-11-14'),
		row('d', '2026-11-01'),
	]);
	expect(figures).toMatchObject({
		...{ isFirstReview: false, previousReviewDate: '2026-11-14', previousBusinesses: 4 },
	});
	expect((await review(trend('a', 1))).figures).toMatchObject({
		...{ isFirstReview: true, previousReviewDate: null, previousBusinesses: null },
		...{ previousMedianTrend: null, movements: null },
	});
});

test('a business that was last seen on several days was last seen on the latest', async () => {
	const items = trend('a', 100).map((item, index) => ({
		...item,
		lastSeenTxnDate: index === 5 ? '2026-11-14' : '2026-10-01',
	}));
	expect((await review(items)).compared[0]?.figures.weeksSilent).toBe(1);
});

test('movements are counted, and who is gone with them', async () => {
	const { figures } = await review(
		[
			...trend('up', 110),
			...trend('down', 90),
			...trend('same', 100),
			...trend('new', 100),
			...trend('scored', 100),
			...trend('lost', null),
		],
		[
			...['up', 'down', 'same', 'lost', 'gone 1', 'gone 2'].map((name) => kept(name, 1300)),
			kept('scored', null),
		],
	);
	expect(figures.movements).toEqual({
		...{ up: 1, down: 1, same: 1, new: 1, nowScored: 1, nowUnscored: 1, gone: 2 },
	});
});

test('a row of the last review that comes twice counts once', async () => {
	const { compared, figures } = await review(trend('a', 110), [kept('a', 1300), kept('a', 9999)]);
	expect(compared[0]?.previousSales).toBe(1300);
	expect(figures.previousBusinesses).toBe(1);
});

test('items of which none can be read are rejected, with the first reason', async () => {
	const reject = async (...items: Fields[]) =>
		await review(items).catch((caught: unknown) => caught);
	expect(await reject({ locationId: 'a' }, { locationId: 'b' })).toMatchObject({
		message: "Each item of 'Current' is left out; the first one has no 'periodStartDate'",
		hint: "Connect items of SBCA Report in which the field 'periodStartDate' was neither renamed nor left out.",
	});
	expect(await reject({ dryRun: {} })).toMatchObject({
		message:
			"Each item of 'Current' is left out; the first one belongs to a dry run, which has no figures",
		hint: "Connect items of SBCA Report in which the field 'metrics' was neither renamed nor left out.",
	});
	await expect(review(trend('a', 1), [{ locationId: 'a' }])).rejects.toThrow("'Previous'");
});

test('items that failed besides one that cannot be read are a review', async () => {
	const { figures } = await review([
		{ locationId: 'a' },
		{ error: { attempts: 0 } },
		{ error: { attempts: 1 } },
	]);
	expect(figures).toMatchObject({ businesses: 0, rejected: 1, failed: 1 });
});

test('of many segments the 30 largest have figures', async () => {
	const items = Array.from({ length: 31 }, (_, index) => [
		...trend(`b${index}`, 100, { region: `r${index}` }),
		...(index === 30 ? trend('last', 100, { region: 'r30' }) : []),
	]).flat();
	const { figures } = await review(items, [], { segment: 'region' });
	expect(figures.segments).toHaveLength(30);
	expect(figures.segments[0]).toMatchObject({ segment: 'r30', businesses: 2 });
});

test('others get their turn before each business', async () => {
	const turns: string[] = [];
	const pause = () => (turns.push('turn'), turns.length % 2 === 0 ? Promise.resolve() : undefined);
	const settings = {
		...{ matchBy: 'locationId', label: '', segment: '', reviewDate: '2026-11-21' },
		watchListSize: 20,
	};
	await reviewBusinesses([kept('a', 1), kept('b', 1)], [kept('a', 1)], settings, pause);
	// Two items and one item are read; two businesses are compared.
	expect(turns).toHaveLength(5);
});
