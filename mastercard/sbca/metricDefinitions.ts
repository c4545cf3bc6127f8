/**
 * Every metric that Mastercard documents, grouped by business question.
 *
 * Source: Mastercard, "Small Business Credit Analytics", sections "Analytics Metrics" and "Benchmark Metrics";
 * `num_cards_index` appears only in an example of the Open Finance specification. The standalone pages state
 * 45 and 14 metrics but name fewer, so reports may contain others.
 */
export type MetricUnit =
	/** Money, in the currency of the location; Mastercard's examples are in USD. */
	| 'amount'
	| 'count'
	/** A part of the whole: 0.82 is 82 %. */
	| 'fraction'
	/** A fraction times 100, as the 'Percentages' option offers. */
	| 'percent'
	/** Change from the same period a year before: 0.1 is 10 % more. */
	| 'change'
	/** 100 equals the peers; 104 is 4 % above them. */
	| 'index';

/** Name, label, unit, meaning. */
type Line = readonly [name: string, label: string, unit: MetricUnit, meaning: string];

// prettier-ignore
export const ANALYTICS_TABLE: Readonly<Record<string, readonly Line[]>> = {
	'Can the business afford to pay back a loan?': [
		['txn_amt', 'Sales', 'amount', 'Total card spend'],
		['txn_cnt', 'Transactions', 'count', 'Number of card transactions'],
		['tkt_size_avg', 'Average Ticket', 'amount', 'Average amount per transaction'],
		['spend_per_card_avg', 'Average Spend per Card', 'amount', 'Average amount per card'],
		['txn_per_card_avg', 'Average Transactions per Card', 'count', 'Average number of transactions per card'],
	],
	'How volatile is the business?': [
		['spend_per_card_avg_yoy', 'Average Spend per Card, Year-over-Year Change', 'change', 'Average amount per card, compared with a year ago'],
		['txn_amt_yoy', 'Sales, Year-over-Year Change', 'change', 'Total spend, compared with a year ago'],
		['txn_cnt_yoy', 'Transactions, Year-over-Year Change', 'change', 'Number of transactions, compared with a year ago'],
		['tkt_size_avg_yoy', 'Average Ticket, Year-over-Year Change', 'change', 'Average amount per transaction, compared with a year ago'],
		['recurring_cnt_yoy', 'Recurring Transactions, Year-over-Year Change', 'change', 'Number of recurring transactions, compared with a year ago'],
		['recurring_amt_perc', 'Recurring Share of Sales', 'fraction', 'Share of spend that comes from recurring transactions'],
		['recurring_cnt_perc', 'Recurring Share of Transactions', 'fraction', 'Share of transactions that are recurring'],
		['declined_cnt_rate', 'Declined Rate', 'fraction', 'Share of transactions that were declined'],
		['fraud_chargeback_cnt_perc', 'Fraud Chargeback Rate', 'fraction', 'Share of transactions that were fraudulent'],
		['cardholder_disputed_chargeback_cnt_perc', 'Disputed Chargeback Rate', 'fraction', 'Share of transactions that cardholders disputed'],
		['reversed_amt', 'Returns Amount', 'amount', 'Total of returned purchases; negative, because it reduces sales'],
		['reversed_cnt', 'Returns', 'count', 'Number of returned purchases'],
		['reversed_amt_yoy', 'Returns Amount, Year-over-Year Change', 'change', 'Total of returned purchases, compared with a year ago'],
		['reversed_cnt_yoy', 'Returns, Year-over-Year Change', 'change', 'Number of returned purchases, compared with a year ago'],
	],
	'How does the business perform across different channels?': [
		['chp_amt_perc', 'Cardholder Present Share of Sales', 'fraction', 'Share of spend with the cardholder at the point of sale'],
		['chp_cnt_perc', 'Cardholder Present Share of Transactions', 'fraction', 'Share of transactions with the cardholder at the point of sale'],
		['chnp_amt_perc', 'Cardholder Not Present Share of Sales', 'fraction', 'Share of spend online, recurring, by mail or by phone'],
		['chnp_cnt_perc', 'Cardholder Not Present Share of Transactions', 'fraction', 'Share of transactions online, recurring, by mail or by phone'],
		['online_amt_perc', 'Online Share of Sales', 'fraction', 'Share of spend that comes from online channels'],
		['online_cnt_perc', 'Online Share of Transactions', 'fraction', 'Share of transactions that come from online channels'],
		['online_cnt_yoy', 'Online Transactions, Year-over-Year Change', 'change', 'Number of online transactions, compared with a year ago'],
	],
	"What is the spend profile of the business' customers?": [
		['credit_amt_perc', 'Credit Card Share of Sales', 'fraction', 'Share of spend with credit cards'],
		['debit_amt_perc', 'Debit Card Share of Sales', 'fraction', 'Share of spend with debit cards'],
		['small_business_amt_perc', 'Small Business Card Share of Sales', 'fraction', 'Share of spend with small business cards'],
		['credit_cnt_perc', 'Credit Card Share of Transactions', 'fraction', 'Share of transactions with credit cards'],
		['debit_cnt_perc', 'Debit Card Share of Transactions', 'fraction', 'Share of transactions with debit cards'],
		['small_business_cnt_perc', 'Small Business Card Share of Transactions', 'fraction', 'Share of transactions with small business cards'],
		['debit_tkt_size_avg', 'Average Ticket, Debit Cards', 'amount', 'Average amount per debit card transaction'],
		['small_business_tkt_size_avg', 'Average Ticket, Small Business Cards', 'amount', 'Average amount per small business card transaction'],
		['debit_spend_per_card_avg', 'Average Spend per Debit Card', 'amount', 'Average amount per debit card'],
		['small_business_spend_per_card_avg', 'Average Spend per Small Business Card', 'amount', 'Average amount per small business card'],
		['debit_num_cards_perc', 'Debit Share of Cards', 'fraction', 'Share of cards that are debit cards'],
		['small_business_num_cards_perc', 'Small Business Share of Cards', 'fraction', 'Share of cards that are small business cards'],
		['debit_declined_cnt_rate', 'Declined Rate, Debit Cards', 'fraction', 'Share of debit card transactions that were declined'],
		['small_business_declined_cnt_rate', 'Declined Rate, Small Business Cards', 'fraction', 'Share of small business card transactions that were declined'],
		['debit_fraud_chargeback_cnt_perc', 'Fraud Chargeback Rate, Debit Cards', 'fraction', 'Share of debit card transactions that were fraudulent'],
		['small_business_fraud_chargeback_cnt_perc', 'Fraud Chargeback Rate, Small Business Cards', 'fraction', 'Share of small business card transactions that were fraudulent'],
		['debit_cardholder_disputed_chargeback_cnt_perc', 'Disputed Chargeback Rate, Debit Cards', 'fraction', 'Share of debit card transactions that cardholders disputed'],
		['small_business_cardholder_disputed_chargeback_cnt_perc', 'Disputed Chargeback Rate, Small Business Cards', 'fraction', 'Share of small business card transactions that cardholders disputed'],
	],
};

// prettier-ignore
export const BENCHMARKS_TABLE: Readonly<Record<string, readonly Line[]>> = {
	"What is the business' relative performance compared to its peers?": [
		['net_spend_index', 'Sales Index', 'index', 'Total spend, compared with its peers'],
		['txn_cnt_index', 'Transactions Index', 'index', 'Number of transactions, compared with its peers'],
		['tkt_size_avg_index', 'Average Ticket Index', 'index', 'Average amount per transaction, compared with its peers'],
		['spend_per_card_avg_index', 'Average Spend per Card Index', 'index', 'Average amount per card, compared with its peers'],
	],
	'Can the business attract more repeat customers than its peers?': [
		['recurring_txn_perc_index', 'Recurring Transactions Index', 'index', 'Share of recurring transactions, compared with its peers'],
	],
	'How volatile is the business compared to its peers?': [
		['declined_rate_perc_index', 'Declined Rate Index', 'index', 'Share of declined transactions, compared with its peers'],
		['fraud_chargeback_rate_perc_index', 'Fraud Chargeback Index', 'index', 'Share of fraudulent transactions, compared with its peers'],
		['disputed_chargeback_rate_perc_index', 'Disputed Chargeback Index', 'index', 'Share of disputed transactions, compared with its peers'],
		['return_txn_amt_index', 'Returns Amount Index', 'index', 'Total of returned purchases, compared with its peers'],
		['return_txn_cnt_index', 'Returns Index', 'index', 'Number of returned purchases, compared with its peers'],
	],
	'How does the business perform across online channels compared to its peers?': [
		['online_txn_perc_index', 'Online Transactions Index', 'index', 'Share of online transactions, compared with its peers'],
	],
	Other: [
		['num_cards_index', 'Cards Index', 'index', 'Number of cards, compared with its peers'],
	],
};
