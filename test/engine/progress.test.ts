// What a long run says while it is on its way.
import { withVirtualSleep } from '../support/virtualTime';

jest.mock('n8n-workflow', () => withVirtualSleep(jest.requireActual('n8n-workflow')));

import type { IExecuteFunctions, INodeType } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../../simulator/server';
import { withCheckDigit } from '../support/cardNumbers';
import { loadNode, runInEngine } from '../support/runInEngine';

const NODE = 'ccaMetrics';
const cards = Array.from({ length: 12 }, (_, index) =>
	withCheckDigit(`510000000000${String(index).padStart(3, '0')}`),
);

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
beforeEach(() => {
	simulator.reset();
});
afterAll(async () => {
	await simulator.close();
});

/** One call in 22 seconds: no message is due at the same moment as a call. */
const SLOW = 0.045;

/** Runs 12 calls, one after another, with a context in which some members are others. */
async function runWith(members: object, requestsPerSecond: number) {
	const node = loadNode(NODE);
	const changed: INodeType = {
		description: node.description,
		execute(this: IExecuteFunctions) {
			const context = Object.defineProperties(
				Object.create(this) as IExecuteFunctions,
				Object.getOwnPropertyDescriptors(members),
			);
			return node.execute?.call(context) as ReturnType<NonNullable<INodeType['execute']>>;
		},
	};
	return await runInEngine({
		node: changed,
		rows: cards.map((card) => ({ card })),
		credentials: { mastercardApi: simulator.credential },
		onError: 'continueRegularOutput',
		parameters: {
			customerPan: '={{ $json.card }}',
			hasConsent: true,
			options: { concurrency: 1, requestsPerSecond },
		},
	});
}

/** A context that keeps what it is told. */
function listen() {
	const log: string[] = [];
	const shown: unknown[] = [];
	const logger = { info: (text: string) => log.push(text) };
	return { log, shown, members: { logger, sendMessageToUI: (text: unknown) => shown.push(text) } };
}

it('says once a minute how many calls are done and failed, in the log and in the editor', async () => {
	const { log, shown, members } = listen();
	simulator.injectFault({ kind: 'status', status: 400 });
	await runWith(members, SLOW);
	expect(log).toEqual([
		'Node: 4 of 12 calls done, 1 failed',
		'Node: 7 of 12 calls done, 1 failed',
		'Node: 10 of 12 calls done, 1 failed',
	]);
	expect(shown).toEqual(log);
});

it('says nothing about a run of less than a minute', async () => {
	const { log, shown, members } = listen();
	await runWith(members, 1);
	expect([...log, ...shown]).toEqual([]);
});

it('runs as well where n8n has neither a log nor a way to the editor', async () => {
	const { outputs } = await runWith({ logger: undefined, sendMessageToUI: undefined }, SLOW);
	expect(outputs[0]).toHaveLength(cards.length);
	expect(outputs[0]?.filter(({ json }) => 'error' in json)).toEqual([]);
});
