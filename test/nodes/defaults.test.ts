// What every form starts with. A default is a promise: workflows store only what differs from it.
import { isINodePropertyOptions, type INodeProperties } from 'n8n-workflow';
import { getFields, loadForms, type Field } from '../support/packageForms';

const RUN_OPTIONS = {
	options: {},
	'options.concurrency': 4,
	'options.dryRun': false,
	'options.includeRunSummary': false,
	'options.maxAttempts': 4,
	'options.parallelRuns': 1,
	'options.requestsPerSecond': 0,
	'options.timeout': 30_000,
	'options.totalTimeout': 300_000,
};

const BUSINESS = {
	businessDetails: {},
	'businessDetails.business.country': 'US',
	'businessDetails.business.personallyLiable': false,
	'businessDetails.business.phoneCountryCode': '1',
};

/** Every field that does not start as empty text. A second value is of a second form of the same field. */
const DEFAULTS: Record<string, Record<string, unknown>> = {
	ccaScores: {
		...RUN_OPTIONS,
		hasConsent: false,
		countryCode: 'USA',
		hasEmbedding: false,
		'options.batchSize': 20,
		'options.cardNumberOutput': 'masked',
		'options.embeddingFormat': 'object',
		outputMode: 'perCard',
		productTypes: ['CREDIT_CARD'],
		scoreTypes: ['DELINQUENCY'],
		simplify: true,
		unscoredCards: 'output',
	},
	ccaMetrics: {
		...RUN_OPTIONS,
		hasConsent: false,
		countryCode: 'USA',
		metricsFormat: 'grouped',
		'options.cardNumberOutput': 'masked',
		productType: 'CREDIT_CARD',
		simplify: true,
	},
	sbcaMatchLocation: {
		...RUN_OPTIONS,
		authentication: 'mastercardApi',
		countryCode: 'USA',
		matchBy: 'nameAndAddress',
		matchesToReturn: 'all',
		noMatch: 'output',
	},
	sbcaReport: {
		...RUN_OPTIONS,
		...BUSINESS,
		authentication: 'mastercardApi',
		binaryPropertyName: 'data',
		hasConsent: false,
		metricFrequency: 'Weekly',
		'metricFrequency (2)': 'Monthly',
		metricType: 'retail_sales_analytics',
		operation: 'create',
		'options.groupByQuestion': false,
		'options.includeSensitiveFields': false,
		'options.latestPeriods': 0,
		'options.metrics': [],
		'options.percentages': 'fraction',
		'options.rematch': {},
		'options.rematch.merchant.countryCode': 'USA',
		outputMode: 'perPeriod',
		reportFormat: 'json',
		simplify: true,
	},
	sbcaCustomer: {
		'options.includeSensitiveFields': false,
		...RUN_OPTIONS,
		...BUSINESS,
		customerType: 'testing',
		operation: 'createCustomer',
	},
	creditReviewReport: {
		subject: 'cards',
		matchBy: 'cardReference',
		'matchBy (2)': 'locationId',
		title: 'Credit review',
		reviewDate: '={{ $now }}',
		bottomDeciles: 2,
		watchListSize: 20,
		options: {},
		'options.baseline': '{}',
		'options.history': '[]',
	},
	mastercardApi: {
		environment: 'sandbox',
		moreSettings: false,
		// Shown in one place or another.
		encryptedValueFieldName: 'encryptedData',
		'encryptedValueFieldName (2)': 'encryptedData',
	},
	mastercardOpenFinanceApi: { baseUrl: 'https://api.finicity.com' },
};

/** The values of every list, as workflows store them; countries and metrics come from lists of their own. */
const CHOICES: Record<string, Record<string, unknown[]>> = {
	ccaScores: {
		scoreTypes: ['DELINQUENCY'],
		productTypes: ['CREDIT_CARD'],
		outputMode: ['perCard', 'perModel'],
		unscoredCards: ['omit', 'output', 'error'],
		'options.cardNumberOutput': ['full', 'masked', 'none'],
		'options.embeddingFormat': ['array', 'object', 'raw'],
	},
	ccaMetrics: {
		productType: ['CREDIT_CARD'],
		metricsFormat: ['flat', 'grouped', 'rows'],
		'options.cardNumberOutput': ['full', 'masked', 'none'],
	},
	sbcaMatchLocation: {
		authentication: ['mastercardApi', 'mastercardOpenFinanceApi'],
		matchBy: ['merchantId', 'nameAndAddress', 'taxId'],
		matchesToReturn: ['all', 'best'],
		noMatch: ['omit', 'output', 'error'],
	},
	sbcaReport: {
		authentication: ['mastercardApi', 'mastercardOpenFinanceApi'],
		metricFrequency: ['Monthly', 'Weekly'],
		'metricFrequency (2)': ['Monthly'],
		metricType: ['retail_sales_analytics', 'retail_sales_benchmarks'],
		operation: ['create', 'get', 'getMany'],
		'options.percentages': ['fraction', 'percent'],
		outputMode: ['perLocation', 'perMetric', 'perPeriod'],
		reportFormat: ['json', 'pdf'],
	},
	sbcaCustomer: {
		customerType: ['active', 'testing'],
		operation: ['createBusiness', 'createCustomer'],
	},
	creditReviewReport: { subject: ['businesses', 'cards'] },
	mastercardApi: { environment: ['sandbox', 'production', 'custom'] },
	mastercardOpenFinanceApi: {},
};

/** Path -> value, where the same path comes twice with its number. */
function byPath(fields: Field[], getValue: (property: INodeProperties) => unknown) {
	const values: Record<string, unknown> = {};
	for (const { path: own, property } of fields) {
		const value = getValue(property);
		if (value !== undefined) values[own in values ? `${own} (2)` : own] = value;
	}
	return values;
}

/** Whether a field is only in the form of a tool of an AI agent. */
const isOfTool = ({ displayOptions }: INodeProperties) =>
	displayOptions?.show?.['@tool']?.includes(true);

const CARD_OF_TOOL = { customerPan: '=', hasConsent: false, consentReference: '=' };

it.each<[string, Record<string, unknown>]>([
	['ccaScores', CARD_OF_TOOL],
	['ccaMetrics', CARD_OF_TOOL],
	['sbcaReport', { hasConsent: false, options: { latestPeriods: 4 } }],
])('the form of %s as a tool starts otherwise: %p', (name, expected) => {
	const ofTool = (new Map(loadForms()).get(name) ?? []).filter(isOfTool);
	expect(Object.fromEntries(ofTool.map((one) => [one.name, one.default]))).toEqual(expected);
});

it('every form has its table', () => {
	expect(loadForms().map(([name]) => name)).toEqual(Object.keys(DEFAULTS));
});

describe.each(Object.keys(DEFAULTS))('the form of %s', (name) => {
	let fields: Field[];
	beforeEach(() => {
		fields = getFields((new Map(loadForms()).get(name) ?? []).filter((one) => !isOfTool(one)));
	});

	it('starts with the promised values, and otherwise empty', () => {
		expect(byPath(fields, ({ default: value }) => (value === '' ? undefined : value))).toEqual(
			DEFAULTS[name],
		);
	});

	it('offers the promised choices', () => {
		const valuesOf = ({ name: field, type, options = [] }: INodeProperties) =>
			/options/i.test(type) && field !== 'countryCode' && field !== 'metrics'
				? options.filter(isINodePropertyOptions).map(({ value }) => value)
				: undefined;
		expect(byPath(fields, valuesOf)).toEqual(CHOICES[name]);
	});
});
