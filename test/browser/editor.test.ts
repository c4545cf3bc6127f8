// What a stranger with only the README does in n8n's editor, by mouse and keyboard, against the Mastercard simulator.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { simulatorCredentials } from '../../demo/simulatorCredentials';
import { files, folder, read } from '../examples/files';
import { Editor } from './support/Editor';
import { comparePicture } from './support/pictures';
import { WorkflowPage } from './support/WorkflowPage';

/** Mastercard's documented location, Artisan Emporium. */
const LOCATION = 'a1b2c3d4-0000-1234-abcd-000000000001';
const review = path.join(folder, 'weekly-portfolio-review.json');

let editor: Editor;
let page: Page;

beforeAll(async () => {
	// With a key of its own, so that the pictures show the same card references each time.
	editor = await Editor.start([folder, path.join(folder, 'at-scale')], {
		credentials: (simulator) =>
			simulatorCredentials(simulator).map((credential) => ({
				...credential,
				data: { ...credential.data, cardReferenceKey: 'the same in each run of these tests' },
			})),
	});
});
beforeEach(async () => {
	page = await editor.newPage({ width: 1600, height: 1000 });
});
afterEach(async () => {
	await page.close();
});
afterAll(async () => {
	await editor?.close();
});

/** A workflow with a manual trigger and one more node, whose form is open. */
async function startWith(words: string, name: string): Promise<WorkflowPage> {
	const workflow = await WorkflowPage.create(page);
	await workflow.addManualTrigger();
	await workflow.addNode(words, name);
	return workflow;
}

/** Opens a report file in the browser. @returns the names of its charts */
async function readCharts(file: string): Promise<string[]> {
	await page.setContent(readFileSync(file, 'utf8'));
	return await page.locator('svg[role="img"] > title').allTextContents();
}

test('from an empty workflow to a scored card, a readable table and a report with charts', async () => {
	const workflow = await startWith('edit fields', 'Edit Fields');
	await workflow.addField('card', 'String', '5425233430109903');
	await workflow.addField('consent', 'Boolean', 'true');
	await workflow.runNode();
	await workflow.closeNode();

	await workflow.addNode('credit score', 'CCA Scores');
	await workflow.dragColumn('card', 'customerPan');
	await workflow.dragColumn('consent', 'hasConsent');
	const rows = await workflow.runNode();
	expect(rows).toEqual([
		expect.objectContaining({ customerPAN: '542523******9903', score: '8', decile: '1' }),
	]);
	for (const cell of Object.values(rows[0] ?? {})) expect(cell).not.toMatch(/[{[]/);
	await workflow.widenOutput(260);
	comparePicture('first-score.png', await workflow.takePicture());
	await workflow.closeNode();

	await workflow.addNode('report', 'Credit Review Report');
	await workflow.runNode();
	const { file, name } = await workflow.download(/^Report/);
	expect(name).toMatch(/^credit-review-\d{4}-\d\d-\d\d\.html$/);
	expect(await readCharts(file)).not.toEqual([]);
});

test('an example is imported through the menu and run, and its report has charts', async () => {
	const workflow = await WorkflowPage.create(page);
	await workflow.importFile(review);
	await workflow.run();
	await workflow.openNode('All results');
	expect(await workflow.readTable()).toContainEqual(
		expect.objectContaining({ Customer: 'C-1001', Result: 'Changed', Score: '8', Decile: '1' }),
	);
	await workflow.closeNode();
	await workflow.openNode('Review report');
	const { file } = await workflow.download(/^Report/);
	expect((await readCharts(file)).length).toBeGreaterThan(1);
});

test('CCA Metrics is found by whose it is, and shows one column for each metric', async () => {
	const workflow = await startWith('mastercard', 'CCA Metrics');
	await workflow.type('customerPan', '5255923576711240');
	await workflow.turnOn('hasConsent');
	const [row = {}] = await workflow.runNode();
	expect(row).toMatchObject({ customerPAN: '525592******1240', core_xb_txn_amt_1m: '-4158' });
});

test('SBCA Match Location is found by what it looks for, and shows one row for each location', async () => {
	const workflow = await startWith('merchant', 'SBCA Match Location');
	await workflow.type('companyName', 'Artisan Emporium');
	await workflow.type('streetAddress', '2000 Purchase St');
	await workflow.type('city', 'Purchase');
	await workflow.type('stateProvinceRegion', 'NY');
	await workflow.type('postalCode', '10577');
	const [row = {}] = await workflow.runNode();
	expect(row).toMatchObject({ matched: 'true', locationId: LOCATION, postalCode: '10577' });
});

test('SBCA Report is found by what it is about, and shows one row for each week', async () => {
	const workflow = await startWith('small business', 'SBCA Report');
	await workflow.type('locationId', LOCATION);
	await workflow.turnOn('hasConsent');
	const rows = await workflow.runNode();
	expect(rows).toContainEqual(
		expect.objectContaining({ periodStartDate: '2022-02-13', txn_amt: '16198.060138' }),
	);
});

test('SBCA Customer is found by its service, and enrolls a merchant', async () => {
	const workflow = await startWith('open finance', 'SBCA Customer');
	await workflow.type('username', 'merchant-4001');
	const [row = {}] = await workflow.runNode();
	expect(row.customerId).toMatch(/^\d+$/);
});

test.each(files)('%s opens with notes that can be read to their end', async (file) => {
	const workflow = await WorkflowPage.open(page, read(file).id);
	expect(await workflow.canvas.findCutNotes()).toEqual([]);
	const { zoom, width } = await workflow.canvas.measure();
	expect(width).toBeGreaterThan(1500);
	// 14 pixels at full size: a note is then as large as the small print of a newspaper.
	expect(zoom).toBeGreaterThan(0.65);
	comparePicture(
		`example-${path.basename(file, '.json')}.png`,
		await workflow.canvas.takePicture(),
	);
});
