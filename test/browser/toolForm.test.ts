// The forms of nodes that an AI agent uses as tools: which fields n8n offers to let the model define.
import type { Page } from 'playwright-core';
import { byTestId, Editor } from './support/Editor';

const PACKAGE = 'n8n-nodes-mastercard-credit-analytics';

let editor: Editor;
let page: Page;

beforeAll(async () => {
	editor = await Editor.start([]);
	page = await editor.newPage();
});
afterAll(async () => {
	await editor?.close();
});

/** Opens the form of a node in a workflow of its own. */
async function openNode(type: string): Promise<void> {
	const node = {
		id: '00000000-0000-4000-8000-000000000000',
		name: type,
		type: `${PACKAGE}.${type}`,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	const response = await page.request.post('/rest/workflows', {
		data: { name: type, nodes: [node], connections: {}, settings: {} },
	});
	const { data } = (await response.json()) as { data: { id: string } };
	await page.goto(`/workflow/${data.id}/${node.id}`);
	await byTestId(page, 'ndv').waitFor();
}

/** The labels of the fields with a button "Let the model define this parameter", and of collections with such fields. */
async function offeredToModel(): Promise<string[]> {
	await byTestId(page, 'from-ai-override-button').first().waitFor();
	const fields = byTestId(page, 'parameter-item').filter({
		has: byTestId(page, 'from-ai-override-button'),
	});
	return (await fields.allInnerTexts()).map((text) => text.split('\n')[0] ?? '');
}

test.each([
	['ccaScoresTool', ['Score Types', 'Product Types', 'Has Embedding', 'Simplify']],
	['ccaMetricsTool', ['Simplify']],
	['sbcaReportTool', ['Location ID', 'Simplify', 'Options', 'Latest Periods']],
])('%s lets the model define neither card nor consent', async (type, offered) => {
	await openNode(type);
	expect(await offeredToModel()).toEqual(offered);
	await byTestId(page, 'parameter-input-hasConsent').waitFor();
});

test.each(['ccaScores', 'ccaMetrics', 'sbcaReport'])(
	'%s says before its first run that nothing would be sent without consent',
	async (type) => {
		await openNode(type);
		await page.getByText("'Has Consent' is off, so no row would be sent").waitFor();
		await byTestId(page, 'parameter-input-hasConsent').locator('.el-switch').click();
		await page
			.getByText("'Has Consent' is off, so no row would be sent")
			.waitFor({ state: 'detached' });
	},
);
