/** The form of a credential in n8n's editor. */
import type { Locator, Page } from 'playwright-core';
import { byTestId } from './Editor';

/** n8n scrolls within the form. */
const WHOLE_FORM =
	'.el-dialog, .el-dialog *:has([data-test-id="credential-edit-dialog"]), [data-test-id="credential-edit-dialog"] { height: auto !important; max-height: none !important; overflow: visible !important; }';

export class CredentialForm {
	private constructor(private readonly page: Page) {}

	/** Opens an empty form as a user does. @param type the name of the credential type as n8n shows it */
	static async create(page: Page, type: string): Promise<CredentialForm> {
		await page.goto('/home/credentials/create');
		await byTestId(page, 'new-credential-type-select').locator('input').click();
		await page.keyboard.type(type);
		await byTestId(page, 'new-credential-type-select-option')
			.filter({ hasText: new RegExp(`^\\s*${type}\\s*$`) })
			.click();
		await byTestId(page, 'new-credential-type-button').click();
		return await new CredentialForm(page).opened();
	}

	/** Opens a stored credential. */
	static async open(page: Page, id: string): Promise<CredentialForm> {
		await page.goto(`/home/credentials/${id}`);
		return await new CredentialForm(page).opened();
	}

	/** The window with the form. */
	get window(): Locator {
		return this.page.locator('.el-dialog');
	}

	/** The input of a field. */
	field(name: string): Locator {
		return byTestId(this.page, `parameter-input-${name}`).locator('input, textarea').first();
	}

	/** The labels and headings, from top to bottom, up to what n8n adds to every credential. */
	async labels(): Promise<string[]> {
		const texts = await byTestId(this.page, 'credential-connection-parameter').allInnerTexts();
		const labels = texts.map((text) => text.split('\n')[0]?.replace(/[\s*]+$/, '') ?? '');
		return labels.filter((label) => label !== 'Allowed HTTP Request Domains');
	}

	async choose(name: string, option: string): Promise<void> {
		await this.field(name).click();
		await this.page.getByRole('option', { name: option, exact: true }).click();
	}

	async fill(values: Readonly<Record<string, string>>): Promise<void> {
		for (const [name, value] of Object.entries(values)) await this.field(name).fill(value);
	}

	async turnOn(name: string): Promise<void> {
		await byTestId(this.page, `parameter-input-${name}`).locator('.el-switch').click();
	}

	/** Saves, upon which n8n tests. @returns what the form says about the test */
	async save(): Promise<string> {
		const tested = this.page.waitForResponse((response) =>
			response.url().endsWith('/rest/credentials/test'),
		);
		await byTestId(this.page, 'credential-save-button').click();
		const { data } = (await (await tested).json()) as { data: { status: string; message: string } };
		const message = data.status === 'OK' ? 'Connection tested successfully' : data.message;
		const shown = this.window.getByText(message).filter({ visible: true });
		const details = this.window.getByText('More details').filter({ visible: true });
		await shown.or(details).first().waitFor();
		if (await details.isVisible()) await details.click();
		return await shown.first().innerText();
	}

	/** Makes the form as high as its content. */
	async showAll(): Promise<void> {
		await this.page.addStyleTag({ content: WHOLE_FORM });
	}

	async takePicture(): Promise<Buffer> {
		await this.window.locator('.n8n-spinner').first().waitFor({ state: 'detached' });
		await this.page.mouse.move(0, 0);
		return await this.window.screenshot({ animations: 'disabled', caret: 'hide' });
	}

	private async opened(): Promise<this> {
		await byTestId(this.page, 'credential-edit-dialog').waitFor();
		return this;
	}
}
