/**
 * A real n8n before a hostile server that quotes cards and secrets wherever it can. Afterwards nothing of them is in
 * anything that n8n has written: database, log files at debug level, binary data, temporary files; nor in what the test
 * buttons show and a chat model is sent. The rows hold sealed cards, so no card may be there at all.
 */
import { randomBytes, randomInt } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createCardSealer } from '../../seal/cardSealer';
import type { Fault, Simulator } from '../../simulator/server';
import { createCanaryCredentials, createCards, type CanaryCredentials } from '../canary/canaries';
import { createCanarySearch, searchFolder, type FindCanaries } from '../canary/findCanaries';
import { hostileFaults, hostileTokenFaults } from '../canary/hostileFaults';
import { createHostileFaults, getPlaces } from '../canary/hostileRows';
import { canarySubjects } from '../canary/subjects';
import { encodings } from '../redaction/encodings';
import { startRecordingServer, type RecordingServer } from '../support/recordingServer';
import type { Row } from './support/agentWorkflow';
import { createCanaryWorkflows } from './support/canaryWorkflows';
import { openEditorSession, type Send } from './support/editorSession';
import { startFakeModel, type FakeModel } from './support/fakeModel';
import { realN8n, type RealN8n } from './support/realN8n';
import { runInEditor } from './support/runInEditor';

/** What n8n writes to besides its user folder. */
const written = mkdtempSync(path.join(tmpdir(), 'canary-'));
const identityFolder = mkdtempSync(path.join(tmpdir(), 'identity-'));
const temporary = path.join(written, 'temporary');
mkdirSync(temporary);

/** Put by us where n8n writes, to see that the search finds it there. */
const planted = `planted${randomBytes(16).toString('hex')}`;
/** n8n copies its own files there when it starts: 45 MB, and before there is anything to tell. */
const EDITOR_PAGES = path.join('.cache', 'n8n', 'public');
/** Other forms of the secrets for every run of the suite. */
const START = randomInt(1000);
const cards = createCards(Math.max(...canarySubjects.map((each) => getPlaces(each).length)));

let n8n: RealN8n;
let stopServer: () => Promise<void>;
let send: Send;
let elsewhere: RecordingServer;
let model: FakeModel;
let canaries: CanaryCredentials;
let find: FindCanaries;

const always = (fault: Fault, more: Partial<Fault>) =>
	n8n.simulator.injectFault({ ...fault, times: Infinity, ...more } as Fault);
const giveToken = () => {
	const { token } = canaries;
	always({ kind: 'status', status: 200, body: { token } }, { path: '/authentication' });
};
const countHostileResponses = () =>
	n8n.simulator.calls.filter(
		({ fault, path: called }) => fault !== undefined && !called.endsWith('/authentication'),
	).length;

function createCredentials(simulator: Simulator) {
	canaries = createCanaryCredentials(simulator, identityFolder);
	const { credentials, mastercardSecrets, openFinanceSecrets, token } = canaries;
	find = createCanarySearch({
		secrets: { ...mastercardSecrets, ...openFinanceSecrets, token },
		cards,
	});
	const { mastercardApi, mastercardOpenFinanceApi } = credentials;
	// Authentications of another partner can fail without ending the session of this one.
	const other = { ...mastercardOpenFinanceApi, partnerId: getOtherPartner() };
	return [
		['mastercardApi', 'mastercardApi', mastercardApi],
		['mastercardOpenFinanceApi', 'mastercardOpenFinanceApi', mastercardOpenFinanceApi],
		['declined', 'mastercardOpenFinanceApi', other],
		['openAiApi', 'openAiApi', { apiKey: 'x', url: model.url }],
	].map(([id, type, data]) => ({ id, name: id, type, data })) as Array<{
		id: string;
		name: string;
		type: string;
		data: object;
	}>;
}

const getOtherPartner = () => `${canaries.openFinanceSecrets.partnerId}0`;

async function createRows(): Promise<Row[]> {
	const seal = createCardSealer(canaries.sealingPublicKey);
	return await Promise.all(
		cards.map(async (card, index) => {
			const sealed = await seal(card);
			return Object.assign({}, ...canarySubjects.map((each) => each.row(index, sealed))) as Row;
		}),
	);
}

beforeAll(async () => {
	elsewhere = await startRecordingServer();
	let firstRow: Row = {};
	model = await startFakeModel(() => firstRow);
	n8n = await realN8n(
		async ({ url }) => {
			const rows = await createRows();
			firstRow = rows[0] ?? {};
			const folder = path.join(written, 'workflows');
			mkdirSync(folder);
			for (const workflow of createCanaryWorkflows(rows, url, planted))
				writeFileSync(path.join(folder, `${workflow.id}.json`), JSON.stringify(workflow));
			return [folder];
		},
		{
			identityFolder,
			settings: {
				N8N_LOG_LEVEL: 'debug',
				N8N_LOG_OUTPUT: 'console,file',
				N8N_LOG_FILE_LOCATION: path.join(written, 'logs', 'n8n.log'),
				N8N_DEFAULT_BINARY_DATA_MODE: 'filesystem',
				TMPDIR: temporary,
			},
			credentials: createCredentials,
		},
	);
	const server = await n8n.startServer();
	stopServer = server.stop;
	send = await openEditorSession(server.url);
});
beforeEach(() => {
	n8n.simulator.reset();
	giveToken();
});
afterAll(async () => {
	await n8n?.close();
	await elsewhere?.close();
	await model?.close();
	for (const folder of [written, identityFolder]) rmSync(folder, { recursive: true });
});

/** @returns what the editor gets to show */
async function testCredential(type: string, data: object): Promise<string> {
	const credentials = { id: type, name: type, type, data };
	return await (await send('/rest/credentials/test', { credentials })).text();
}

describe.each(canarySubjects.map((subject, index) => ({ title: subject.title, subject, index })))(
	'the node that reads $title shows nothing',
	({ subject, index }) => {
		test('when it continues, on either output', async () => {
			for (const start of [START + 2 * index, START + 2 * index + 1])
				n8n.simulator.injectFault(createHostileFaults(subject, canaries, cards, start));
			const { status, shown } = await runInEditor(send, `continue${index}`, 'Start');
			expect(status).toBe('success');
			expect(countHostileResponses()).toBe(2 * cards.length);
			expect(shown).toContain('***');
			expect(find(shown)).toEqual([]);
		});

		test('when it stops the workflow', async () => {
			const [first] = cards;
			n8n.simulator.injectFault(
				createHostileFaults(subject, canaries, [first ?? ''], START + index),
			);
			const { status, shown } = await runInEditor(send, `stop${index}`, 'Start');
			expect(status).toBe('error');
			expect(countHostileResponses()).toBe(1);
			expect(find(shown)).toEqual([]);
		});
	},
);

test.each([
	['errors', 0],
	['results', -1],
])('with %s, the nodes show nothing to an AI agent and its chat model', async (_, place) => {
	const [card = ''] = cards;
	for (const subject of canarySubjects) {
		const faults = createHostileFaults(
			subject,
			canaries,
			getPlaces(subject).map(() => card),
			START,
		);
		n8n.simulator.injectFault(faults.slice(place)[0] as Fault);
	}
	const { status, shown } = await runInEditor(send, 'agent', 'Start');
	expect(status).toBe('success');
	expect(countHostileResponses()).toBe(canarySubjects.length);
	expect(model.received()).toContain('***');
	expect(find(shown + model.received())).toEqual([]);
});

const encode = (number: number, ...secrets: string[]) =>
	secrets.map(Object.values(encodings)[number % Object.keys(encodings).length] ?? String).join(' ');

test.each(
	Object.entries(hostileTokenFaults).map(([name, place], index) => ({ name, place, index })),
)(
	'$name to a token request shows nothing, in the test button and the HTTP Request node',
	async ({ place, index }) => {
		const { mastercardOpenFinanceApi: data } = canaries.credentials;
		const { appKey, partnerSecret } = data;
		const decline = (id: string) => {
			n8n.simulator.reset();
			const text = encode(START + index, id, appKey, partnerSecret);
			always(place(text), { path: '/authentication' });
		};
		// A failed authentication is remembered by the partner.
		const partnerId = `${data.partnerId}${100 + index}`;
		decline(partnerId);
		const tested = await testCredential('mastercardOpenFinanceApi', { ...data, partnerId });
		decline(getOtherPartner());
		const { shown } = await runInEditor(send, 'declined', 'Start');
		expect(find(tested + shown)).toEqual([]);
	},
);

test.each(
	Object.entries(hostileFaults)
		.filter(([, place]) => place('x').kind === 'status')
		.map(([name, place], index) => ({ name, place, index })),
)('$name to the request of a test button shows nothing', async ({ place, index }) => {
	const { consumerKey } = canaries.mastercardSecrets;
	const { appKey } = canaries.openFinanceSecrets;
	for (const [type, data] of Object.entries(canaries.credentials)) {
		const text = encode(START + index, consumerKey, appKey, canaries.token);
		n8n.simulator.injectFault({ ...place(text), times: 1 } as Fault);
		const shown = await testCredential(type, data);
		expect(shown).toContain('"message"');
		expect(find(shown)).toEqual([]);
	}
});

test.each([301, 302, 303, 307, 308])(
	'a redirect (%i) takes nothing elsewhere, from the test buttons, the HTTP Request node and the nodes',
	async (status) => {
		const headers = { Location: `${elsewhere.url}/` };
		always({ kind: 'status', status, headers, body: {} }, { path: '/' });
		await runInEditor(send, 'requests', 'Start');
		for (const [type, data] of Object.entries(canaries.credentials)) {
			expect(JSON.parse(await testCredential(type, data))).toMatchObject({
				data: { status: 'Error' },
			});
		}
		expect(elsewhere.requests).toEqual([]);
	},
);

test.each([400, 401, 403, 404, 429, 500])(
	'the HTTP Request node shows nothing of the credentials after a %i',
	async (status) => {
		always({ kind: 'status', status, body: { message: 'no' } }, { path: '/request' });
		const { shown } = await runInEditor(send, 'requests', 'Start');
		expect(find(shown)).toEqual([]);
	},
);

test('nothing is in what n8n has written, where the search finds what was planted', async () => {
	await runInEditor(send, 'planted', 'Start');
	writeFileSync(path.join(temporary, 'planted'), planted);
	await stopServer();
	const folders = [n8n.userFolder, written];
	const findPlanted = createCanarySearch({ secrets: { planted }, cards: [] });
	const search = (folder: string, findIn: FindCanaries) =>
		searchFolder(folder, findIn, EDITOR_PAGES);
	const places = folders.flatMap((folder) => Object.keys(search(folder, findPlanted)));
	for (const place of [
		/database\.sqlite/,
		/^n8n\.log$/,
		/^logs.n8n\.log$/,
		/binary|storage/i,
		/^temporary/,
	])
		expect(places).toContainEqual(expect.stringMatching(place));
	for (const folder of folders) expect(search(folder, find)).toEqual({});
});
