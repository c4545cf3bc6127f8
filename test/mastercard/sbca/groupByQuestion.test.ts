import fc from 'fast-check';
import { groupByQuestion } from '../../../mastercard/sbca/groupByQuestion';

test('groups metrics by question, in the documented order', () => {
	expect(
		groupByQuestion({
			num_cards_index: 121,
			txn_cnt_yoy: 0.1,
			brand_new: 1,
			txn_amt: 5,
			txn_cnt: 2,
		}),
	).toEqual({
		'Can the business afford to pay back a loan?': { txn_amt: 5, txn_cnt: 2 },
		'How volatile is the business?': { txn_cnt_yoy: 0.1 },
		Other: { num_cards_index: 121, brand_new: 1 },
	});
	expect(Object.keys(groupByQuestion({ brand_new: 1, txn_cnt_yoy: 0.1, txn_amt: 5 }))).toEqual([
		'Can the business afford to pay back a loan?',
		'How volatile is the business?',
		'Other',
	]);
});

test('neither loses nor duplicates a metric', () => {
	const name = fc.oneof(fc.constantFrom('txn_amt', 'net_spend_index', 'chp_amt_perc'), fc.string());
	fc.assert(
		fc.property(fc.dictionary(name, fc.oneof(fc.integer(), fc.constant(null))), (metrics) => {
			const regrouped = Object.values(groupByQuestion(metrics)).flatMap(Object.entries);
			expect(regrouped.sort()).toEqual(Object.entries(metrics).sort());
		}),
	);
});
