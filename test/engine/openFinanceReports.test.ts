// Reports of Open Finance that are not what was hoped for, and lists of reports.
import { BUSINESS, CUSTOMER } from '../support/openFinanceRows';
import { locationId, openFinanceRuns } from '../support/openFinanceRuns';

const { simulator, dataCalls, sequence, run, report } = openFinanceRuns();

describe('an empty report', () => {
	it.each(['perPeriod', 'perLocation', 'perMetric'])(
		'is one item that says so, and not requested again (%s)',
		async (outputMode) => {
			simulator().injectFault({ kind: 'emptyReport', path: '/sbca' });
			const { outputs, error } = await report([{ locationId: locationId(1) }], {
				parameters: { outputMode, options: { includeRunSummary: true } },
			});
			expect(error).toBeUndefined();
			expect(outputs[0]?.[0]?.json).toMatchObject({
				locationId: locationId(1),
				metricType: 'retail_sales_analytics',
				metricFrequency: 'Monthly',
				available: false,
				reasonCode: 'REPORT_EMPTY',
				reason: expect.stringContaining('no weeks or months'),
			});
			expect(outputs[0]?.[0]?.json).not.toHaveProperty('requestedLocationId');
			expect(outputs[0]?.at(-1)?.json.runSummary).toMatchObject({
				succeeded: 0,
				noData: { REPORT_EMPTY: 1 },
				failed: 0,
				calls: 1,
			});
			expect(sequence()).toEqual(['POST sbca']);
		},
	);
});

describe('a report on another location than the one requested', () => {
	it('names both', async () => {
		simulator().injectFault({ kind: 'foreignReport', path: '/sbca' });
		const { outputs } = await report([{ locationId: locationId(2) }]);
		expect(outputs[0]).toHaveLength(12);
		for (const { json } of outputs[0] ?? []) {
			expect(json.locationId).toMatch(/^f0f0f0f0-/);
			expect(json).toMatchObject({ requestedLocationId: locationId(2) });
			expect(json).not.toHaveProperty('rematchedFrom');
		}
	});
});

describe('the list of reports', () => {
	/** Has a report about a consumer. */
	const OTHER_CUSTOMER = '1005061234';
	const getMany = async (customers: string[], options = {}) =>
		await run(
			'sbcaReport',
			customers.map((customer) => ({ customer })),
			{ parameters: { operation: 'getMany', customerId: '={{ $json.customer }}', options } },
		);

	it('of a customer without reports is one item that says so', async () => {
		const { outputs } = await getMany([CUSTOMER, OTHER_CUSTOMER], { includeRunSummary: true });
		expect(outputs[0]?.[0]).toMatchObject({
			json: {
				customerId: CUSTOMER,
				available: false,
				reasonCode: 'NO_REPORTS',
				reason: 'Mastercard lists no report for this customer.',
			},
			pairedItem: { item: 0 },
		});
		expect(outputs[0]?.[1]?.pairedItem).toEqual({ item: 1 });
		expect(outputs[0]?.at(-1)?.json.runSummary).toMatchObject({
			succeeded: 1,
			noData: { NO_REPORTS: 1 },
		});
	});

	it('has no digits of a social security number unless asked for', async () => {
		const { outputs } = await getMany([OTHER_CUSTOMER]);
		expect(outputs[0]?.[0]?.json).toMatchObject({ type: 'voi', reportId: 'u4hstnnak45g' });
		expect(outputs[0]?.[0]?.json).not.toHaveProperty('consumerSsn');
		const asked = await getMany([OTHER_CUSTOMER], { includeSensitiveFields: true });
		expect(asked.outputs[0]?.[0]?.json).toMatchObject({ consumerSsn: '9999' });
	});
});

describe('optional fields', () => {
	it('of a customer are sent, row by row, where they are filled in', async () => {
		await run(
			'sbcaCustomer',
			[{ name: 'merchant-1', mail: 'a@b.example' }, { name: 'merchant-2' }],
			{
				parameters: {
					operation: 'createCustomer',
					username: '={{ $json.name }}',
					options: { applicationId: '00278431-b712', email: '={{ $json.mail }}', concurrency: 1 },
				},
			},
		);
		expect(dataCalls().map(({ body }) => body)).toEqual([
			{ username: 'merchant-1', applicationId: '00278431-b712', email: 'a@b.example' },
			{ username: 'merchant-2', applicationId: '00278431-b712' },
		]);
	});

	const fields = {
		email: 'a@b.example',
		taxId: 'A1234561Z',
		type: 'Nonprofit',
		url: 'https://www.example.com/',
	};
	const createBusiness = async (options: object) =>
		await run('sbcaCustomer', [{}], {
			onError: 'continueRegularOutput',
			parameters: {
				operation: 'createBusiness',
				customerId: CUSTOMER,
				businessDetails: BUSINESS,
				options: { ...options },
			},
		});

	it('of a business are sent, and its tax ID is left out of the output', async () => {
		const { outputs } = await createBusiness(fields);
		expect(dataCalls()[0]?.body).toMatchObject(fields);
		const { taxId, ...others } = fields;
		expect(outputs[0]?.[0]?.json).toMatchObject(others);
		expect(JSON.stringify(outputs)).not.toContain(taxId);
	});

	it('include the tax ID in the output when asked for', async () => {
		const { outputs } = await createBusiness({ ...fields, includeSensitiveFields: true });
		expect(outputs[0]?.[0]?.json).toMatchObject(fields);
	});

	it.each([
		['taxId', '12345678', 'TAX_ID'],
		['taxId', '1'.repeat(16), 'TAX_ID_TOO_LONG'],
		['type', 'x'.repeat(151), 'BUSINESS_TYPE_TOO_LONG'],
		['url', 'x'.repeat(2001), 'URL_TOO_LONG'],
	])('are checked before anything is sent: %s', async (field, value, reasonCode) => {
		const { outputs } = await createBusiness({ [field]: value });
		expect(outputs[0]?.[0]?.json.error).toMatchObject({ reasonCode, attempts: 0 });
		expect(simulator().calls).toEqual([]);
	});
});
