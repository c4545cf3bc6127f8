/** A workflow in n8n's editor, worked on with mouse and keyboard, as a user does. */
import type { Locator, Page } from 'playwright-core';
import { Canvas, CLEAN } from './Canvas';
import { byTestId } from './Editor';

/** Where the editor saves a workflow. */
const SAVES = /\/rest\/workflows(\/\w+)?(\?.*)?$/;

export class WorkflowPage {
	/** What the editor saved last; it saves by itself, a moment after each change. */
	private saved = '';

	readonly canvas: Canvas;

	private constructor(readonly page: Page) {
		this.canvas = new Canvas(page);
		page.on('request', (request) => {
			if (SAVES.test(request.url())) this.saved = request.postData() ?? this.saved;
		});
	}

	/** Opens an empty workflow. */
	static async create(page: Page): Promise<WorkflowPage> {
		await page.goto('/workflow/new');
		await byTestId(page, 'canvas-add-button').waitFor();
		return new WorkflowPage(page);
	}

	/** Opens a stored workflow, and waits until the canvas rests. */
	static async open(page: Page, id: string): Promise<WorkflowPage> {
		await page.goto(`/workflow/${id}`);
		const workflow = new WorkflowPage(page);
		await workflow.canvas.settle();
		return workflow;
	}

	/** Adds the trigger that starts the workflow by hand. */
	async addManualTrigger(): Promise<void> {
		await byTestId(this.page, 'canvas-add-button').click();
		await this.page.getByText('Trigger manually').first().click();
		await byTestId(this.page, 'canvas-handle-plus').waitFor();
	}

	/**
	 * Adds a node after the last one, and opens its form.
	 * @param words what the user searches for
	 * @param name the node's name in the list
	 */
	async addNode(words: string, name: string): Promise<void> {
		await byTestId(this.page, 'canvas-handle-plus').last().click();
		await byTestId(this.page, 'node-creator-search-bar').click();
		await this.page.keyboard.type(words);
		await byTestId(this.page, 'node-creator-item-name')
			.filter({ hasText: new RegExp(`^\\s*${name}`) })
			.first()
			.click();
		// Nodes of community packages are introduced first; n8n's own are added at once.
		const form = byTestId(this.page, 'ndv');
		const add = this.page.getByText('Add to workflow');
		const action = byTestId(this.page, 'node-creator-action-item').first();
		await form.or(add).or(action).first().waitFor();
		if (await add.isVisible()) await add.click();
		await form.waitFor();
	}

	/** Imports a workflow through the menu at the top. */
	async importFile(file: string): Promise<void> {
		await byTestId(this.page, 'workflow-menu').first().click();
		await this.page.getByRole('menuitem', { name: 'Import', exact: true }).hover();
		const chooser = this.page.waitForEvent('filechooser');
		await this.page.getByRole('menuitem', { name: 'From file' }).click();
		await (await chooser).setFiles(file);
		await byTestId(this.page, 'canvas-node').first().waitFor();
		await this.canvas.settle();
	}

	/** Presses the button below the canvas, and waits for the message that the run succeeded. */
	async run(): Promise<void> {
		await byTestId(this.page, 'execute-workflow-button').first().click();
		await this.page.getByText('Workflow executed successfully').first().waitFor();
	}

	/** Opens the form of a node. */
	async openNode(name: string): Promise<void> {
		await byTestId(this.page, 'canvas-node').filter({ hasText: name }).first().dblclick();
		await byTestId(this.page, 'ndv').waitFor();
	}

	async closeNode(): Promise<void> {
		await byTestId(this.page, 'ndv-close-button').click();
		await byTestId(this.page, 'ndv').waitFor({ state: 'hidden' });
	}

	/** A field of the open form. */
	field(name: string): Locator {
		return byTestId(this.page, `parameter-input-${name}`);
	}

	/** Types into a field of the open form, and waits until the editor has taken it over. */
	async type(name: string, text: string): Promise<void> {
		await this.field(name).click();
		await this.page.keyboard.type(text);
		if (this.saved.includes(text)) return;
		await this.page.waitForRequest(
			(request) => SAVES.test(request.url()) && (request.postData() ?? '').includes(text),
		);
	}

	/** Turns a switch of the open form on. */
	async turnOn(name: string): Promise<void> {
		await this.field(name).locator('.el-switch').click();
	}

	/** Drags a column of the input to a field of the open form. */
	async dragColumn(column: string, name: string): Promise<void> {
		const source = byTestId(this.page, 'ndv-input-panel').getByText(column, { exact: true });
		await source.first().dragTo(this.field(name));
		await this.field(name).getByText(`$json.${column}`).waitFor();
	}

	/** Adds a field to the node Edit Fields, whose form is open. */
	async addField(name: string, type: 'String' | 'Boolean', value: string): Promise<void> {
		await byTestId(this.page, 'assignment-collection-drop-area').getByText('Add Field').click();
		const field = byTestId(this.page, 'assignment').last();
		await field.locator('[data-test-id="assignment-name"] input').click();
		await this.page.keyboard.type(name);
		// Closes the tip that covers the next field.
		await this.page.getByText('Fields to Set').click();
		const input = field.locator('[data-test-id="assignment-value"]');
		if (type === 'Boolean') {
			await field.locator('[data-test-id="assignment-type-select"]').click();
			await this.page.getByRole('menuitem').filter({ hasText: type }).click();
			await input.click();
			await this.page.getByRole('option', { name: value }).click();
		} else {
			await input.click();
			await this.page.keyboard.type(value);
		}
	}

	/** The panel with what the open node gave. */
	get output(): Locator {
		return byTestId(this.page, 'output-panel');
	}

	/** Executes the open node with those before it. @returns the rows of its output as the table shows them */
	async runNode(): Promise<Array<Record<string, string>>> {
		await byTestId(this.page, 'node-execute-button').click();
		await this.output.locator('[data-test-id="node-run-status-success"]').waitFor();
		return await this.readTable();
	}

	/** Shows the output of the open node as a table. @returns its rows */
	async readTable(): Promise<Array<Record<string, string>>> {
		await this.output.locator('[data-test-id="radio-button-table"]').click();
		const table = this.output.locator('table').first();
		await table.waitFor();
		const columns = (await table.locator('thead th').allInnerTexts()).map((text) => text.trim());
		const rows = await table.locator('tbody tr').all();
		return await Promise.all(
			rows.map(async (row) => {
				const cells = await row.locator('td').allInnerTexts();
				return Object.fromEntries(
					columns.map((column, index) => [column, cells[index]?.trim() ?? '']),
				);
			}),
		);
	}

	/** Drags the open form to the left, which gives the output more room. */
	async widenOutput(pixels: number): Promise<void> {
		const handle = byTestId(this.page, 'panel-drag-button');
		await handle.hover();
		const { x, y, width, height } = (await handle.boundingBox()) ?? {
			x: 0,
			y: 0,
			width: 0,
			height: 0,
		};
		await this.page.mouse.down();
		await this.page.mouse.move(x + width / 2 - pixels, y + height / 2, { steps: 5 });
		await this.page.mouse.up();
	}

	/** Downloads the file that the open node gave at an output. @returns its path and name */
	async download(output: RegExp): Promise<{ file: string; name: string }> {
		await this.output.getByText(output).click();
		await this.output.locator('[data-test-id="radio-button-binary"]').click();
		const started = this.page.waitForEvent('download');
		await this.output.getByText('Download').click();
		const download = await started;
		return { file: await download.path(), name: download.suggestedFilename() };
	}

	/** A picture of the window, without messages. */
	async takePicture(): Promise<Buffer> {
		return await this.page.screenshot({ style: CLEAN, animations: 'disabled' });
	}
}
