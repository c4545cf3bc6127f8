// The 44 retail sales analytics metrics, calculated from the sales of a period and of the same period a year earlier.
import { roundTo } from '../seededRandom';
import type { Sales } from './sales';

type Formula = (current: Sales, previous: Sales) => number;

const yearOverYear = (getValue: (sales: Sales) => number): Formula => {
	return (current, previous) =>
		getValue(previous) === 0 ? 0 : getValue(current) / getValue(previous) - 1;
};
const share = (name: string, min: number, max: number): Formula => {
	return (current) => current.share(name, min, max);
};
const ticketSize = (sales: Sales) => sales.amount / sales.count;
const perCard = (sales: Sales) => sales.amount / sales.cards;

// Shares that add up to 1: card present and not present; credit, debit and small business.
const cardPresent: Formula = (current) =>
	1 - current.share('online', 0.02, 0.3) - current.share('mail', 0, 0.1);
const cardPresentAmount: Formula = (current, previous) => cardPresent(current, previous) ** 1.1;
const debit = (sales: Sales) => sales.share('debit', 0.2, 0.55);
const smallBusiness = (sales: Sales) => sales.share('business', 0.03, 0.2);

/** Every metric's formula, by Mastercard's name. */
export const FORMULAS: Record<string, Formula> = {
	txn_amt: (current) => current.amount,
	txn_cnt: (current) => current.count,
	tkt_size_avg: ticketSize,
	spend_per_card_avg: perCard,
	txn_per_card_avg: (current) => current.count / current.cards,
	spend_per_card_avg_yoy: yearOverYear(perCard),
	txn_amt_yoy: yearOverYear((sales) => sales.amount),
	txn_cnt_yoy: yearOverYear((sales) => sales.count),
	tkt_size_avg_yoy: yearOverYear(ticketSize),
	recurring_cnt_yoy: yearOverYear((sales) => sales.recurringCount),
	recurring_amt_perc: (current) => (current.recurringCount / current.count) ** 0.9,
	recurring_cnt_perc: (current) => current.recurringCount / current.count,
	declined_cnt_rate: share('declined', 0.01, 0.09),
	fraud_chargeback_cnt_perc: share('fraud', 0, 0.002),
	cardholder_disputed_chargeback_cnt_perc: share('disputed', 0, 0.006),
	reversed_amt: (current) => current.reversedAmount,
	reversed_cnt: (current) => current.reversedCount,
	reversed_amt_yoy: yearOverYear((sales) => sales.reversedAmount),
	reversed_cnt_yoy: yearOverYear((sales) => sales.reversedCount),
	chp_amt_perc: cardPresentAmount,
	chp_cnt_perc: cardPresent,
	chnp_amt_perc: (current, previous) => 1 - cardPresentAmount(current, previous),
	chnp_cnt_perc: (current, previous) => 1 - cardPresent(current, previous),
	online_amt_perc: (current, previous) => (1 - cardPresentAmount(current, previous)) * 0.8,
	online_cnt_perc: (current) => current.onlineCount / current.count,
	online_cnt_yoy: yearOverYear((sales) => sales.onlineCount),
	credit_amt_perc: (current) => 1 - debit(current) * 0.9 - smallBusiness(current) * 1.2,
	debit_amt_perc: (current) => debit(current) * 0.9,
	small_business_amt_perc: (current) => smallBusiness(current) * 1.2,
	credit_cnt_perc: (current) => 1 - debit(current) - smallBusiness(current),
	debit_cnt_perc: debit,
	small_business_cnt_perc: smallBusiness,
	debit_tkt_size_avg: (current) => ticketSize(current) * 0.9,
	small_business_tkt_size_avg: (current) => ticketSize(current) * 1.2,
	debit_spend_per_card_avg: (current) => perCard(current) * 0.92,
	small_business_spend_per_card_avg: (current) => perCard(current) * 1.25,
	debit_num_cards_perc: (current) => debit(current) * 0.97,
	small_business_num_cards_perc: (current) => smallBusiness(current) * 0.95,
	debit_declined_cnt_rate: share('debit declined', 0.01, 0.12),
	small_business_declined_cnt_rate: share('business declined', 0.01, 0.07),
	debit_fraud_chargeback_cnt_perc: share('debit fraud', 0, 0.002),
	small_business_fraud_chargeback_cnt_perc: share('business fraud', 0, 0.002),
	debit_cardholder_disputed_chargeback_cnt_perc: share('debit disputed', 0, 0.006),
	small_business_cardholder_disputed_chargeback_cnt_perc: share('business disputed', 0, 0.006),
};

/** The value of a metric, rounded to six decimals as documented. */
export function calculateMetric(name: string, current: Sales, previous: Sales): number | null {
	const formula = FORMULAS[name];
	return formula === undefined ? null : roundTo(formula(current, previous), 6);
}

/** Whether a metric compares a period with the previous year. */
export function isYearOverYear(name: string): boolean {
	return name.endsWith('_yoy');
}
