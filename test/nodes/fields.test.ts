// What a form does with its fields.
import { isINodePropertyOptions, type INodeProperties } from 'n8n-workflow';
import { getFields, loadForms, type Field } from '../support/packageForms';

const BUSINESS_REQUIRED = [
	...['name', 'addressLine1', 'city', 'state', 'country', 'postalCode'],
	...['phoneCountryCode', 'phoneNo'],
].map((field) => `businessDetails.business.${field}`);

/** What n8n marks as missing when it is left empty. */
const REQUIRED: Record<string, string[]> = {
	ccaScores: ['customerPan'],
	ccaMetrics: ['customerPan'],
	sbcaMatchLocation: ['companyName', 'streetAddress', 'idValue'],
	sbcaReport: [
		...['locationId', 'customerId', 'businessDetails', ...BUSINESS_REQUIRED],
		...['options.rematch.merchant.companyName', 'options.rematch.merchant.streetAddress'],
		...['reportId', 'binaryPropertyName'],
	],
	sbcaCustomer: ['username', 'customerId', 'businessDetails', ...BUSINESS_REQUIRED],
	creditReviewReport: ['matchBy'],
	mastercardApi: ['consumerKey', 'signingKey'],
	mastercardOpenFinanceApi: ['appKey', 'partnerId', 'partnerSecret'],
};

/** What n8n hides while it is typed, and never sends back to the browser. */
const SECRET: Record<string, string[]> = {
	mastercardApi: [
		...['signingKey', 'signingKeyPassword', 'decryptionKey', 'decryptionKeyPassword'],
		...['encryptionCertificate', 'cardReferenceKey', 'cardSealingKey', 'cardSealingKeyPassword'],
	],
	mastercardOpenFinanceApi: ['appKey', 'partnerSecret', 'token'],
};

/** The same for all rows of a run, so no expression may decide it for each. */
const WITHOUT_EXPRESSION: Record<string, string[]> = {
	ccaScores: ['outputMode', 'unscoredCards'],
	ccaMetrics: ['metricsFormat'],
	sbcaMatchLocation: ['authentication', 'matchesToReturn', 'noMatch'],
	sbcaReport: ['authentication', 'operation', 'outputMode', 'reportFormat'],
	sbcaCustomer: ['operation', 'customerType'],
	creditReviewReport: ['subject'],
	mastercardApi: ['moreSettings'],
};

const TYPES = [
	...['string', 'number', 'boolean', 'options', 'multiOptions', 'hidden', 'collection'],
	...['fixedCollection', 'dateTime', 'json', 'notice'],
];

describe.each(loadForms().map(([name]) => name))('the form of %s', (name) => {
	let fields: Field[];
	beforeEach(() => {
		fields = getFields(new Map(loadForms()).get(name) ?? []);
	});
	const pathsOf = (isMeant: (property: INodeProperties) => boolean | undefined) =>
		[
			...new Set(fields.filter(({ property }) => isMeant(property)).map((field) => field.path)),
		].sort();

	it('has words in every text that it shows', () => {
		const texts = fields.flatMap(({ path: own, property }) => [
			[own, property.displayName],
			...[property.description, property.placeholder].map((text) => [own, text ?? 'none']),
			...(property.options ?? []).filter(isINodePropertyOptions).flatMap((option) => [
				[`${own}=${String(option.value)}`, option.name],
				[`${own}=${String(option.value)}`, option.description ?? 'none'],
			]),
		]);
		expect(texts.filter(([, text]) => !/\w/.test(text ?? ''))).toEqual([]);
	});

	it('has fields of types that n8n knows', () => {
		expect(fields.filter(({ property }) => !TYPES.includes(property.type))).toEqual([]);
	});

	it('marks these fields when they are empty', () => {
		expect(pathsOf(({ required }) => required)).toEqual(REQUIRED[name]?.sort());
	});

	it('hides what is typed into these fields', () => {
		expect(pathsOf(({ typeOptions }) => typeOptions?.password)).toEqual(
			(SECRET[name] ?? []).sort(),
		);
	});

	it('takes no expression for these fields', () => {
		expect(pathsOf(({ noDataExpression }) => noDataExpression)).toEqual(
			(WITHOUT_EXPRESSION[name] ?? []).sort(),
		);
	});

	it('takes no number that the node rejects', () => {
		const bounds = fields.flatMap(({ path: own, property: { type, typeOptions } }) =>
			type === 'number' ? [[own, typeOptions?.minValue, typeOptions?.maxValue]] : [],
		);
		const all = new Map<string, (number | undefined)[]>([
			['bottomDeciles', [1, 9]],
			['options.batchSize', [1, 20]],
			['options.concurrency', [1, 50]],
			['options.latestPeriods', [0, undefined]],
			['options.maxAttempts', [1, 10]],
			['options.parallelRuns', [1, 1000]],
			['options.requestsPerSecond', [0, undefined]],
			['options.timeout', [1, undefined]],
			['options.totalTimeout', [1, undefined]],
			['watchListSize', [1, 100]],
		]);
		expect(bounds).toEqual(bounds.map(([own]) => [own, ...(all.get(String(own)) ?? ['none'])]));
	});
});
