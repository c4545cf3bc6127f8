// Whatever a hostile server quotes of cards and secrets, wherever and however: no node hands any of it to n8n.
import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LoggerProxy, type INode, type Logger } from 'n8n-workflow';
import { startSimulator, type Fault, type Simulator } from '../../simulator/server';
import { encodings } from '../redaction/encodings';
import { runInEngine } from '../support/runInEngine';
import { createCanaryCredentials, createCards, type CanaryCredentials } from './canaries';
import { cardForms, usualCardForms } from './cardForms';
import { createCanarySearch, toText, type FindCanaries } from './findCanaries';
import { hostileFaults } from './hostileFaults';
import { canarySubjects, type CanarySubject } from './subjects';

const identityFolder = mkdtempSync(path.join(tmpdir(), 'canary-'));
const logged: unknown[] = [];
/** Other forms in each place, for every run of the suite. */
const START = randomInt(1000);
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

/** So that a text with several of them is not shortened before all are read. */
const SECRETS_IN_A_TEXT = 3;
const TEXTS_FOR_A_PLACE = 2;
const FORMS = Object.values(encodings);

const getSecrets = ({ credential }: CanarySubject): Record<string, string> =>
	credential === 'mastercardApi'
		? canaries.mastercardSecrets
		: { ...canaries.openFinanceSecrets, token: canaries.token };

/** Another choice of secrets, and another form of them, for each number. */
function quoteSecrets(subject: CanarySubject, number: number): string {
	const secrets = Object.values(getSecrets(subject));
	const encode = FORMS[number % FORMS.length] ?? String;
	return Array.from({ length: SECRETS_IN_A_TEXT }, (_, index) =>
		encode(secrets[(number + index) % secrets.length] ?? ''),
	).join(' ');
}

/** A card that a node has not sent may be anything else in other forms. */
function quoteCard({ sendsCards }: CanarySubject, card: string, number: number): string {
	const forms = Object.values(sendsCards === true ? cardForms : usualCardForms);
	return `Problem with ${forms[number % forms.length]?.(card) ?? card}`;
}

interface HostileRow {
	card: string;
	fault: Fault;
}

/** @param offset another one gives other forms to the same places */
function createRows(subject: CanarySubject, offset: number, textsForAPlace: number): HostileRow[] {
	const places = [
		...Object.values(hostileFaults).map((place) => ({ place, isResult: false })),
		...Object.values(subject.results).map((place) => ({ place, isResult: true })),
	];
	const rows = Array.from({ length: textsForAPlace * places.length }, (_, index) => {
		const { place, isResult } = places[index % places.length] as (typeof places)[number];
		const number = offset + index;
		const [card = ''] = createCards(1);
		// What a merchant's data shows may look like a card, and is passed on.
		const quotesCard = !isResult || subject.sendsCards === true;
		const text = `${quotesCard ? quoteCard(subject, card, number) : ''} ${quoteSecrets(subject, number)}`;
		return { card, fault: { ...place(text, card), path: subject.path } as Fault };
	});
	// With a token that it does not know, the simulator has no response of its own to change.
	const isOpenFinance = subject.credential === 'mastercardOpenFinanceApi';
	return rows.filter(({ fault }) => !isOpenFinance || fault.kind === 'status');
}

async function run(subject: CanarySubject, rows: HostileRow[], onError: INode['onError']) {
	const { token } = canaries;
	simulator.injectFault({
		kind: 'status',
		status: 200,
		body: { token },
		path: '/authentication',
		times: Infinity,
	});
	simulator.injectFault(rows.map(({ fault }) => fault));
	const result = await runInEngine({
		node: subject.node,
		rows: rows.map(({ card }, index) => subject.row(index, card)),
		credentials: canaries.credentials,
		parameters: {
			...subject.parameters,
			options: { ...(subject.parameters.options as object), concurrency: 1, maxAttempts: 1 },
		},
		onError,
	});
	const { outputs, error, hints, stored } = result;
	return {
		outputs,
		error,
		everything: [toText([outputs, error, hints, logged]), stored].join('\n'),
	};
}

const createSearch = (subject: CanarySubject, rows: HostileRow[]): FindCanaries =>
	createCanarySearch({ secrets: getSecrets(subject), cards: rows.map(({ card }) => card) });
const countHostileResponses = () =>
	simulator.calls.filter(
		({ fault, path: p }) => fault !== undefined && !p.endsWith('/authentication'),
	).length;

describe.each(canarySubjects.map((subject, index) => ({ ...subject, subject, index })))(
	'the node that reads $title',
	({ subject, index }) => {
		it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
			'lets nothing through with On Error = %s',
			async (onError) => {
				const offset =
					START + TEXTS_FOR_A_PLACE * (2 * index + Number(onError === 'continueErrorOutput'));
				const rows = createRows(subject, offset, TEXTS_FOR_A_PLACE);
				const { outputs, error, everything } = await run(subject, rows, onError);
				expect(error).toBeUndefined();
				expect(countHostileResponses()).toBe(rows.length);
				expect(outputs.flat().length).toBeGreaterThan(0);
				expect(everything).toContain('***');
				expect(createSearch(subject, rows)(everything)).toEqual([]);
			},
		);

		it('lets nothing through when it stops the workflow', async () => {
			for (const row of createRows(subject, START + index, 1)) {
				const { everything } = await run(subject, [row], 'stopWorkflow');
				expect(createSearch(subject, [row])(everything)).toEqual([]);
				simulator.reset();
			}
		});
	},
);
