// Whatever a hostile server quotes of cards and secrets, wherever and however: no node hands any of it to n8n.
import { withVirtualSleep } from '../support/virtualTime';
import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LoggerProxy, type INode, type Logger } from 'n8n-workflow';
import { startSimulator, type Fault, type Simulator } from '../../simulator/server';
import { runInEngine } from '../support/runInEngine';
import { createCanaryCredentials, createCards, type CanaryCredentials } from './canaries';
import { createCanarySearch, toText } from './findCanaries';
import { createHostileFaults, getPlaces, getSecrets } from './hostileRows';
import { canarySubjects, type CanarySubject } from './subjects';

// A request that may have created something is followed up after a wait.
jest.mock('n8n-workflow', () => withVirtualSleep(jest.requireActual('n8n-workflow')));

const identityFolder = mkdtempSync(path.join(tmpdir(), 'canary-'));
const logged: unknown[] = [];
let simulator: Simulator;
let canaries: CanaryCredentials;

beforeAll(async () => {
	const log = (...line: unknown[]) => logged.push(line);
	LoggerProxy.init({ error: log, warn: log, info: log, debug: log } as unknown as Logger);
	// Where n8n's engine logs.
	jest.spyOn(console, 'log').mockImplementation(log);
	simulator = await startSimulator({ identityFolder });
	canaries = createCanaryCredentials(simulator, identityFolder);
});
beforeEach(() => {
	simulator.reset();
	logged.length = 0;
});
afterAll(async () => {
	jest.restoreAllMocks();
	await simulator.close();
	rmSync(identityFolder, { recursive: true });
});

const TEXTS_FOR_A_PLACE = 2;
/** Other forms in each place, for every run of the suite. */
const START = randomInt(1000);

async function run(
	subject: CanarySubject,
	cards: readonly string[],
	faults: Fault[],
	onError: INode['onError'],
) {
	const { credentials, token } = canaries;
	const authentication = { path: '/authentication', times: Infinity };
	simulator.injectFault({ kind: 'status', status: 200, body: { token }, ...authentication });
	simulator.injectFault(faults);
	const { outputs, error, hints, stored } = await runInEngine({
		node: subject.node,
		rows: cards.map((card, index) => subject.row(index, card)),
		credentials,
		parameters: {
			...subject.parameters,
			options: { ...(subject.parameters.options as object), concurrency: 1, maxAttempts: 1 },
		},
		onError,
	});
	const everything = stored + toText([outputs, error, hints, logged]);
	const find = createCanarySearch({ secrets: getSecrets(subject, canaries), cards });
	return { outputs, error, everything, found: find(everything) };
}

const countHostileResponses = () =>
	simulator.calls.filter(
		({ fault, path: called }) => fault !== undefined && !called.endsWith('/authentication'),
	).length;

describe.each(canarySubjects.map((subject, index) => ({ title: subject.title, subject, index })))(
	'the node that reads $title',
	({ subject, index }) => {
		it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
			'lets nothing through with On Error = %s',
			async (onError) => {
				const cards = createCards(TEXTS_FOR_A_PLACE * getPlaces(subject).length);
				const round = 2 * index + Number(onError === 'continueErrorOutput');
				const start = START + TEXTS_FOR_A_PLACE * round;
				const faults = createHostileFaults(subject, canaries, cards, start);
				const { outputs, error, everything, found } = await run(subject, cards, faults, onError);
				expect(error).toBeUndefined();
				expect(countHostileResponses()).toBe(cards.length);
				expect(outputs.flat().length).toBeGreaterThan(0);
				expect(everything).toContain('***');
				expect(found).toEqual([]);
			},
		);

		it('lets nothing through when it stops the workflow', async () => {
			const cards = createCards(getPlaces(subject).length);
			const faults = createHostileFaults(subject, canaries, cards, START + index);
			for (const [row, fault] of faults.entries()) {
				const { found } = await run(subject, cards.slice(row, row + 1), [fault], 'stopWorkflow');
				expect(found).toEqual([]);
				simulator.reset();
			}
		});
	},
);
