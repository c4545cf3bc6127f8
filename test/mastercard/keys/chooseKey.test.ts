import { chooseKey } from '../../../mastercard/keys/chooseKey';
import { CARD_SEALING_KEY_FIELDS, SIGNING_KEY_FIELDS } from '../../../mastercard/keys/privateKey';
import { getFieldError } from '../../support/keyFixtures';

const keys = (...aliases: (string | undefined)[]) =>
	aliases.map((alias) => ({ key: null, ...(alias !== undefined && { alias }) }));

test.each([
	['the only key', keys('one'), '', 0],
	['the only key, which has no alias, whatever alias is given', keys(undefined), 'any', 0],
	['the key of that alias', keys('one', undefined, 'two'), 'two', 2],
	['the key of that alias in another case', keys(undefined, 'one', 'two'), 'TWO', 2],
	['first of all the key of that alias in the same case', keys('two', 'TWO'), 'TWO', 1],
])('takes %s', (_, all, alias, index) => {
	expect(chooseKey(all, alias, SIGNING_KEY_FIELDS)).toBe(all[index]);
});

test.each([
	['no key', keys(), '', 'NO_KEY', 'Signing Key', /contains no private key/],
	['an alias that is not there', keys('one'), 'two', 'WRONG_ALIAS', 'Signing Key Alias', /'one'/],
	[
		'one of keys without alias',
		keys(undefined, undefined),
		'two',
		'WRONG_ALIAS',
		'Signing Key Alias',
		/are \.$/,
	],
	[
		'several keys and no alias',
		keys('one', undefined, 'two'),
		'',
		'ALIAS_REQUIRED',
		'Signing Key Alias',
		/contains 3 keys\. Turn on 'More Settings' and enter one of these in 'Signing Key Alias': 'one', 'two'\.$/,
	],
])('names the field for %s', (_, all, alias, code, field, message) => {
	const error = getFieldError(() => chooseKey(all, alias, SIGNING_KEY_FIELDS));
	expect([error.code, error.field]).toEqual([code, field]);
	expect(error.message).toMatch(message);
});

test('rejects several keys where there is no field for an alias', () => {
	const error = getFieldError(() => chooseKey(keys('one', 'two'), '', CARD_SEALING_KEY_FIELDS));
	expect([error.code, error.field]).toEqual(['ALIAS_REQUIRED', 'Card Sealing Key']);
	expect(error.message).toMatch(/contains 2 keys\. Export the one to use to a file of its own\.$/);
});

test('lists no more aliases than a message can hold', () => {
	const many = keys(...Array.from({ length: 1000 }, (_, index) => `alias${index}`));
	const { message } = getFieldError(() => chooseKey(many, '', SIGNING_KEY_FIELDS));
	expect(message).toContain("'alias1'");
	expect(message.length).toBeLessThan(500);
});
