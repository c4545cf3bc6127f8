// The 44 retail sales analytics metrics, each from the sales of a period and of the same period a year before.
import { rounded } from '../stable';
import type { Sales } from './sales';

type Formula = (now: Sales, before: Sales) => number;

const change = (of: (sales: Sales) => number): Formula => {
	return (now, before) => (of(before) === 0 ? 0 : of(now) / of(before) - 1);
};
const share = (name: string, low: number, high: number): Formula => {
	return (now) => now.share(name, low, high);
};
const ticket = (sales: Sales) => sales.amount / sales.count;
const perCard = (sales: Sales) => sales.amount / sales.cards;

// Parts of a whole: present and not present are all; credit, debit and small business are all.
const present: Formula = (now) => 1 - now.share('online', 0.02, 0.3) - now.share('mail', 0, 0.1);
const presentAmount: Formula = (now, before) => present(now, before) ** 1.1;
const debit = (sales: Sales) => sales.share('debit', 0.2, 0.55);
const business = (sales: Sales) => sales.share('business', 0.03, 0.2);

/** Every metric's formula, by Mastercard's name. */
export const FORMULAS: Record<string, Formula> = {
	txn_amt: (now) => now.amount,
	txn_cnt: (now) => now.count,
	tkt_size_avg: ticket,
	spend_per_card_avg: perCard,
	txn_per_card_avg: (now) => now.count / now.cards,
	spend_per_card_avg_yoy: change(perCard),
	txn_amt_yoy: change((sales) => sales.amount),
	txn_cnt_yoy: change((sales) => sales.count),
	tkt_size_avg_yoy: change(ticket),
	recurring_cnt_yoy: change((sales) => sales.recurringCount),
	recurring_amt_perc: (now) => (now.recurringCount / now.count) ** 0.9,
	recurring_cnt_perc: (now) => now.recurringCount / now.count,
	declined_cnt_rate: share('declined', 0.01, 0.09),
	fraud_chargeback_cnt_perc: share('fraud', 0, 0.002),
	cardholder_disputed_chargeback_cnt_perc: share('disputed', 0, 0.006),
	reversed_amt: (now) => now.reversedAmount,
	reversed_cnt: (now) => now.reversedCount,
	reversed_amt_yoy: change((sales) => sales.reversedAmount),
	reversed_cnt_yoy: change((sales) => sales.reversedCount),
	chp_amt_perc: presentAmount,
	chp_cnt_perc: present,
	chnp_amt_perc: (now, before) => 1 - presentAmount(now, before),
	chnp_cnt_perc: (now, before) => 1 - present(now, before),
	online_amt_perc: (now, before) => (1 - presentAmount(now, before)) * 0.8,
	online_cnt_perc: (now) => now.onlineCount / now.count,
	online_cnt_yoy: change((sales) => sales.onlineCount),
	credit_amt_perc: (now) => 1 - debit(now) * 0.9 - business(now) * 1.2,
	debit_amt_perc: (now) => debit(now) * 0.9,
	small_business_amt_perc: (now) => business(now) * 1.2,
	credit_cnt_perc: (now) => 1 - debit(now) - business(now),
	debit_cnt_perc: debit,
	small_business_cnt_perc: business,
	debit_tkt_size_avg: (now) => ticket(now) * 0.9,
	small_business_tkt_size_avg: (now) => ticket(now) * 1.2,
	debit_spend_per_card_avg: (now) => perCard(now) * 0.92,
	small_business_spend_per_card_avg: (now) => perCard(now) * 1.25,
	debit_num_cards_perc: (now) => debit(now) * 0.97,
	small_business_num_cards_perc: (now) => business(now) * 0.95,
	debit_declined_cnt_rate: share('debit declined', 0.01, 0.12),
	small_business_declined_cnt_rate: share('business declined', 0.01, 0.07),
	debit_fraud_chargeback_cnt_perc: share('debit fraud', 0, 0.002),
	small_business_fraud_chargeback_cnt_perc: share('business fraud', 0, 0.002),
	debit_cardholder_disputed_chargeback_cnt_perc: share('debit disputed', 0, 0.006),
	small_business_cardholder_disputed_chargeback_cnt_perc: share('business disputed', 0, 0.006),
};

/** A metric's value, to the documented six decimals. */
export function analyticsValue(name: string, now: Sales, before: Sales): number | null {
	const formula = FORMULAS[name];
	return formula === undefined ? null : rounded(formula(now, before), 6);
}

/** Whether a metric compares with the year before. */
export function isYearOverYear(name: string): boolean {
	return name.endsWith('_yoy');
}
