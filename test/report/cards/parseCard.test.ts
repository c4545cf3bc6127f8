// What an item of CCA Scores is, in all its shapes.
import { parseCardItem } from '../../../report/cards/parseCard';
import type { Fields } from '../../../report/fields';

const SCORED = { id: 'a', score: 500, decile: 5, modelName: 'M2' };
const parse = (fields: Fields) => parseCardItem(fields, 'id', 3);
const card = (fields: Fields, more: Fields) => ({
	kind: 'card',
	card: { position: 3, reference: 'a', fields, ...more },
});

test.each([
	['an item of nothing', {}],
	['a card that was gone at a former review', { ...SCORED, movement: 'gone' }],
])('%s is nothing to report on', (_, fields) => {
	expect(parse(fields)).toEqual({ kind: 'nothing' });
});

test.each([undefined, null, '', false])('the error %p is none', (error) => {
	expect(parse({ ...SCORED, error }).kind).toBe('card');
});

test.each<[unknown, boolean]>([
	[{ attempts: 0 }, true],
	[{ attempts: 1 }, false],
	['text', false],
])('an item with the error %j has failed, before its call: %p', (error, rejected) => {
	expect(parse({ error, id: 'a' })).toEqual({ kind: 'failed', rejected, reference: 'a' });
	expect(parse({ error })).toEqual({ kind: 'failed', rejected, reference: null });
});

test('an error says which card it is about, before the item does', () => {
	expect(parse({ error: { id: 'b' }, id: 'a' })).toMatchObject({ reference: 'b' });
});

test.each<[Fields, boolean]>([
	[{ scored: true }, true],
	[{ scored: 'TRUE' }, true],
	[{ scored: ' 1 ' }, true],
	[{ scored: 1 }, true],
	[{ scored: false }, false],
	[{ scored: 'False' }, false],
	[{ scored: 0 }, false],
	[{ scored: '0' }, false],
	[{ scored: 'maybe', reasonCode: 'X' }, true],
	[{ score: undefined, reasonCode: 'X' }, false],
	[{ reasonCode: 'X' }, true],
])('a card with %j is scored: %p', (fields, expected) => {
	expect(parse({ ...SCORED, ...fields })).toMatchObject({ card: { scored: expected } });
});

test('a scored card has its score, decile and model', () => {
	expect(parse({ ...SCORED, score: '500.5', decile: '10' })).toEqual(
		card(
			{ ...SCORED, score: '500.5', decile: '10' },
			{ scored: true, modelName: 'M2', score: 500.5, decile: 10 },
		),
	);
	expect(parse({ ...SCORED, decile: 1 })).toMatchObject({ card: { decile: 1 } });
});

test('an unscored card has its reason, as far as it says', () => {
	const fields = { id: 'a', scored: false };
	expect(parse(fields)).toEqual(
		card(fields, { scored: false, modelName: null, reasonCode: 'UNKNOWN', reason: null }),
	);
	const all = { ...fields, reasonCode: 'X', reason: 'Too new.', modelName: 'M2' };
	expect(parse(all)).toMatchObject({
		card: { reasonCode: 'X', reason: 'Too new.', modelName: 'M2' },
	});
});

test.each<[string, unknown, string]>([
	['score', undefined, "has no 'score'"],
	['score', null, "has no 'score'"],
	['score', '', "has no 'score'"],
	['score', 'high', "has a value in 'score' that cannot be used"],
	['decile', undefined, "has no 'decile'"],
	['decile', 0, "has a value in 'decile' that cannot be used"],
	['decile', 11, "has a value in 'decile' that cannot be used"],
	['decile', 5.5, "has a value in 'decile' that cannot be used"],
	['modelName', '', "has no 'modelName'"],
	['id', ' ', "has no 'id'"],
])('a scored card whose %s is %p is left out: it %s', (field, value, reason) => {
	expect(parse({ ...SCORED, scored: true, [field]: value })).toEqual({
		...{ kind: 'leftOut', field, reason },
	});
});
