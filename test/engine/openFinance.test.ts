// Open Finance as users run it: the built nodes in n8n's engine, against the Mastercard openFinance.simulator().
import { BinaryDataService } from 'n8n-core';
import type { IDataObject } from 'n8n-workflow';
import { createPdf } from '../../simulator/openFinance/createPdf';
import { BUSINESS, CUSTOMER } from '../support/openFinanceRows';
import { locationId, openFinanceRuns } from '../support/openFinanceRuns';
import type { EngineRun } from '../support/runInEngine';

const openFinance = openFinanceRuns();
const { authentications, dataCalls, run, match, report } = openFinance;

const BOTH = ['mastercardApi', 'mastercardOpenFinanceApi'] as const;
const MATCH = { matchBy: 'merchantId', idValue: '={{ $json.merchant }}' };
const merchants = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ merchant: `SHOP-${index}` }));
const REPORT = {
	locationId: '={{ $json.locationId }}',
	hasConsent: true,
	customerId: CUSTOMER,
	businessDetails: BUSINESS,
};

describe('both APIs give the same output for', () => {
	const throughBoth = async (
		runNode: typeof run,
		node: string,
		rows: IDataObject[],
		more: Partial<EngineRun>,
	) => {
		const [standalone, openFinance] = await Promise.all(
			BOTH.map((authentication) =>
				runNode(node, rows, { ...more, parameters: { ...more.parameters, authentication } }),
			),
		);
		return { standalone: standalone?.outputs, openFinance: openFinance?.outputs };
	};

	it.each([
		['one location', { merchant: '106241230D01' }],
		['several locations', { merchant: '106241230D02' }],
		['any other merchant', { merchant: 'CORNER-7' }],
	])('a merchant with %s', async (_, row) => {
		const items = await throughBoth(run, 'sbcaMatchLocation', [row], { parameters: MATCH });
		expect(items.openFinance?.[0]?.length).toBeGreaterThan(0);
		expect(items.openFinance).toEqual(items.standalone);
	});

	it('a merchant by name and address, whatever country an older workflow contains', async () => {
		const items = await throughBoth(run, 'sbcaMatchLocation', [{}], {
			parameters: {
				companyName: 'Artisan Emporium',
				streetAddress: '2000 Purchase St',
				city: 'Purchase',
				stateProvinceRegion: 'ny',
				postalCode: 10577,
			},
		});
		expect(items.openFinance?.[0]?.[0]?.json).toMatchObject({ matched: true, postalCode: '10577' });
		expect(items.openFinance).toEqual(items.standalone);
	});

	it("a merchant that is not found, except for Mastercard's wording", async () => {
		const items = await throughBoth(run, 'sbcaMatchLocation', [{ merchant: '106241230D0122' }], {
			parameters: MATCH,
		});
		const withoutWords = (outputs?: typeof items.openFinance) => {
			const { reason, ...json } = outputs?.[0]?.[0]?.json ?? {};
			expect(reason).toEqual(expect.any(String));
			return json;
		};
		expect(withoutWords(items.openFinance)).toEqual(withoutWords(items.standalone));
	});

	it.each([
		['full', 1, 'Monthly'],
		['with gaps of low volume', 2, 'Weekly'],
		['with gaps of years', 3, 'Monthly'],
		['of a new merchant', 4, 'Weekly'],
	])('a report %s', async (_, number, metricFrequency) => {
		const items = await throughBoth(run, 'sbcaReport', [{ locationId: locationId(number) }], {
			parameters: { ...REPORT, metricFrequency },
		});
		expect(items.openFinance?.[0]?.length).toBeGreaterThan(1);
		expect(items.openFinance).toEqual(items.standalone);
	});
});

describe('one authentication', () => {
	it('is enough for a run of 200 merchants, even when ten start at the same time', async () => {
		const { outputs, error } = await match(merchants(200), {
			parameters: { options: { concurrency: 10, includeRunSummary: true } },
		});
		expect(error).toBeUndefined();
		expect(outputs[0]?.at(-1)?.json.runSummary).toMatchObject({ succeeded: 200, calls: 200 });
		expect(openFinance.simulator().calls[0]?.path).toBe('/aggregation/v2/partners/authentication');
		expect(authentications()).toHaveLength(1);
		expect(dataCalls()).toHaveLength(200);
	});

	it('is shared by consecutive nodes of a workflow', async () => {
		await match(merchants(3));
		await report([{ locationId: locationId(1) }]);
		await run('sbcaReport', [{}], { parameters: { operation: 'getMany', customerId: CUSTOMER } });
		expect(authentications()).toHaveLength(1);
	});

	it.each([
		{ case: 'expired', code: '10023' },
		{ case: 'unknown', code: 10022 },
		{ case: 'declined for another reason', code: 'something new' },
	])('is followed by another one when a token is $case during a run', async ({ code }) => {
		openFinance.simulator().injectFault({
			kind: 'status',
			status: 401,
			body: { code, message: 'Expired (Finicity-App-Token)' },
			path: 'location-matches',
			skip: 20,
			times: 4,
			delayMs: 50,
		});
		const { outputs, error } = await match(merchants(60));
		expect(error).toBeUndefined();
		expect(outputs[0]?.every(({ json }) => json.matched)).toBe(true);
		expect(authentications()).toHaveLength(2);
	});

	it('is followed by only one more when every token is declined', async () => {
		const body = { code: '10023', message: 'Expired (Finicity-App-Token)' };
		openFinance.simulator().injectFault({
			kind: 'status',
			status: 401,
			body,
			path: 'location-matches',
			times: Infinity,
		});
		const { outputs } = await match(merchants(40), { onError: 'continueRegularOutput' });
		expect(outputs[0]).toHaveLength(40);
		expect(outputs[0]?.[0]?.json.error).toMatchObject({ httpCode: 401, reasonCode: '10023' });
		expect(authentications()).toHaveLength(2);
	});

	it('is not repeated for a declined app key, since that would not help', async () => {
		const body = { code: '10027', message: 'Invalid parameter (Finicity-App-Key)' };
		openFinance.simulator().injectFault({
			kind: 'status',
			status: 401,
			body,
			path: 'location-matches',
			times: Infinity,
		});
		const { outputs } = await match(merchants(5), { onError: 'continueRegularOutput' });
		expect(outputs[0]?.[0]?.json.error).toMatchObject({
			reasonCode: '10027',
			description: "Check 'App Key' in the credential.",
		});
		expect(authentications()).toHaveLength(1);
	});

	it('does not let a declined app key be sent more than once in a run', async () => {
		const body = { code: '10027', message: 'Invalid parameter (Finicity-App-Key)' };
		openFinance.simulator().injectFault({
			kind: 'status',
			status: 401,
			body,
			path: 'location-matches',
			times: Infinity,
		});
		const { outputs } = await match(merchants(40), {
			onError: 'continueRegularOutput',
			parameters: { options: { includeRunSummary: true, concurrency: 10 } },
		});
		const rows = outputs[0]?.slice(0, -1).map(({ json }) => json.error) ?? [];
		expect(rows).toHaveLength(40);
		expect(rows.every((error) => (error as IDataObject).reasonCode === '10027')).toBe(true);
		expect(rows[39]).toMatchObject({ attempts: 0 });
		expect(outputs[0]?.at(-1)?.json.runSummary).toMatchObject({ failed: 40, calls: 1 });
		expect(dataCalls()).toHaveLength(1);
	});

	it('is repeated each time that a token which has worked is declined, and every call is counted', async () => {
		const body = { code: '10023', message: 'Expired (Finicity-App-Token)' };
		const decline = { kind: 'status', status: 401, body, path: 'location-matches' } as const;
		for (let times = 0; times < 4; times++)
			openFinance.simulator().injectFault({ ...decline, skip: 10 });
		const { outputs, error } = await match(merchants(60), {
			parameters: { options: { includeRunSummary: true } },
		});
		expect(error).toBeUndefined();
		expect(authentications()).toHaveLength(5);
		expect(dataCalls()).toHaveLength(64);
		expect(outputs[0]?.at(-1)?.json.runSummary).toMatchObject({ succeeded: 60, calls: 64 });
	});

	it('replaces a token that was ended early for all who use the credential', async () => {
		const first = await match(merchants(1));
		openFinance.simulator().endOpenFinanceTokens();
		const { credentials, error } = await match(merchants(8), {
			credentials: first.credentials,
			parameters: { options: { concurrency: 1 } },
		});
		expect(error).toBeUndefined();
		const stored = credentials.mastercardOpenFinanceApi;
		expect(stored?.token).toBe(dataCalls().at(-1)?.headers['finicity-app-token']);
		expect(stored?.token).not.toBe(first.credentials.mastercardOpenFinanceApi?.token);
		expect(authentications()).toHaveLength(2);
	});

	it('is repeated in the next run when the token is too old', async () => {
		await match(merchants(2));
		openFinance.simulator().reset();
		const { error } = await match(merchants(20));
		expect(error).toBeUndefined();
		expect(authentications()).toHaveLength(1);
	});
});

describe('a failed authentication', () => {
	const wrong = (field: string, value: string) => ({
		credentials: {
			mastercardOpenFinanceApi: {
				...openFinance.simulator().openFinanceCredential,
				[field]: value,
			},
		},
	});

	it.each([
		['appKey', "'App Key' is not one that Mastercard knows", 401],
		['partnerId', "'Partner ID' is not one that Mastercard knows", 404],
		['partnerSecret', "'Partner Secret' is not the one of this 'Partner ID'", 401],
	])('names %s once for 200 rows, and is not retried', async (field, message, httpCode) => {
		const first = await match(merchants(200), {
			...wrong(field, 'not-the-right-one'),
			onError: 'continueRegularOutput',
		});
		expect(first.outputs[0]).toHaveLength(200);
		expect(first.outputs[0]?.[7]?.json.error).toMatchObject({
			message: `${message} [item 7]`,
			description: expect.stringContaining('five failed authentications lock the account'),
			httpCode,
			retryable: false,
			attempts: 0,
		});
		expect(first.stored).not.toContain('not-the-right-one');
		const second = await match(merchants(200), wrong(field, 'not-the-right-one'));
		expect(second.error?.message).toBe(`${message} [item 0]`);
		expect(authentications()).toHaveLength(1);
		expect(dataCalls()).toEqual([]);
	});

	it('does not lock the account for the corrected secret', async () => {
		for (let night = 0; night < 10; night++)
			await match(merchants(5), wrong('partnerSecret', 'not-the-right-one'));
		const { error, outputs } = await match(merchants(1));
		expect(error).toBeUndefined();
		expect(outputs[0]?.[0]?.json.matched).toBe(true);
	});

	it('is stored with the credential, for other processes', async () => {
		const { credentials } = await match(merchants(5), wrong('partnerSecret', 'not-the-right-one'));
		expect(credentials.mastercardOpenFinanceApi).toMatchObject({
			token: '',
			session: expect.stringContaining('"reasonCode":"10001"'),
		});
		expect(credentials.mastercardOpenFinanceApi?.session).not.toContain('not-the-right-one');
		expect(authentications()).toHaveLength(1);
	});

	it('with ever new secrets leaves the account open', async () => {
		for (let secret = 0; secret < 6; secret++)
			await match(merchants(5), wrong('partnerSecret', `not-the-right-one-${secret}`));
		expect(authentications()).toHaveLength(3);
	});

	it.each([
		['503', { kind: 'status', status: 503 }, { httpCode: 503, retryable: true }, 4],
		['a lost connection', { kind: 'resetBeforeHeaders' }, { reasonCode: 'RESPONSE_LOST' }, 2],
	] as const)(
		'because of %s is shared by the run, after the usual retries',
		async (_, fault, error, requests) => {
			openFinance.simulator().injectFault({ ...fault, path: 'authentication', times: Infinity });
			const { outputs } = await match(merchants(40), { onError: 'continueRegularOutput' });
			expect(outputs[0]).toHaveLength(40);
			expect(outputs[0]?.[39]?.json.error).toMatchObject({ ...error, attempts: 0 });
			expect(authentications()).toHaveLength(requests);
			expect(dataCalls()).toEqual([]);
		},
	);

	it('in the middle of a run is shared by all rows that are left', async () => {
		const body = { code: '10023', message: 'Expired (Finicity-App-Token)' };
		const down = { kind: 'status', status: 503, path: 'authentication', times: Infinity } as const;
		openFinance.simulator().injectFault({ ...down, skip: 1 });
		openFinance
			.simulator()
			.injectFault({ kind: 'status', status: 401, body, path: 'location-matches', skip: 5 });
		const { outputs } = await match(merchants(40), {
			onError: 'continueRegularOutput',
			parameters: { options: { includeRunSummary: true, maxAttempts: 2 } },
		});
		const summary = outputs[0]?.at(-1)?.json.runSummary as IDataObject;
		expect(summary.calls).toBe(dataCalls().length);
		expect(Number(summary.failed)).toBeGreaterThan(30);
		expect(authentications()).toHaveLength(3);
	});

	it('is retried when the fault is temporary', async () => {
		openFinance
			.simulator()
			.injectFault({ kind: 'status', status: 503, path: 'authentication', times: 2 });
		const { error, outputs } = await match(merchants(3), {
			parameters: { options: { concurrency: 1 } },
		});
		expect(error).toBeUndefined();
		expect(outputs[0]?.every(({ json }) => json.matched)).toBe(true);
		expect(authentications().map(({ status }) => status)).toEqual([503, 503, 200]);
	});

	it('is distinguished from a lost response', async () => {
		openFinance.simulator().injectFault({ kind: 'resetBeforeHeaders', path: 'authentication' });
		const { error } = await match(merchants(3));
		expect(error).toBeUndefined();
		expect(authentications()).toHaveLength(2);
	});
});

describe('existing reports', () => {
	const getMany = { operation: 'getMany', customerId: CUSTOMER };

	it('outputs a stored report like the new one', async () => {
		const made = await report([{ locationId: locationId(2) }]);
		const list = await run('sbcaReport', [{}], { parameters: getMany });
		expect(list.outputs[0]?.map(({ json }) => json)).toEqual([
			{
				reportId: expect.stringMatching(/-sbcaanalyticsnoncra$/),
				customerId: CUSTOMER,
				requestId: expect.any(String),
				requesterName: 'ABC Partner',
				createdDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
				type: 'sbcaanalyticsnoncra',
				status: 'success',
			},
		]);
		const again = await run('sbcaReport', list.outputs[0]?.map(({ json }) => json) ?? [], {
			parameters: {
				operation: 'get',
				customerId: '={{ $json.customerId }}',
				reportId: '={{ $json.reportId }}',
			},
		});
		expect(again.outputs).toEqual(made.outputs);
	});

	it('outputs a PDF as a file with the original bytes', async () => {
		await report([{ locationId: locationId(1) }]);
		const list = await run('sbcaReport', [{}], { parameters: getMany });
		const reportId = String(list.outputs[0]?.[0]?.json.reportId);
		const { outputs, error } = await run('sbcaReport', [{ reportId }], {
			parameters: {
				operation: 'get',
				customerId: CUSTOMER,
				reportId: '={{ $json.reportId }}',
				reportFormat: 'pdf',
				binaryPropertyName: 'report',
			},
		});
		expect(error).toBeUndefined();
		const [item] = outputs[0] ?? [];
		expect(item?.json).toEqual({ customerId: CUSTOMER, reportId });
		expect(item?.pairedItem).toEqual({ item: 0 });
		expect(item?.binary?.report).toMatchObject({
			mimeType: 'application/pdf',
			fileName: `${reportId}.pdf`,
		});
		const bytes = Buffer.from(item?.binary?.report?.data ?? '', 'base64').toString('latin1');
		expect(bytes).toMatch(/^%PDF-1\.4\n[^]*%%EOF\n$/);
	});

	describe('a PDF that cannot be stored', () => {
		/** Rows for two stored reports. */
		const storedReports = async () => {
			for (const number of [1, 2]) await report([{ locationId: locationId(number) }]);
			const list = await run('sbcaReport', [{}], { parameters: getMany });
			openFinance.simulator().calls.length = 0;
			return (list.outputs[0] ?? []).map(({ json }, row) => ({ id: json.reportId, row }));
		};
		const getPdf = (rows: IDataObject[], binaryPropertyName: string) =>
			run('sbcaReport', rows, {
				onError: 'continueRegularOutput',
				parameters: {
					operation: 'get',
					customerId: CUSTOMER,
					reportId: '={{ $json.id }}',
					reportFormat: 'pdf',
					binaryPropertyName,
				},
			});

		it.each([
			['an expression that fails', '={{ $("Nowhere").item.json.field }}', 'PARAMETER_UNREADABLE'],
			['a field without a name', '={{ "" }}', 'BINARY_FIELD'],
			['a field of blanks', '={{ " " }}', 'BINARY_FIELD'],
		])('fails only its row, before the call: %s', async (_, expression, reasonCode) => {
			const rows = await storedReports();
			const field = expression.replace('={{', '={{ $json.row === 0 ? "report" :');
			const { outputs } = await getPdf(rows, field);
			const [stored, failed] = outputs[0] ?? [];
			expect(stored?.binary?.report?.mimeType).toBe('application/pdf');
			expect(failed?.json).toEqual({
				error: expect.objectContaining({ item: 1, scope: 'row', attempts: 0, reasonCode }),
			});
			expect(dataCalls()).toHaveLength(1);
		});

		it("fails only its row when n8n's storage fails", async () => {
			const rows = await storedReports();
			const store = jest.spyOn(BinaryDataService.prototype, 'store');
			store.mockRejectedValueOnce(new Error('ENOSPC: no space left on device, write'));
			const { outputs } = await getPdf(rows, 'report');
			store.mockRestore();
			const [failed, kept] = outputs[0] ?? [];
			expect(kept?.binary?.report?.mimeType).toBe('application/pdf');
			expect(failed?.json).toEqual({
				error: {
					message: "The file from Mastercard could not be stored in n8n's binary data [item 0]",
					description: expect.stringContaining('no space left on device'),
					httpCode: null,
					reasonCode: 'FILE_NOT_STORED',
					source: 'Node',
					retryable: true,
					attempts: 1,
					correlationId: null,
					item: 0,
					scope: 'run',
				},
			});
		});

		it('gets a report once for rows that put it into different fields', async () => {
			const [row] = await storedReports();
			const { outputs } = await getPdf(
				[
					{ ...row, row: 0 },
					{ ...row, row: 1 },
				],
				'=file{{ $json.row }}',
			);
			expect(outputs[0]?.map(({ binary }) => Object.keys(binary ?? {}))).toEqual([
				['file0'],
				['file1'],
			]);
			expect(dataCalls()).toHaveLength(1);
		});
	});

	it.each([
		['as data', 'json'],
		['as PDF', 'pdf'],
	])('fails the row of a report that does not exist, with advice (%s)', async (_, reportFormat) => {
		const { outputs } = await run('sbcaReport', [{}], {
			onError: 'continueRegularOutput',
			parameters: { operation: 'get', customerId: CUSTOMER, reportId: 'nothing', reportFormat },
		});
		expect(outputs[0]?.[0]?.json.error).toMatchObject({
			reasonCode: '14001',
			description: expect.stringContaining("'Report ID'"),
		});
	});
});

describe('a first report', () => {
	const customer = (
		rows: IDataObject[],
		parameters: EngineRun['parameters'],
		onError?: EngineRun['onError'],
	) =>
		run('sbcaCustomer', rows, {
			parameters: { authentication: '', ...parameters },
			...(onError && { onError }),
		});

	it('needs a customer and a business record, each created by one node', async () => {
		const created = await customer([{ number: 'merchant-0001' }], {
			operation: 'createCustomer',
			username: '={{ $json.number }}',
		});
		expect(created.outputs[0]?.map(({ json }) => json)).toEqual([
			{
				customerId: expect.stringMatching(/^\d+$/),
				username: 'merchant-0001',
				customerType: 'testing',
				createdDate: expect.any(String),
			},
		]);
		const business = await customer(created.outputs[0]?.map(({ json }) => json) ?? [], {
			operation: 'createBusiness',
			customerId: '={{ $json.customerId }}',
			businessDetails: BUSINESS,
		});
		expect(business.outputs[0]?.[0]?.json).toMatchObject({
			customerId: created.outputs[0]?.[0]?.json.customerId,
			businessId: expect.any(String),
			name: BUSINESS.business.name,
			address: { addressLine1: BUSINESS.business.addressLine1, country: 'US' },
			phoneNumber: { countryCode: '1', phoneNo: '8042221111' },
		});
		const { outputs, error } = await report(
			[{ locationId: locationId(1), ...business.outputs[0]?.[0]?.json }],
			{ parameters: { customerId: '={{ $json.customerId }}' } },
		);
		expect(error).toBeUndefined();
		expect(outputs[0]).toHaveLength(12);
	});

	it('says what to do when a username is in use or a customer unknown', async () => {
		const twice = await customer(
			[{ number: 'customerusername1' }],
			{ operation: 'createCustomer', username: '={{ $json.number }}' },
			'continueRegularOutput',
		);
		expect(twice.outputs[0]?.[0]?.json.error).toMatchObject({
			httpCode: 409,
			reasonCode: '110002',
		});
		const unknown = await customer(
			[{}],
			{ operation: 'createBusiness', customerId: '999', businessDetails: BUSINESS },
			'continueRegularOutput',
		);
		expect(unknown.outputs[0]?.[0]?.json.error).toMatchObject({
			httpCode: 404,
			reasonCode: '10002',
		});
	});

	it('is rejected before any call when a field of the business is invalid', async () => {
		const { outputs } = await report([{ locationId: locationId(1), phone: '12' }], {
			onError: 'continueRegularOutput',
			parameters: {
				businessDetails: { business: { ...BUSINESS.business, phoneNo: '={{ $json.phone }}' } },
			},
		});
		expect(outputs[0]?.[0]?.json.error).toMatchObject({
			message: "'Phone Number' does not have 7 to 12 digits [item 0]",
			attempts: 0,
		});
		expect(openFinance.simulator().calls).toEqual([]);
	});
});

it('looks up a location that is gone, and requests it under its new ID', async () => {
	const { outputs, error } = await report([{ locationId: locationId(6) }], {
		parameters: {
			options: {
				rematch: {
					merchant: { companyName: 'Artisan Emporium', streetAddress: '2000 Purchase St' },
				},
			},
		},
	});
	expect(error).toBeUndefined();
	expect(outputs[0]?.[0]?.json).toMatchObject({
		locationId: locationId(1),
		rematchedFrom: locationId(6),
	});
	expect(dataCalls().map(({ method }) => method)).toEqual(['POST', 'GET', 'POST']);
});

test('lets neither the token nor the app key into the data that n8n stores when a server quotes them', async () => {
	await match(merchants(1));
	const { headers } = dataCalls()[0] ?? {};
	const secrets = ['finicity-app-token', 'finicity-app-key'].map((name) => String(headers?.[name]));
	expect(secrets.every((secret) => secret.length > 8)).toBe(true);
	const message = `Declined: ${secrets.join(', ')}.`;
	openFinance
		.simulator()
		.injectFault({ kind: 'status', status: 400, body: { code: 10000, message } });
	const { outputs, stored } = await match([{ merchant: 'ANOTHER' }], {
		onError: 'continueRegularOutput',
	});
	expect(outputs[0]?.[0]?.json.error).toMatchObject({
		message: expect.stringContaining('Declined: ***, ***.'),
	});
	expect(secrets.filter((secret) => stored.includes(secret))).toEqual([]);
});

it('a PDF arrives byte for byte, those that are no text included', async () => {
	await report([{ locationId: locationId(1) }]);
	const parameters = { operation: 'getMany', customerId: CUSTOMER };
	const list = await run('sbcaReport', [{}], { parameters });
	const reportId = String(list.outputs[0]?.[0]?.json.reportId);
	const { outputs } = await run('sbcaReport', [{}], {
		parameters: { ...parameters, operation: 'get', reportId, reportFormat: 'pdf' },
	});
	const { data } = outputs[0]?.[0]?.binary?.data ?? {};
	const sent = createPdf(`Small Business Credit Analytics, report ${reportId}`);
	expect(sent.some((byte) => byte > 0x7f)).toBe(true);
	expect(Buffer.from(data ?? '', 'base64').equals(sent)).toBe(true);
});
