// What a review of businesses tells its reader, and what it does not say without need.
import { reviewBusinesses } from '../../../report/businesses/reviewBusinesses';
import type { Fields } from '../../../report/fields';

const DAY_MS = 86_400_000;
const toDay = (time: number) => new Date(time).toISOString().slice(0, 10);
const weeks = (locationId: string, count: number, more: Fields = {}): Fields[] =>
	Array.from({ length: count }, (_, index) => {
		const end = Date.UTC(2026, 10, 14) - 7 * DAY_MS * (count - 1 - index);
		const period = { periodStartDate: toDay(end - 6 * DAY_MS), periodEndDate: toDay(end) };
		return { locationId, ...period, txn_amt: 100, ...more };
	});
const seen = { lastSeenTxnDate: '2026-11-14' };
const full = (locationId: string) => weeks(locationId, 26, seen);
const month = (locationId: string) => ({
	...{ locationId, periodStartDate: '2026-10-01', periodEndDate: '2026-10-31', a_index: 90 },
});

async function getNotes(current: Fields[], previous: Fields[] = []) {
	const settings = {
		...{ matchBy: 'locationId', label: '', segment: '', reviewDate: '2026-11-21' },
		watchListSize: 20,
	};
	return (await reviewBusinesses(current, previous, settings, () => undefined)).notes;
}

const GONE =
	'Who is gone since the last review cannot be told, because some rows without a result do not say what they are about. Connect the items of the error output, too.';
const SILENCE =
	"Silence is not known: the items have no 'lastSeenTxnDate'. It is in the items of SBCA Report when Simplify is off.";

test('a review with everything in it needs no note', async () => {
	expect(await getNotes(full('a'))).toEqual([]);
	expect(await getNotes(full('a'), full('a'))).toEqual([]);
	expect(await getNotes(full('a'), full('b'))).toEqual([]);
});

test('benchmarks alone have no weeks, and need none', async () => {
	expect(await getNotes([month('a')])).toEqual([]);
	expect(await getNotes([month('a'), ...full('b')])).toEqual([
		'1 business has no trend, because the last 26 complete weeks do not all have a figure.',
	]);
});

test('rows without a result are told of', async () => {
	const error = { error: { attempts: 0 }, locationId: 'failed' };
	expect(await getNotes([...full('a'), error])).toEqual([
		'1 row was rejected before a call; such rows are in no figure.',
	]);
	expect(await getNotes([...full('a'), error], full('a'))).toHaveLength(1);
	const unknown = { error: { attempts: 1 } };
	expect(await getNotes([...full('a'), unknown, error], full('a'))).toEqual([
		'1 row was rejected before a call, and the call of 1 row failed; such rows are in no figure.',
		GONE,
	]);
	expect(await getNotes([...full('a'), unknown])).toEqual([
		'The call of 1 row failed; such rows are in no figure.',
	]);
});

test('items that cannot be read are told of, of either review', async () => {
	expect(
		await getNotes([...full('a'), { locationId: 'b' }], [...full('a'), { dryRun: {} }]),
	).toEqual([
		"Item 26 of this review is left out: it has no 'periodStartDate'.",
		'Item 26 of the last review is left out: it belongs to a dry run, which has no figures.',
	]);
});

test('items that repeat a period are told of', async () => {
	const [first, second] = full('a');
	expect(await getNotes([...full('a'), first as Fields])).toEqual([
		'1 item of this review repeats a period; the first item of each counts.',
	]);
	expect(await getNotes([...full('a'), first as Fields, second as Fields])).toEqual([
		'2 items of this review repeat a period; the first item of each counts.',
	]);
});

test('businesses without a trend, and silence that is not known, are told of', async () => {
	expect(await getNotes([...weeks('a', 5, seen), ...weeks('b', 5)])).toEqual([
		'2 businesses have no trend, because the last 26 complete weeks do not all have a figure.',
	]);
	expect(await getNotes(weeks('a', 26))).toEqual([SILENCE]);
});
