// Which fields a form shows for a choice, as n8n's editor decides it.
import { NodeHelpers, type INodeProperties } from 'n8n-workflow';
import { loadForms } from '../support/packageForms';

/** Whether a choice in the form decides about the field, and not only whether the node is a tool of an AI agent. */
const isConditional = ({ displayOptions: { show, hide } = {} }: INodeProperties) =>
	Object.keys({ ...show, ...hide }).some((name) => name !== '@tool');

describe('a form shows', () => {
	const MERCHANT = ['companyName', 'streetAddress', 'city', 'stateProvinceRegion', 'postalCode'];
	const RARELY_NEEDED = [
		...['cardSealingKey', 'cardSealingKeyPassword', 'signingKeyAlias', 'decryptionKeyAlias'],
		'encryptedValueFieldName',
	];
	const NEW_REPORT = ['locationId', 'hasConsent', 'metricType'];
	const openFinance = { authentication: 'mastercardOpenFinanceApi' };
	const standalone = { authentication: 'mastercardApi' };

	it.each<[string, Record<string, string | boolean>, string[]]>([
		[
			'sbcaMatchLocation',
			{ ...standalone, matchBy: 'nameAndAddress' },
			[...MERCHANT, 'countryCode'],
		],
		['sbcaMatchLocation', { ...standalone, matchBy: 'taxId' }, ['idValue', 'countryCode']],
		['sbcaMatchLocation', { ...openFinance, matchBy: 'nameAndAddress' }, MERCHANT],
		['sbcaMatchLocation', { ...openFinance, matchBy: 'merchantId' }, ['idValue']],
		[
			'sbcaReport',
			{ ...standalone, metricType: 'retail_sales_analytics' },
			[...NEW_REPORT, 'metricFrequency', 'outputMode', 'simplify'],
		],
		[
			'sbcaReport',
			{ ...openFinance, operation: 'create', metricType: 'retail_sales_benchmarks' },
			[
				'operation',
				'customerId',
				...NEW_REPORT,
				'metricFrequency',
				'businessDetails',
				'outputMode',
				'simplify',
			],
		],
		[
			'sbcaReport',
			{ ...openFinance, operation: 'get', reportFormat: 'json' },
			['operation', 'customerId', 'reportId', 'reportFormat', 'outputMode', 'simplify'],
		],
		[
			'sbcaReport',
			{ ...openFinance, operation: 'get', reportFormat: 'pdf' },
			['operation', 'customerId', 'reportId', 'reportFormat', 'binaryPropertyName'],
		],
		['sbcaReport', { ...openFinance, operation: 'getMany' }, ['operation', 'customerId']],
		['sbcaCustomer', { operation: 'createCustomer' }, ['username', 'customerType']],
		['sbcaCustomer', { operation: 'createBusiness' }, ['customerId', 'businessDetails']],
		['mastercardApi', { environment: 'custom', decryptionKey: '' }, ['baseUrl']],
		['mastercardApi', { environment: 'production', decryptionKey: '' }, []],
		['mastercardApi', { decryptionKey: 'x' }, ['decryptionKeyPassword']],
		['mastercardApi', { decryptionKey: '', moreSettings: true }, RARELY_NEEDED],
	])('of %s with %p, besides what is always there, %p', (name, chosen, expected) => {
		const properties = new Map(loadForms()).get(name) ?? [];
		const shown = properties.filter(
			(property) =>
				isConditional(property) &&
				property.type !== 'hidden' &&
				NodeHelpers.displayParameter(chosen, property, { typeVersion: 1 }, null),
		);
		expect(shown.map((property) => property.name)).toEqual(expected);
	});
});
