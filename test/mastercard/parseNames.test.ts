import { parseNames } from '../../mastercard/parseNames';

test.each([
	[
		['txn_amt', 'txn_cnt'],
		['txn_amt', 'txn_cnt'],
	],
	['txn_amt, txn_cnt ,,txn_amt', ['txn_amt', 'txn_cnt']],
	[
		['txn_amt,txn_cnt', ' other '],
		['txn_amt', 'txn_cnt', 'other'],
	],
	['', []],
	[[], []],
	[undefined, []],
	[7, []],
	[[null, 'txn_amt'], ['txn_amt']],
])('parses %j as %j', (value, names) => {
	expect(parseNames(value)).toEqual(names);
});
