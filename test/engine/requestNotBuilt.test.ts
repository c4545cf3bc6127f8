// A request that cannot be built, which no node of the package is known to have: a node of the test's own, in n8n's engine.
import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
} from 'n8n-workflow';
import { executeRows } from '../../nodes/shared/executeRows';
import type { Operation } from '../../nodes/shared/operation';
import { createMastercardTransport } from '../../nodes/shared/transport/createMastercardTransport';
import { startSimulator, type Simulator } from '../../simulator/server';
import { runInEngine } from '../support/runInEngine';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(async () => {
	await simulator.close();
});

/** Requests each row by its position; the second one cannot be built. */
const operation: Operation<number, number> = {
	parseRow: (itemIndex) => itemIndex,
	dedupeKey: String,
	maxRowsPerCall: 1,
	buildRequest: ([row = 0]) => {
		if (row === 1) throw new Error('never expected');
		return { method: 'GET', path: `/${row}` };
	},
	parseResponse: (_, rows) => rows.map((value) => ({ kind: 'succeeded', value })),
	toItems: (_, row) => [{ row }],
};

const node: INodeType = {
	description: {
		displayName: 'Own',
		name: 'own',
		group: ['transform'],
		version: 1,
		description: 'A node of the test',
		defaults: { name: 'Own' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'mastercardApi' }],
		properties: [{ displayName: 'Options', name: 'options', type: 'json', default: {} }],
	},
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await executeRows(this, () => operation, createMastercardTransport({ encrypts: false }));
	},
};

it('fails its own row, with no attempt, and counts as no call', async () => {
	const { outputs } = await runInEngine({
		node,
		rows: [{}, {}, {}],
		parameters: { options: { includeRunSummary: true } },
		credentials: { mastercardApi: simulator.credential },
		onError: 'continueRegularOutput',
	});
	const [first, second, third, summary] = (outputs[0] ?? []).map(({ json }) => json);
	expect([first, third]).toEqual([{ row: 0 }, { row: 2 }]);
	expect(second).toEqual({
		error: expect.objectContaining({
			...{ reasonCode: 'REQUEST_NOT_READY', scope: 'call', retryable: false, attempts: 0 },
			description: 'Nothing was sent or charged for this row. Check its values and the credential.',
		}) as unknown,
	});
	expect(summary).toMatchObject({
		runSummary: { rows: 3, succeeded: 2, failed: 1, calls: 2, retries: 0 },
	});
	expect(simulator.calls).toHaveLength(2);
});
