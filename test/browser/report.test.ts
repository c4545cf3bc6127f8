/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// The report file in a real browser: accessible, in bounds, and harmless whatever its texts are.
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { renderEmail } from '../../report/html/renderEmail';
import { renderReport } from '../../report/html/renderReport';
import { startBrowser } from '../support/browser';
import { REPORTS } from '../support/renderedReports';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
beforeAll(async () => {
	browser = await startBrowser();
});
afterAll(async () => {
	await browser?.close();
});

interface View {
	width: number;
	colorScheme: 'light' | 'dark';
	media?: 'print';
}

/** Opens a page, runs `look` in it, and returns what it gave besides everything that the page tried to do. */
async function open<Result>(html: string, view: View, look: (page: Page) => Promise<Result>) {
	const context = await browser.newContext({
		viewport: { width: view.width, height: 1000 },
		colorScheme: view.colorScheme,
		// For axe alone, which is put into the page as a script.
		bypassCSP: true,
	});
	const page = await context.newPage();
	const events: string[] = [];
	page.on('request', (request) => events.push(`request ${request.url()}`));
	page.on('dialog', (dialog) => {
		events.push(`dialog ${dialog.message()}`);
		void dialog.dismiss();
	});
	page.on('pageerror', (error) => events.push(`error ${error.message}`));
	page.on('console', (message) => events.push(`console ${message.text()}`));
	try {
		await page.setContent(html, { waitUntil: 'load' });
		if (view.media !== undefined) await page.emulateMedia({ media: view.media });
		return { result: await look(page), events };
	} finally {
		await context.close();
	}
}

/** Violations of WCAG 2.2 A and AA and of axe's best practices, each with the elements. */
async function findViolations(page: Page): Promise<string[]> {
	await page.evaluate(AXE);
	return await page.evaluate(async () => {
		const { axe } = window as unknown as {
			axe: { run(): Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }> };
		};
		const { violations } = await axe.run();
		return violations.map(
			({ id, nodes }) => `${id}: ${JSON.stringify(nodes.map(({ target }) => target))}`,
		);
	});
}

const VIEWS: View[] = [
	{ width: 1600, colorScheme: 'light' },
	{ width: 400, colorScheme: 'light' },
	{ width: 1600, colorScheme: 'dark' },
	{ width: 400, colorScheme: 'dark' },
	{ width: 700, colorScheme: 'light', media: 'print' },
];

describe.each(Object.keys(REPORTS))('%s', (name) => {
	let html: string;
	let email: string;
	beforeAll(async () => {
		const report = await REPORTS[name]?.();
		if (report === undefined) throw new Error(`There is no report ${name}.`);
		html = renderReport(report);
		email = `<!DOCTYPE html><html lang="en"><title>E-mail</title><main>${renderEmail(report)}</main></html>`;
	});

	it.each(VIEWS)('is accessible and stays within the page with %j', async (view) => {
		const { events, result } = await open(html, view, async (page) => ({
			violations: await findViolations(page),
			overflow: await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
		}));
		expect(result.violations).toEqual([]);
		expect(result.overflow).toBeLessThanOrEqual(0);
		expect(events).toEqual([]);
	});

	it('contains the elements of a report, and no other', async () => {
		const { result } = await open(html, { width: 1600, colorScheme: 'light' }, (page) =>
			page.evaluate(() => ({
				names: [...new Set([...document.querySelectorAll('*')].map(({ localName }) => localName))],
				handlers: [...document.querySelectorAll('*')].flatMap((one) =>
					one.getAttributeNames().filter((attribute) => /^(on|href|src|xlink)/.test(attribute)),
				),
				styles: document.querySelectorAll('style').length,
				charts: document.querySelectorAll('svg[role="img"]').length,
				describedCharts: [...document.querySelectorAll('svg')].filter(
					(svg) =>
						(svg.querySelector('title')?.textContent ?? '') !== '' &&
						(svg.querySelector('desc')?.textContent ?? '') !== '',
				).length,
				chartsWithTable: [...document.querySelectorAll('figure')].filter(
					(figure) =>
						figure.querySelector('svg') !== null && figure.querySelector('table') !== null,
				).length,
			})),
		);
		const allowed = [
			'html',
			'head',
			'meta',
			'title',
			'style',
			'body',
			'header',
			'main',
			'section',
			'h1',
			'h2',
			'h3',
			'p',
			'ul',
			'li',
			'dl',
			'dt',
			'dd',
			'div',
			'figure',
			'details',
			'summary',
			'table',
			'caption',
			'thead',
			'tbody',
			'tr',
			'th',
			'td',
			'bdi',
			'svg',
			'desc',
			'g',
			'rect',
			'line',
			'path',
			'circle',
			'text',
		];
		expect(result.names.filter((one) => !allowed.includes(one))).toEqual([]);
		expect(result.handlers).toEqual([]);
		expect(result.styles).toBe(1);
		expect(result.describedCharts).toBe(result.charts);
		expect(result.chartsWithTable).toBe(result.charts);
	});

	it('as an e-mail consists of tables only, and is as harmless', async () => {
		const { events, result } = await open(
			email,
			{ width: 700, colorScheme: 'light' },
			async (page) => ({
				violations: await findViolations(page),
				names: await page.evaluate(() => [
					...new Set([...document.querySelectorAll('main *')].map(({ localName }) => localName)),
				]),
			}),
		);
		expect(
			result.names.filter((one) => !['table', 'tbody', 'tr', 'td', 'th', 'b'].includes(one)),
		).toEqual([]);
		expect(
			result.violations.filter((violation) => !/^(region|page-has-heading)/.test(violation)),
		).toEqual([]);
		expect(events).toEqual([]);
	});

	it('shows no full card number', () => {
		expect(html + email).not.toMatch(/5425 ?2334 ?3010 ?9903/);
	});
});

it('can be read with the keyboard alone: every table and every list of numbers is reached', async () => {
	const report = await REPORTS['a review of 60 cards']?.();
	if (report === undefined) throw new Error('There is no such report.');
	const { result } = await open(
		renderReport(report),
		{ width: 400, colorScheme: 'light' },
		async (page) => {
			const stops = await page.evaluate(() => document.querySelectorAll('summary, .scroll').length);
			const reached = new Set<string>();
			for (let stop = 0; stop < stops; stop++) {
				await page.keyboard.press('Tab');
				reached.add(
					await page.evaluate(() => {
						const all = [...document.querySelectorAll('summary, .scroll')];
						return String(all.indexOf(document.activeElement as Element));
					}),
				);
			}
			return { stops, reached: reached.size };
		},
	);
	expect(result.reached).toBe(result.stops);
});
