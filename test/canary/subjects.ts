// Everything that the nodes send, with any number of rows, and the results that a hostile server has for it.
import type { IDataObject, NodeParameterValueType } from 'n8n-workflow';
import type { Fault } from '../../simulator/server';
import { BUSINESS, CUSTOMER } from '../support/openFinanceRows';
import {
	anything,
	found,
	foundEncrypted,
	location,
	openFinanceReport,
	report,
	uuid,
} from './results';

export interface CanarySubject {
	title: string;
	node: string;
	credential: 'mastercardApi' | 'mastercardOpenFinanceApi';
	parameters: Record<string, NodeParameterValueType>;
	/** Part of the path of its calls. */
	path: string;
	/** Whether its rows are cards: then no card may be in its results either, wherever it stands. */
	sendsCards?: true;
	/** @param card of the row, for nodes that send cards */
	row(index: number, card: string): IDataObject;
	/** By name, from a text to a result that holds it. `card` is that of the row. */
	results: Readonly<Record<string, (text: string, card: string) => Fault>>;
}

const CARD_PARAMETERS = {
	customerPan: '={{ $json.card }}',
	hasConsent: true,
	consentReference: '={{ $json.reference }}',
	simplify: false,
};
const cardRow = (index: number, card: string) => ({ card, reference: `C-${index}` });

const merchants = {
	parameters: { matchBy: 'merchantId', idValue: '={{ $json.merchant }}', simplify: false },
	row: (index: number) => ({ merchant: `SHOP-${index}` }),
};
const reports = {
	parameters: {
		locationId: '={{ $json.location }}',
		hasConsent: true,
		metricFrequency: 'Monthly',
		customerId: CUSTOMER,
		businessDetails: BUSINESS,
		simplify: false,
	},
	row: (index: number) => ({ location: uuid(index) }),
};
const storedReports = {
	node: 'sbcaReport',
	credential: 'mastercardOpenFinanceApi' as const,
	row: (index: number) => ({ reportId: `report-${index}`, customerId: String(100_000 + index) }),
};
const STORED = {
	authentication: 'mastercardOpenFinanceApi',
	customerId: '={{ $json.customerId }}',
	reportId: '={{ $json.reportId }}',
};

export const canarySubjects: readonly CanarySubject[] = [
	{
		title: 'scores',
		node: 'ccaScores',
		credential: 'mastercardApi',
		path: '/scores',
		sendsCards: true,
		parameters: { ...CARD_PARAMETERS, options: { batchSize: 1 } },
		row: cardRow,
		results: {
			'a score': (text, customerPAN) =>
				foundEncrypted({
					...anything(text),
					predictionDataSuccesses: [
						{
							customerPAN,
							...anything(text),
							scores: [
								{
									...anything(text),
									score: 8,
									modelName: text,
									scoreType: text,
									productType: text,
									embeddingFeatures: `{f1:0.1,f2:${text}}`,
								},
							],
						},
					],
				}),
			'reasons for no score': (text, customerPAN) =>
				foundEncrypted({
					predictionDataErrors: [
						{
							customerPAN,
							errors: [
								{ reasonCode: text, errorMessage: text, modelName: text, ...anything(text) },
							],
						},
					],
				}),
		},
	},
	{
		title: 'metrics',
		node: 'ccaMetrics',
		credential: 'mastercardApi',
		path: '/consumer/credit-analytics/metrics',
		sendsCards: true,
		parameters: CARD_PARAMETERS,
		row: cardRow,
		results: {
			metrics: (text, customerPAN) =>
				foundEncrypted({
					customerPAN,
					...anything(text),
					productType: text,
					mtmMetrics: { core: { [text]: 1, a: text, b: [text] }, [text]: { a: 1 }, odd: text },
				}),
			'reasons for no metrics': (text, customerPAN) =>
				foundEncrypted({
					customerPAN,
					errors: [{ reasonCode: text, errorMessage: text, ...anything(text) }],
				}),
		},
	},
	{
		title: 'locations',
		node: 'sbcaMatchLocation',
		credential: 'mastercardApi',
		path: '/locations/matches',
		...merchants,
		results: { 'a location': (text) => found([location(text)]) },
	},
	{
		title: 'reports',
		node: 'sbcaReport',
		credential: 'mastercardApi',
		path: '/locations/metrics/',
		...reports,
		results: { 'a report': (text) => found(report(text)) },
	},
	{
		title: 'locations on Open Finance',
		node: 'sbcaMatchLocation',
		credential: 'mastercardOpenFinanceApi',
		path: '/location-matches',
		...merchants,
		parameters: { ...merchants.parameters, authentication: 'mastercardOpenFinanceApi' },
		results: {
			'a location': (text) => found({ locationMatches: [location(text)], ...anything(text) }),
		},
	},
	{
		title: 'reports on Open Finance',
		node: 'sbcaReport',
		credential: 'mastercardOpenFinanceApi',
		path: `/customers/${CUSTOMER}/sbca`,
		...reports,
		parameters: { ...reports.parameters, authentication: 'mastercardOpenFinanceApi' },
		results: {
			'a report': (text) => found(openFinanceReport(text)),
			'a report in progress': (text) =>
				found({ status: 'inProgress', id: text, ...anything(text) }),
			'a failed report': (text) => found({ status: 'failure', id: text, ...anything(text) }),
		},
	},
	{
		title: 'a stored report',
		...storedReports,
		path: '/v3/customers/10',
		parameters: { ...STORED, operation: 'get', simplify: false },
		results: { 'a report': (text) => found(openFinanceReport(text)) },
	},
	{
		title: 'a stored report as PDF',
		...storedReports,
		path: '/v3/customers/210',
		parameters: {
			...STORED,
			customerId: '=2{{ $json.customerId }}',
			operation: 'get',
			reportFormat: 'pdf',
		},
		results: {
			'a file': (text) => ({
				kind: 'status',
				status: 200,
				headers: { 'Content-Type': 'application/pdf' },
				body: `%PDF-1.4\n(${text})\n%%EOF\n`,
			}),
		},
	},
	{
		title: 'the list of reports',
		...storedReports,
		path: '/v1/customers/10',
		parameters: { ...STORED, operation: 'getMany' },
		results: {
			'a list': (text) =>
				found({
					reports: [{ id: text, type: text, status: text, requestorName: text, ...anything(text) }],
				}),
		},
	},
	{
		title: 'a customer',
		node: 'sbcaCustomer',
		credential: 'mastercardOpenFinanceApi',
		path: '/customers/testing',
		parameters: {
			operation: 'createCustomer',
			customerType: 'testing',
			username: '={{ $json.name }}',
		},
		row: (index) => ({ name: `customer-${index}` }),
		results: { 'a customer': (text) => found({ id: text, createdDate: text, ...anything(text) }) },
	},
	{
		title: 'a business record',
		node: 'sbcaCustomer',
		credential: 'mastercardOpenFinanceApi',
		path: '/businesses',
		parameters: {
			operation: 'createBusiness',
			customerId: '={{ $json.customerId }}',
			businessDetails: BUSINESS,
		},
		row: (index) => ({ customerId: String(100_000 + index) }),
		results: { 'a record': (text) => found({ businessId: text, ...anything(text) }) },
	},
];
