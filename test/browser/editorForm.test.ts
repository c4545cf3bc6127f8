// The form of a new SBCA node in the editor of a real n8n that has credentials for both APIs.
import type { Page } from 'playwright-core';
import { byTestId, Editor } from './support/Editor';

let editor: Editor;
let page: Page;

beforeAll(async () => {
	// Imports the credential of Open Finance last: n8n prefers the latest.
	editor = await Editor.start([]);
});
beforeEach(async () => {
	page = await editor.newPage();
});
afterEach(async () => {
	await page.close();
});
afterAll(async () => {
	await editor?.close();
});

/** Adds a node to an empty workflow, as a user does; its form opens. */
async function addNode(displayName: string) {
	await page.goto('/workflow/new');
	await byTestId(page, 'canvas-add-button').waitFor();
	await page.keyboard.press('n');
	await byTestId(page, 'node-creator-search-bar').waitFor();
	await page.keyboard.type(displayName);
	await page.getByText(displayName, { exact: true }).first().waitFor();
	await page.keyboard.press('Enter');
	await page.getByText('Add to workflow').click();
	await byTestId(page, 'ndv').waitFor();
}

/** What a list of the form shows as selected. */
async function selected(testId: string): Promise<string> {
	return await byTestId(page, testId).locator('input').first().inputValue();
}

test.each(['SBCA Match Location', 'SBCA Report'])(
	'%s starts with the standalone API, visibly, whatever credentials exist',
	async (displayName) => {
		await addNode(displayName);
		expect(await selected('parameter-input-authentication')).toBe('Mastercard API');
		expect(await selected('node-credentials-select')).toBe('Mastercard API');
	},
	120_000,
);
