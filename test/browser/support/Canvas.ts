/// <reference lib="dom" />
/** The canvas of a workflow in n8n's editor: how it looks. */
import type { Page } from 'playwright-core';
import { byTestId } from './Editor';

/** Messages, and on the canvas dots and buttons, are no part of a picture. */
export const CLEAN = `
	.vue-flow__background, .vue-flow__panel, .el-notification,
	[data-test-id="canvas-controls"], [data-test-id="node-creator-plus-button"], [data-test-id="main-header"],
	:has(> [data-test-id="execute-workflow-button"]), :has(> [data-test-id="execute-workflow-button"]) ~ *
	{ visibility: hidden !important; }`;

export class Canvas {
	constructor(private readonly page: Page) {}

	private get area() {
		return this.page.locator('.vue-flow');
	}

	/** How large n8n shows the canvas, in pixels, and what is on it, as a part of its full size. */
	async measure(): Promise<{ zoom: number; width: number }> {
		return await this.area.evaluate((canvas) => {
			const node = canvas.querySelector<HTMLElement>('.vue-flow__node');
			const zoom = node === null ? 0 : node.getBoundingClientRect().width / node.offsetWidth;
			return { zoom, width: canvas.getBoundingClientRect().width };
		});
	}

	/** The beginnings of the notes whose text does not fit into them. */
	async findCutNotes(): Promise<string[]> {
		return await this.area.evaluate((canvas) =>
			[...canvas.querySelectorAll('.n8n-sticky')]
				.filter((note) => {
					const { bottom } = note.getBoundingClientRect();
					return [...note.querySelectorAll('p, h2, h3, li')].some(
						(text) => text.getBoundingClientRect().bottom > bottom,
					);
				})
				.map((note) => (note.textContent ?? '').slice(0, 40)),
		);
	}

	/** A picture of the part of the canvas that has nodes and notes, without the buttons over it. */
	async takePicture(): Promise<Buffer> {
		const clip = await this.area.evaluate((canvas, margin) => {
			const boxes = [...canvas.querySelectorAll('.vue-flow__node')].map((node) =>
				node.getBoundingClientRect(),
			);
			const left = Math.min(...boxes.map((box) => box.left)) - margin;
			const top = Math.min(...boxes.map((box) => box.top)) - margin;
			const right = Math.max(...boxes.map((box) => box.right)) + margin;
			// Below a node stand its name and what it does.
			const bottom = Math.max(...boxes.map((box) => box.bottom)) + 2 * margin;
			return { x: left, y: top, width: right - left, height: bottom - top };
		}, 40);
		return await this.page.screenshot({ clip, style: CLEAN, animations: 'disabled' });
	}

	/** Waits until n8n has fitted the workflow into the window. */
	async settle(): Promise<void> {
		await byTestId(this.page, 'canvas-node').first().waitFor();
		await this.page.waitForFunction(
			async () => {
				const frame = () =>
					new Promise((resolve) => {
						requestAnimationFrame(resolve);
					});
				const where = () => {
					const pane = document.querySelector('.vue-flow__transformationpane');
					return pane === null ? '' : getComputedStyle(pane).transform;
				};
				await document.fonts.ready;
				const before = where();
				for (let frames = 0; frames < 20; frames++) {
					await frame();
					if (where() !== before) return false;
				}
				return before !== '' && before !== 'matrix(1, 0, 0, 1, 0, 0)';
			},
			undefined,
			{ polling: 200 },
		);
	}
}
