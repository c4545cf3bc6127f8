// What a review of cards tells its reader, and what it does not say without need.
import { reviewCards, type CardSettings } from '../../../report/cards/reviewCards';
import { ReportInputError, type Fields } from '../../../report/fields';

const SETTINGS: CardSettings = {
	...{ matchBy: 'id', label: '', segment: '', reviewDate: '2026-11-21' },
	...{ bottomDeciles: 2, watchListSize: 20, baseline: null, history: [] },
};
const scored = (id: string, more: Fields = {}) => ({
	...{ id, scored: true, score: 500, decile: 5, modelName: 'M2' },
	...more,
});
const review = (current: Fields[], previous: Fields[] = [], settings: Partial<CardSettings> = {}) =>
	reviewCards(current, previous, { ...SETTINGS, ...settings }, () => undefined);
const getNotes = async (...args: Parameters<typeof review>) => (await review(...args)).notes;

const GONE =
	'Who is gone since the last review cannot be told, because some rows without a result do not say what they are about. Connect the items of the error output, too.';

test('a review with everything in it needs no note', async () => {
	expect(await getNotes([scored('a')])).toEqual([]);
	expect(await getNotes([scored('a')], [scored('a')])).toEqual([]);
	const { bands } = await review([scored('a')]);
	expect(await getNotes([scored('a')], [scored('b')], { baseline: bands })).toEqual([]);
});

test('rows without a result are told of, and that nobody knows who is gone where they do not say', async () => {
	const known = { error: { attempts: 0, id: 'b' } };
	const unknown = { error: { attempts: 1 } };
	expect(await getNotes([scored('a'), known], [scored('a')])).toEqual([
		'1 row was rejected before a call; such rows count neither as scored nor as unscored.',
	]);
	expect(await getNotes([scored('a'), known, unknown])).toEqual([
		'1 row was rejected before a call, and the call of 1 row failed; such rows count neither as scored nor as unscored.',
	]);
	expect(await getNotes([scored('a'), unknown], [scored('a')])).toEqual([
		'The call of 1 row failed; such rows count neither as scored nor as unscored.',
		GONE,
	]);
});

test('items that are left out, or repeat a card, are told of for either review', async () => {
	const bad = { id: 'x', scored: true };
	expect(
		await getNotes([scored('a'), bad, scored('a')], [scored('a'), scored('a'), scored('a'), bad]),
	).toEqual([
		"Item 1 of this review is left out: it has no 'score'.",
		'1 item of this review repeats a card; the first item of each counts.',
		"Item 3 of the last review is left out: it has no 'score'.",
		'2 items of the last review repeat a card; the first item of each counts.',
	]);
});

test('results of other models are told of', async () => {
	const other = (id: string) => scored(id, { modelName: 'M1' });
	const three = [scored('a'), scored('b'), scored('c')];
	expect(await getNotes([...three, other('a')], [...three, other('a'), other('b')])).toEqual([
		'1 result of other models in this review is not in the figures, which are about M2.',
		'2 results of other models in the last review are not in the figures, which are about M2.',
	]);
});

test('reviews and baselines by different models are not compared, which is told', async () => {
	const unscored = { id: 'a', scored: false };
	const by = (modelName: string) => [scored('a', { modelName })];
	const { bands } = await review([scored('a')]);
	expect(await getNotes(by('M3'), by('M2'), { baseline: bands })).toEqual([
		'The last review is by M2, this one by M3: their scores are not compared.',
		'The baseline is by M2: it is not compared.',
	]);
	expect(await getNotes([unscored], by('M2'))).toEqual([
		'The last review is by M2, this one by no model: their scores are not compared.',
	]);
	expect(await getNotes(by('M2'), [unscored])).toEqual([
		'The last review is by no model, this one by M2: their scores are not compared.',
	]);
});

test('segments that are not shown are told of', async () => {
	const cards = (count: number) =>
		Array.from({ length: count }, (_, index) => scored(`c${index}`, { branch: `b${index}` }));
	expect(await getNotes(cards(30), [], { segment: 'branch' })).toEqual([]);
	expect(await getNotes(cards(31), [], { segment: 'branch' })).toEqual([
		'1 more segment with fewer cards is not shown.',
	]);
	expect(await getNotes(cards(32), [], { segment: 'branch' })).toEqual([
		'2 more segments with fewer cards are not shown.',
	]);
	expect((await review(cards(32), [], { segment: 'branch' })).figures.segments).toHaveLength(30);
});

test('a review of which no item can be read is rejected, with the reason and the way out', async () => {
	const reject = async (items: Fields[], matchBy = 'id') => {
		const error: unknown = await review(items, [], { matchBy }).catch((caught: unknown) => caught);
		expect(error).toBeInstanceOf(ReportInputError);
		const { message, hint } = error as ReportInputError;
		return [message, hint];
	};
	expect(await reject([{ scored: true, id: 'a' }])).toEqual([
		"The only item of 'Current' is left out: it has no 'score'",
		"Connect items of CCA Scores in which the field 'score' was neither renamed nor left out.",
	]);
	expect(await reject([{ x: 1 }, { x: 1 }], 'cardReference')).toEqual([
		"Each of the items of 'Current' is left out: it has no 'cardReference'",
		"Enter a 'Card Reference Key' in the credential of CCA Scores, or choose another field under 'Match By'.",
	]);
	expect(await reject([{ dryRun: {} }])).toEqual([
		"The only item of 'Current' is left out: it belongs to a dry run, which has no scores",
		'Connect the items of a review.',
	]);
	expect((await review([{ x: 1 }, { error: 'x' }])).figures.coverage).toMatchObject({ failed: 1 });
	const both = [{ x: 1 }, { error: { attempts: 0 } }, { error: 'x' }];
	expect((await review(both)).figures.coverage).toMatchObject({ rejected: 1, failed: 1 });
});

test('a label that no item has is rejected with the way out; without a card none is asked for', async () => {
	await expect(review([scored('a')], [], { label: 'Branch' })).rejects.toMatchObject({
		message: "No item of 'Current' has 'Branch', the field chosen under 'Label'",
		hint: 'Enter the name of a field that the items have, not its value; or leave the setting empty.',
	});
	await expect(review([scored('a')], [], { segment: 'Branch' })).rejects.toThrow("'Segment'");
	expect((await review([{ error: 'x' }], [], { label: 'Branch' })).notes).toHaveLength(1);
	const some = [scored('a', { Branch: null }), scored('b')];
	expect((await review(some, [], { label: 'Branch' })).notes).toEqual([]);
});
