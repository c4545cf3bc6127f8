// The nodes as tools of n8n's AI agent, with a scripted model: what the model is told of them, and gets from them.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { simulatorCredentials } from '../../demo/simulatorCredentials';
import { agentWorkflow, toolNode } from './support/agentWorkflow';
import { openEditorSession, type Send } from './support/editorSession';
import { startFakeModel, type FakeModel } from './support/fakeModel';
import { realN8n, type RealN8n } from './support/realN8n';
import { runInEditor } from './support/runInEditor';

const CARD = '5425233430109903';
const MERCHANT = {
	companyName: 'Artisan Emporium',
	streetAddress: '2000 Purchase St',
	city: 'Purchase',
	stateProvinceRegion: 'NY',
	postalCode: '10577',
	locationId: 'a1b2c3d4-0000-1234-abcd-000000000001',
};
/** What a model with a small context can still take in. */
const MAX_ANSWER_BYTES = 8_000;

const fromModel = (...names: Array<keyof typeof MERCHANT>) =>
	Object.fromEntries(names.map((name) => [name, `={{ $fromAI('${name}') }}`]));
const card = { customerPan: `={{ $('Start').first().json.card }}`, hasConsent: true };

const TOOLS = {
	ccaScores: card,
	ccaMetrics: card,
	sbcaMatchLocation: fromModel(
		...(['companyName', 'streetAddress', 'city', 'stateProvinceRegion', 'postalCode'] as const),
	),
	sbcaReport: { ...fromModel('locationId'), hasConsent: true },
};

const folder = mkdtempSync(path.join(tmpdir(), 'ai-tool-'));
let n8n: RealN8n;
let send: Send;
let model: FakeModel;

beforeAll(async () => {
	model = await startFakeModel(() => MERCHANT);
	for (const [type, parameters] of Object.entries(TOOLS)) {
		const tool = toolNode(type, parameters, 'mastercardApiDemo');
		const workflow = agentWorkflow(type, [tool], [{ card: CARD }]);
		writeFileSync(path.join(folder, `${type}.json`), JSON.stringify(workflow));
	}
	n8n = await realN8n([folder], {
		credentials: (simulator) => [
			...simulatorCredentials(simulator),
			{
				id: 'openAiApi',
				name: 'openAiApi',
				type: 'openAiApi',
				data: { apiKey: 'x', url: model.url },
			},
		],
	});
	send = await openEditorSession((await n8n.startServer()).url);
});
afterAll(async () => {
	await n8n?.close();
	await model?.close();
	rmSync(folder, { recursive: true });
});

/** Runs the agent. @returns its tool as the model saw it, and the answers of the tool */
async function run(type: string) {
	const before = model.received().length;
	const { status } = await runInEditor(send, type, 'Start');
	expect(status).toBe('success');
	const requests = model
		.received()
		.slice(before)
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line) as ModelRequest);
	return {
		sent: JSON.stringify(requests),
		tool: requests[0]?.tools[0]?.function,
		answers: (requests[1]?.messages ?? [])
			.filter(({ role }) => role === 'tool')
			.map(({ content }) => content),
	};
}

interface ModelRequest {
	tools: Array<{ function: { description: string; parameters: { properties: object } } }>;
	messages: Array<{ role: string; content: string }>;
}

test.each([
	['ccaScores', '"score":8', []],
	['ccaMetrics', '"core_xb_txn_amt_1m":', []],
	['sbcaMatchLocation', '"matched":true', Object.keys(TOOLS.sbcaMatchLocation)],
	['sbcaReport', '"txn_amt":', ['locationId']],
])('%s gives the model a useful, small and safe answer', async (type, expected, filledIn) => {
	const { sent, tool, answers } = await run(type);
	expect(tool?.description).toMatch(/Mastercard/);
	expect(Object.keys(tool?.parameters.properties ?? {})).toEqual(filledIn);
	expect(answers).toEqual([expect.stringContaining(expected)]);
	expect(answers[0]?.length).toBeLessThan(MAX_ANSWER_BYTES);
	expect(sent).not.toContain(CARD);
});
