// Runs the Open Finance operations in the engine, each test against a Mastercard simulator of its own.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import { startSimulator, type RecordedCall, type Simulator } from '../../simulator/server';
import { BUSINESS, CUSTOMER } from './openFinanceRows';
import { runInEngine, type EngineResult, type EngineRun } from './runInEngine';

type More = Partial<EngineRun>;
type Run = (rows: readonly IDataObject[], more?: More) => Promise<EngineResult>;

export interface OpenFinanceRuns {
	simulator(): Simulator;
	authentications(): RecordedCall[];
	/** All calls but authentications. */
	dataCalls(): RecordedCall[];
	/** Methods and last parts of the paths of those calls, such as `POST sbca`. */
	sequence(): string[];
	/** Runs a node with 'Authentication' at Open Finance, unless `more` changes it. */
	run(node: string, rows: readonly IDataObject[], more?: More): Promise<EngineResult>;
	/** Looks up the merchants in `merchant`, by merchant ID. */
	match: Run;
	/** Creates reports on the locations in `locationId`. */
	report: Run;
	/** The IDs of all reports of a customer, from its list. */
	reportIds(customer?: string): Promise<string[]>;
}

/**
 * Registers the hooks that start and stop a simulator for each test: a session lasts as long as the process and
 * belongs to the credential's values, its port included.
 */
export function openFinanceRuns(): OpenFinanceRuns {
	const identityFolder = mkdtempSync(path.join(tmpdir(), 'open-finance-'));
	let simulator: Simulator;
	beforeEach(async () => {
		simulator = await startSimulator({ identityFolder });
	});
	afterEach(async () => {
		await simulator.close();
	});
	afterAll(() => {
		rmSync(identityFolder, { recursive: true });
	});

	const isAuthentication = (call: RecordedCall) => call.path.endsWith('/authentication');
	const dataCalls = () => simulator.calls.filter((call) => !isAuthentication(call));
	const run: OpenFinanceRuns['run'] = async (node, rows, more = {}) =>
		await runInEngine({
			node,
			rows,
			credentials: {
				mastercardApi: simulator.credential,
				mastercardOpenFinanceApi: simulator.openFinanceCredential,
			},
			...more,
			parameters: { authentication: 'mastercardOpenFinanceApi', ...more.parameters },
		});
	const runWith =
		(node: string, parameters: EngineRun['parameters']): Run =>
		async (rows, more = {}) =>
			await run(node, rows, { ...more, parameters: { ...parameters, ...more.parameters } });
	return {
		simulator: () => simulator,
		authentications: () => simulator.calls.filter(isAuthentication),
		dataCalls,
		sequence: () =>
			dataCalls().map(({ method, path: p }) => `${method} ${p.split('/').at(-1) ?? ''}`),
		run,
		match: runWith('sbcaMatchLocation', {
			matchBy: 'merchantId',
			idValue: '={{ $json.merchant }}',
		}),
		report: runWith('sbcaReport', {
			locationId: '={{ $json.locationId }}',
			hasConsent: true,
			metricFrequency: 'Monthly',
			customerId: CUSTOMER,
			businessDetails: BUSINESS,
		}),
		async reportIds(customer = CUSTOMER) {
			const { outputs } = await run('sbcaReport', [{}], {
				parameters: { operation: 'getMany', customerId: customer },
			});
			return (outputs[0] ?? []).flatMap(({ json }) => (json.reportId as string | undefined) ?? []);
		},
	};
}

/** A documented location of the simulator. */
export const locationId = (number: number) => `a1b2c3d4-0000-1234-abcd-00000000000${number}`;
