/** The editor of a real n8n in a real browser, logged in. */
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { EDITOR_LOGIN } from '../../../demo/n8nEnvironment';
import { realN8n, type RealN8n } from '../../n8n/support/realN8n';
import { startBrowser } from '../../support/browser';

/** The editor takes long to load on a machine that does other things. */
const PATIENCE_MS = 120_000;

export class Editor {
	private context?: Promise<BrowserContext>;

	private constructor(
		readonly n8n: RealN8n,
		private readonly baseURL: string,
		private readonly browser: Browser,
	) {}

	/** Starts an n8n with the package, and the browser. @param setup as for `realN8n` */
	static async start(...setup: Parameters<typeof realN8n>): Promise<Editor> {
		const n8n = await realN8n(...setup);
		try {
			const { url } = await n8n.startServer();
			return new Editor(n8n, url, await startBrowser());
		} catch (error) {
			await n8n.close();
			throw error;
		}
	}

	/** Opens a page of its own, for the editor keeps what was not saved. The pages share a login and the files of the editor. */
	async newPage(viewport = { width: 1600, height: 1200 }): Promise<Page> {
		this.context ??= this.logIn();
		const page = await (await this.context).newPage();
		page.setDefaultTimeout(PATIENCE_MS);
		await page.setViewportSize(viewport);
		return page;
	}

	private async logIn(): Promise<BrowserContext> {
		const context = await this.browser.newContext({ baseURL: this.baseURL });
		await context.request.post('/rest/login', {
			data: { emailOrLdapLoginId: EDITOR_LOGIN.email, password: EDITOR_LOGIN.password },
		});
		return context;
	}

	async close(): Promise<void> {
		await this.browser.close();
		await this.n8n.close();
	}
}

export const byTestId = (page: Page, id: string): Locator => page.locator(`[data-test-id="${id}"]`);
