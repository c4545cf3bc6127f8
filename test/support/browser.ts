// The Chromium or Chrome of this machine.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** Starts the browser. @throws one sentence when there is none. */
export async function startBrowser(): Promise<Browser> {
	const folders = (process.env.PATH ?? '').split(path.delimiter);
	const candidates = [
		process.env.CHROME_PATH ?? '',
		...NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))),
		'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	];
	const executablePath = candidates.find((file) => file !== '' && existsSync(file));
	if (executablePath === undefined)
		throw new Error(
			'These tests need Chromium or Chrome: install one of them, or set CHROME_PATH to its program file.',
		);
	return await chromium.launch({
		executablePath,
		args: [
			'--headless',
			'--no-sandbox',
			'--disable-gpu',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
		],
	});
}
