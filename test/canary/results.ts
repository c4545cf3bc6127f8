// Results of all operations that hold a text wherever they can.
import type { Fault } from '../../simulator/server';

export const found = (body: unknown): Fault => ({ kind: 'status', status: 200, body });
export const foundEncrypted = (body: unknown): Fault => ({
	kind: 'responseText',
	text: JSON.stringify(body),
});
export const anything = (text: string) => ({ note: text, [text]: { [text]: [text] } });

export const uuid = (index: number) => `a1b2c3d4-0000-4000-8000-${String(index).padStart(12, '0')}`;
export const location = (text: string) => ({
	locationId: uuid(1),
	matchRank: 1,
	merchantName: text,
	streetAddress: text,
	city: text,
	state: text,
	postalCode: text,
	countryCode: text,
	...anything(text),
});
export const report = (text: string) => ({
	locationId: text,
	merchantCategoryCode: 1,
	naicsCode: text,
	industryName: text,
	firstSeenTxnDate: text,
	lastSeenTxnDate: text,
	...anything(text),
	metricsLists: [
		{
			periodStartDate: text,
			periodEndDate: text,
			...anything(text),
			metrics: [
				{ name: text, value: 1 },
				{ name: 'txn_amt', value: text },
			],
		},
	],
});
export const openFinanceReport = (text: string) => ({
	id: text,
	requestId: text,
	...anything(text),
	retailSalesAnalyticsMetrics: [report(text)],
});
