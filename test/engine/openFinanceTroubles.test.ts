// A night on which everything goes wrong at once: nothing is paid for twice, and every call is counted.
import { withVirtualSleep } from '../support/virtualTime';
import type { IDataObject } from 'n8n-workflow';
import { startSimulator, type Fault, type Simulator } from '../../simulator/server';
import { BUSINESS, CUSTOMER } from '../support/openFinanceRows';
import { locationId } from '../support/openFinanceRuns';
import { runInEngine, type EngineRun } from '../support/runInEngine';

jest.mock('n8n-workflow', () => withVirtualSleep(jest.requireActual<object>('n8n-workflow')));

const MERCHANTS = 200;
/** Tokens end early at these calls. */
const ENDS = [40, 90, 170, 260];

let simulator: Simulator;
let callCount = 0;
beforeAll(async () => {
	simulator = await startSimulator({
		onCall: () => {
			callCount += 1;
			if (ENDS.includes(callCount)) simulator.endOpenFinanceTokens();
		},
	});
});
afterAll(async () => {
	await simulator.close();
});

const dataCalls = () => simulator.calls.filter(({ path }) => !path.endsWith('/authentication'));
const run = (node: string, rows: IDataObject[], parameters: EngineRun['parameters']) =>
	runInEngine({
		node,
		rows,
		credentials: { mastercardOpenFinanceApi: simulator.openFinanceCredential },
		onError: 'continueRegularOutput',
		parameters: {
			authentication: 'mastercardOpenFinanceApi',
			...parameters,
			options: { includeRunSummary: true, ...(parameters.options as object | undefined) },
		},
	});

/** Calls at the server and reports that exist, both counted there. */
async function countAtServer() {
	const calls = dataCalls().length;
	const list = await run('sbcaReport', [{}], { operation: 'getMany', customerId: CUSTOMER });
	const reports = (list.outputs[0] ?? []).filter(({ json }) => json.reportId !== undefined);
	return { calls, reports };
}

const CITIES = ['St. Louis', 'Winston-Salem', 'Coeur d’Alene', 'Murray'];

test('200 merchants with every trouble at once', async () => {
	const merchants = Array.from({ length: MERCHANTS }, (_, index) => ({
		name: `Shop ${index}`,
		street: `${index + 1} Main St`,
		city: CITIES[index % CITIES.length],
		zip: index % 2 === 0 ? '2134' : 2134,
	}));
	simulator.injectFault([
		{ kind: 'status', status: 503, path: 'authentication', times: 2 },
		{ kind: 'status', status: 429, headers: { 'Retry-After': '1' }, path: 'matches', skip: 20 },
		{ kind: 'resetMidBody', path: 'matches', skip: 20 },
	]);
	const matched = await run('sbcaMatchLocation', merchants, {
		companyName: '={{ $json.name }}',
		streetAddress: '={{ $json.street }}',
		city: '={{ $json.city }}',
		stateProvinceRegion: 'MO',
		postalCode: '={{ $json.zip }}',
		matchesToReturn: 'best',
	});
	const found = matched.outputs[0]?.slice(0, -1).map(({ json }) => json) ?? [];
	expect(found.filter(({ matched: isMatched }) => isMatched === true)).toHaveLength(MERCHANTS);
	expect(found.filter(({ sentAs }) => sentAs !== undefined)).toHaveLength(150);
	expect(matched.outputs[0]?.at(-1)?.json.runSummary).toMatchObject({
		rows: MERCHANTS,
		succeeded: MERCHANTS,
		calls: dataCalls().length,
	});

	simulator.calls.length = 0;
	const create = (fault: Fault): Fault => ({ path: '/sbca', skip: 4, times: 4, ...fault });
	simulator.injectFault([
		// Made, but the response is lost or useless.
		create({ kind: 'resetBeforeHeaders' }),
		create({ kind: 'resetMidBody' }),
		create({ kind: 'truncatedBody' }),
		create({ kind: 'htmlPage' }),
		create({ kind: 'status', status: 500 }),
		create({ kind: 'status', status: 503, headers: { 'Retry-After': '1' } }),
		// Not made.
		create({ kind: 'resetBeforeHeaders', isUnprocessed: true }),
		create({ kind: 'status', status: 500, isUnprocessed: true }),
		create({ kind: 'status', status: 429, isUnprocessed: true }),
		// Not finished, empty, or on another location.
		create({ kind: 'reportInProgress' }),
		create({ kind: 'emptyReport' }),
		create({ kind: 'foreignReport' }),
		// The reports themselves and the list are slow to come, too.
		{ kind: 'reportInProgress', path: 'v3/customers', times: 6 },
		{ kind: 'status', status: 503, path: 'v1/customers', times: 3 },
		{ kind: 'resetBeforeHeaders', path: 'v3/customers', times: 2 },
	]);
	const name = 'A Name of More than 150 Characters '.repeat(6).trim();
	const reported = await run(
		'sbcaReport',
		found.map(({ locationId: id }, index) => ({ id, index })),
		{
			customerId: CUSTOMER,
			locationId: '={{ $json.id }}',
			hasConsent: true,
			metricFrequency: 'Monthly',
			outputMode: 'perLocation',
			businessDetails: { business: { ...BUSINESS.business, name } },
		},
	);
	const items = reported.outputs[0] ?? [];
	const summary = items.at(-1)?.json.runSummary as IDataObject;
	const server = await countAtServer();
	expect(summary).toMatchObject({ rows: MERCHANTS, failed: 0, rejected: 0, calls: server.calls });
	expect(summary.noData).toEqual({ REPORT_EMPTY: 4 });
	const ids = new Set(found.map(({ locationId: id }) => id));
	expect(server.reports).toHaveLength(ids.size);
	expect(items.slice(0, -1).filter(({ json }) => 'error' in json)).toEqual([]);
	expect(items.slice(0, -1).filter(({ json }) => 'requestedLocationId' in json)).toHaveLength(4);
}, 120_000);

test('an app key that is declined in the middle of it is sent once', async () => {
	simulator.calls.length = 0;
	const body = { code: '10027', message: 'Invalid parameter (Finicity-App-Key)' };
	simulator.injectFault({ kind: 'status', status: 401, body, path: '/sbca', times: Infinity });
	const rows = Array.from({ length: 40 }, () => ({ id: locationId(1) }));
	const { outputs } = await run(
		'sbcaReport',
		rows.map((row, index) => ({ ...row, name: `Business ${index}` })),
		{
			customerId: CUSTOMER,
			locationId: '={{ $json.id }}',
			hasConsent: true,
			businessDetails: { business: { ...BUSINESS.business, name: '={{ $json.name }}' } },
		},
	);
	expect(outputs[0]?.at(-1)?.json.runSummary).toMatchObject({ failed: 40, calls: 1 });
	expect(dataCalls()).toHaveLength(1);
});
