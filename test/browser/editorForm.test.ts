// The form of a new SBCA node in the editor of a real n8n that has credentials for both APIs.
import type { Browser, Page } from 'playwright-core';
import { EDITOR_LOGIN } from '../../demo/n8nEnvironment';
import { startBrowser } from '../support/browser';
import { realN8n, type RealN8n } from '../n8n/support/realN8n';

let n8n: RealN8n;
let browser: Browser;
let page: Page;
let baseURL: string;

beforeAll(async () => {
	// Imports the credential of Open Finance last: n8n prefers the latest.
	n8n = await realN8n([]);
	const { url } = await n8n.startServer();
	browser = await startBrowser();
	baseURL = url;
});

// A page of its own for each test: the editor keeps what was not saved.
beforeEach(async () => {
	page = await browser.newPage({ baseURL, viewport: { width: 1600, height: 1200 } });
	await page.request.post('/rest/login', {
		data: { emailOrLdapLoginId: EDITOR_LOGIN.email, password: EDITOR_LOGIN.password },
	});
});

afterEach(async () => {
	await page.close();
});

afterAll(async () => {
	await browser?.close();
	await n8n?.close();
});

const byTestId = (id: string) => page.locator(`[data-test-id="${id}"]`);

/** Adds a node to an empty workflow, as a user does; its form opens. */
async function addNode(displayName: string) {
	await page.goto('/workflow/new');
	await byTestId('canvas-add-button').waitFor();
	await page.keyboard.press('n');
	await byTestId('node-creator-search-bar').waitFor();
	await page.keyboard.type(displayName);
	await page.getByText(displayName, { exact: true }).first().waitFor();
	await page.keyboard.press('Enter');
	await page.getByText('Add to workflow').click();
	await byTestId('ndv').waitFor();
}

/** What a list of the form shows as selected. */
async function selected(testId: string): Promise<string> {
	return await byTestId(testId).locator('input').first().inputValue();
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
