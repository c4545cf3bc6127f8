// What Open Finance creates is paid for once, whatever becomes of the responses.
import { takeWaits, withVirtualSleep } from '../support/virtualTime';
import type { IDataObject } from 'n8n-workflow';
import type { Fault } from '../../simulator/server';
import { BUSINESS, CUSTOMER } from '../support/openFinanceRows';
import { locationId, openFinanceRuns } from '../support/openFinanceRuns';

jest.mock('n8n-workflow', () => withVirtualSleep(jest.requireActual<object>('n8n-workflow')));

const { simulator, dataCalls, sequence, run, report, reportIds } = openFinanceRuns();

beforeEach(() => {
	takeWaits();
});

const CREATE = '/sbca';
const LIST = '/decisioning/v1/';
const summary = { options: { includeRunSummary: true } };

describe('a report whose response', () => {
	it.each<[string, Fault]>([
		['was cut off before it began', { kind: 'resetBeforeHeaders' }],
		['was cut off in the middle', { kind: 'resetMidBody' }],
		['ended too early', { kind: 'truncatedBody' }],
		['came from a proxy', { kind: 'htmlPage' }],
		['was an error (500)', { kind: 'status', status: 500 }],
		['was an error (503)', { kind: 'status', status: 503, headers: { 'Retry-After': '1' } }],
		['took too long', { kind: 'status', status: 408 }],
	])('%s is taken from the list, and not created again', async (_, fault) => {
		simulator().injectFault({ ...fault, path: CREATE });
		const { outputs, error } = await report([{ locationId: locationId(2) }], {
			parameters: summary,
		});
		expect(error).toBeUndefined();
		expect(outputs[0]?.[0]?.json).toMatchObject({ locationId: locationId(2) });
		expect(outputs[0]?.at(-1)?.json.runSummary).toMatchObject({ succeeded: 1, calls: 3 });
		const [id] = await reportIds();
		expect(sequence().slice(0, 3)).toEqual(['POST sbca', 'GET reports', `GET ${id}`]);
		expect(takeWaits()).toEqual([expect.closeTo(20_000, -3)]);
		expect(await reportIds()).toHaveLength(1);
	});

	it('is lost is created again when the list shows none', async () => {
		simulator().injectFault({ kind: 'resetBeforeHeaders', path: CREATE, isUnprocessed: true });
		const { outputs, error } = await report([{ locationId: locationId(1) }], {
			parameters: summary,
		});
		expect(error).toBeUndefined();
		expect(outputs[0]?.at(-1)?.json.runSummary).toMatchObject({ succeeded: 1, calls: 3 });
		expect(sequence()).toEqual(['POST sbca', 'GET reports', 'POST sbca']);
		expect(await reportIds()).toHaveLength(1);
	});

	it('is lost again and again is created as often as the user allows', async () => {
		simulator().injectFault({
			kind: 'status',
			status: 500,
			path: CREATE,
			isUnprocessed: true,
			times: Infinity,
		});
		const { outputs } = await report([{ locationId: locationId(1) }], {
			onError: 'continueRegularOutput',
			parameters: { options: { maxAttempts: 3 } },
		});
		expect(sequence().filter((call) => call === 'POST sbca')).toHaveLength(3);
		expect(outputs[0]?.[0]?.json.error).toMatchObject({
			httpCode: 500,
			retryable: true,
			attempts: 6,
			description: expect.stringContaining('Mastercard lists no new report, so none was created'),
		});
		expect(await reportIds()).toEqual([]);
	});

	it('is lost with the list says that a report may exist, and how to find it', async () => {
		simulator().injectFault({ kind: 'resetBeforeHeaders', path: CREATE });
		simulator().injectFault({ kind: 'status', status: 503, path: LIST, times: Infinity });
		const { outputs } = await report([{ locationId: locationId(1) }], {
			onError: 'continueRegularOutput',
		});
		expect(outputs[0]?.[0]?.json.error).toMatchObject({
			message: expect.stringContaining('A report may exist, and may have been charged'),
			description: expect.stringMatching(
				/connection was lost.*Get Many operation.*'Customer ID' 1001483250/,
			),
			reasonCode: 'OUTCOME_UNKNOWN',
			retryable: false,
			scope: 'call',
		});
		expect(sequence().filter((call) => call === 'POST sbca')).toHaveLength(1);
	});

	it('is lost without time to look says the same', async () => {
		simulator().injectFault({ kind: 'resetBeforeHeaders', path: CREATE });
		const { outputs } = await report([{ locationId: locationId(1) }], {
			onError: 'continueRegularOutput',
			parameters: { options: { totalTimeout: 10_000 } },
		});
		expect(outputs[0]?.[0]?.json.error).toMatchObject({ reasonCode: 'OUTCOME_UNKNOWN' });
		expect(sequence()).toEqual(['POST sbca']);
	});

	it('is lost is found among those of other locations, other kinds and earlier days', async () => {
		await report([{ locationId: locationId(3) }], {
			parameters: { metricType: 'retail_sales_benchmarks' },
		});
		simulator().injectFault({ kind: 'resetBeforeHeaders', path: CREATE, times: 3 });
		const { outputs, error } = await report(
			[1, 2, 3, 4].map((number) => ({ locationId: locationId(number) })),
			{ parameters: { ...summary, outputMode: 'perLocation' } },
		);
		expect(error).toBeUndefined();
		expect(outputs[0]?.slice(0, 4).map(({ json }) => json.locationId)).toEqual(
			[1, 2, 3, 4].map(locationId),
		);
		const calls = dataCalls().length - 1;
		expect(outputs[0]?.at(-1)?.json.runSummary).toMatchObject({ succeeded: 4, calls });
		expect(await reportIds()).toHaveLength(5);
	});

	it('failed for good (400) is not looked for', async () => {
		const { outputs } = await report([{ locationId: locationId(5) }], {
			onError: 'continueRegularOutput',
		});
		expect(outputs[0]?.[0]?.json.error).toMatchObject({ httpCode: 404, reasonCode: '10100' });
		expect(sequence()).toEqual(['POST sbca']);
	});

	it("is lost does not stop a node whose 'On Error' is 'Stop Workflow'", async () => {
		simulator().injectFault({ kind: 'resetBeforeHeaders', path: CREATE });
		const rows = [1, 2, 3].map((number) => ({ locationId: locationId(number) }));
		const { error } = await report(rows, { parameters: { options: { concurrency: 1 } } });
		expect(error).toBeUndefined();
		expect(await reportIds()).toHaveLength(3);
	});

	it('is turned away (429) is requested again at once: nothing was created', async () => {
		simulator().injectFault({ kind: 'status', status: 429, path: CREATE, isUnprocessed: true });
		const { error } = await report([{ locationId: locationId(1) }]);
		expect(error).toBeUndefined();
		expect(sequence()).toEqual(['POST sbca', 'POST sbca']);
	});
});

describe('a report in progress', () => {
	const inProgress = (path: string, times: number): Fault => ({
		kind: 'reportInProgress',
		path,
		times,
	});

	it('is waited for, and fetched when it is finished', async () => {
		const first = await report([{ locationId: locationId(2) }]);
		simulator().calls.length = 0;
		simulator().injectFault([inProgress(CREATE, 1), inProgress('/reports/', 2)]);
		const { outputs, error } = await report([{ locationId: locationId(2) }], {
			parameters: summary,
		});
		expect(error).toBeUndefined();
		expect(outputs[0]?.slice(0, -1)).toEqual(first.outputs[0]);
		expect(outputs[0]?.at(-1)?.json.runSummary).toMatchObject({ succeeded: 1, calls: 4 });
		expect(takeWaits()).toEqual([20_000, 20_000, 20_000].map((ms) => expect.closeTo(ms, -3)));
		expect(sequence().filter((call) => call === 'POST sbca')).toHaveLength(1);
	});

	it('fails its row when the total time is over, with its ID', async () => {
		simulator().injectFault([inProgress(CREATE, 1), inProgress('/reports/', Infinity)]);
		const { outputs } = await report([{ locationId: locationId(2) }], {
			onError: 'continueRegularOutput',
			parameters: { options: { totalTimeout: 70_000 } },
		});
		simulator().injectFault([]);
		expect(takeWaits()).toHaveLength(3);
		const [id] = await reportIds();
		expect(outputs[0]?.[0]?.json.error).toMatchObject({
			reasonCode: 'REPORT_IN_PROGRESS',
			retryable: false,
			attempts: 4,
			description: expect.stringContaining(`'Report ID' ${id}`),
		});
	});

	it('fails its row with its ID when it cannot be fetched', async () => {
		simulator().injectFault(inProgress(CREATE, 1));
		simulator().injectFault({ kind: 'status', status: 500, path: '/reports/', times: Infinity });
		const { outputs } = await report([{ locationId: locationId(2) }], {
			onError: 'continueRegularOutput',
		});
		expect(outputs[0]?.[0]?.json.error).toMatchObject({
			reasonCode: 'REPORT_IN_PROGRESS',
			retryable: false,
			description: expect.stringMatching(/'Report ID' \w+-sbcaanalyticsnoncra/),
		});
	});

	it('whose first response was lost is waited for as well', async () => {
		simulator().injectFault({ kind: 'resetBeforeHeaders', path: CREATE });
		simulator().injectFault(inProgress('/reports/', 2));
		const { error } = await report([{ locationId: locationId(2) }]);
		expect(error).toBeUndefined();
		expect(await reportIds()).toHaveLength(1);
	});

	it.each(['json', 'pdf'])('is also waited for when it is retrieved (%s)', async (reportFormat) => {
		await report([{ locationId: locationId(2) }]);
		const [id = ''] = await reportIds();
		const body = { id, status: 'inProgress' };
		simulator().injectFault({ kind: 'status', status: 200, body, path: '/reports/', times: 2 });
		takeWaits();
		const { outputs, error } = await run('sbcaReport', [{}], {
			parameters: { operation: 'get', customerId: CUSTOMER, reportId: id, reportFormat },
		});
		expect(error).toBeUndefined();
		expect(outputs[0]?.length).toBeGreaterThan(0);
		expect(takeWaits()).toHaveLength(2);
	});
});

describe('a customer whose response', () => {
	const createCustomer = (rows: IDataObject[], parameters = {}) =>
		run('sbcaCustomer', rows, {
			onError: 'continueRegularOutput',
			parameters: {
				operation: 'createCustomer',
				username: '={{ $json.name }}',
				...summary,
				...parameters,
			},
		});

	it.each<[string, Fault]>([
		['was cut off', { kind: 'resetBeforeHeaders' }],
		['was an error (500)', { kind: 'status', status: 500 }],
	])('%s is found by its username', async (_, fault) => {
		simulator().injectFault({ ...fault, path: '/customers/testing' });
		const { outputs } = await createCustomer([{ name: 'merchant-1' }]);
		expect(outputs[0]?.[0]?.json).toEqual({
			customerId: expect.stringMatching(/^\d+$/),
			username: 'merchant-1',
			customerType: 'testing',
			createdDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
		});
		expect(outputs[0]?.at(-1)?.json.runSummary).toMatchObject({ succeeded: 1, calls: 2 });
		expect(sequence()).toEqual(['POST testing', 'GET customers']);
		expect(dataCalls()[1]?.query).toEqual({ username: 'merchant-1' });
	});

	it('is lost is created again when there is none', async () => {
		const fault = { kind: 'resetBeforeHeaders', path: '/customers/active' } as const;
		simulator().injectFault({ ...fault, isUnprocessed: true });
		const { outputs } = await createCustomer([{ name: 'merchant-1' }], { customerType: 'active' });
		expect(outputs[0]?.[0]?.json).toMatchObject({ customerType: 'active' });
		expect(sequence()).toEqual(['POST active', 'GET customers', 'POST active']);
	});

	it('is lost is not mistaken for one that had the username before', async () => {
		const fault = { kind: 'resetBeforeHeaders', path: '/customers/testing' } as const;
		simulator().injectFault({ ...fault, isUnprocessed: true });
		const { outputs } = await createCustomer([{ name: 'customerusername1' }]);
		expect(outputs[0]?.[0]?.json.error).toMatchObject({ httpCode: 409, reasonCode: '110002' });
	});

	it('is lost with the list says that a customer may exist', async () => {
		simulator().injectFault({ kind: 'resetBeforeHeaders', path: '/customers/testing' });
		simulator().injectFault({ kind: 'status', status: 403, path: '/aggregation/v1/customers' });
		const { outputs } = await createCustomer([{ name: 'merchant-1' }]);
		expect(outputs[0]?.[0]?.json.error).toMatchObject({
			reasonCode: 'OUTCOME_UNKNOWN',
			description: expect.stringContaining('customers?username=merchant-1'),
		});
	});
});

describe('a business record whose response', () => {
	const createBusiness = async (business: object = {}) =>
		await run('sbcaCustomer', [{}], {
			onError: 'continueRegularOutput',
			parameters: {
				operation: 'createBusiness',
				customerId: CUSTOMER,
				businessDetails: { business: { ...BUSINESS.business, ...business } },
			},
		});
	const lost = { kind: 'resetBeforeHeaders', path: '/businesses' } as const;

	it('is lost is found under its customer', async () => {
		simulator().injectFault(lost);
		const { outputs } = await createBusiness();
		expect(outputs[0]?.[0]?.json).toMatchObject({
			customerId: CUSTOMER,
			businessId: expect.any(String),
			name: BUSINESS.business.name,
		});
		expect(sequence()).toEqual(['POST businesses', 'GET businesses']);
	});

	it('is lost is created again when there is none', async () => {
		simulator().injectFault({ ...lost, isUnprocessed: true });
		const { outputs } = await createBusiness();
		expect(outputs[0]?.[0]?.json).toMatchObject({ businessId: expect.any(String) });
		expect(sequence()).toEqual(['POST businesses', 'GET businesses', 'POST businesses']);
	});

	it('is lost is not mistaken for another record', async () => {
		await createBusiness({ name: 'Another Business' });
		simulator().injectFault(lost);
		const { outputs } = await createBusiness();
		expect(outputs[0]?.[0]?.json.error).toMatchObject({ httpCode: 409, reasonCode: '11000' });
	});
});
