/** What every chart has: a picture for the eye, a description for a screen reader, and the same numbers as a table. */
import { element, type Content, type Markup } from '../markup';

export interface Chart {
	/** For links and IDs: letters only. */
	name: string;
	title: string;
	/** One or two sentences: what is shown, and how to read it. */
	description: string;
	/** Null where there is nothing to draw; then the description says why. */
	svg: Markup | null;
	columns: string[];
	rows: string[][];
}

/** Width of all charts in their own units; at 400 pixels of screen, text stays about as large as it is written. */
export const WIDTH = 400;

/** Colours by meaning. The document sets the variables for light and dark; the values after the comma stand alone. */
export const COLOUR = {
	ink: 'var(--ink, #1c2530)',
	muted: 'var(--muted, #55606e)',
	grid: 'var(--grid, #d9dee5)',
	accent: 'var(--accent, #1f5fa8)',
	down: 'var(--down, #a83c16)',
	up: 'var(--up, #14704f)',
	surface: 'var(--surface, #ffffff)',
} as const;

const FONT_SIZE = 13;

/** The picture of a chart. The texts inside are not read one by one: a screen reader gets title and description. */
export function drawSvg(
	{ name, title, description }: Pick<Chart, 'name' | 'title' | 'description'>,
	height: number,
	...content: Content[]
): Markup {
	return element(
		'svg',
		{
			xmlns: 'http://www.w3.org/2000/svg',
			viewBox: `0 0 ${WIDTH} ${round(height)}`,
			role: 'img',
			'aria-labelledby': `${name}-title ${name}-description`,
			'font-family': 'system-ui, sans-serif',
			'font-size': FONT_SIZE,
		},
		element('title', { id: `${name}-title` }, title),
		element('desc', { id: `${name}-description` }, description),
		...content,
	);
}

interface TextStyle {
	anchor?: 'start' | 'middle' | 'end';
	fill?: string;
	size?: number;
	weight?: number;
}

export function drawText(
	x: number,
	y: number,
	content: string,
	{ anchor = 'start', fill = COLOUR.ink, size, weight }: TextStyle = {},
): Markup {
	return element(
		'text',
		{
			x: round(x),
			y: round(y),
			'text-anchor': anchor === 'start' ? null : anchor,
			'dominant-baseline': 'middle',
			fill,
			'font-size': size ?? null,
			'font-weight': weight ?? null,
		},
		content,
	);
}

export function drawLine(
	[x1, y1]: readonly [number, number],
	[x2, y2]: readonly [number, number],
	stroke: string = COLOUR.grid,
	dash: string | null = null,
): Markup {
	return element('line', {
		x1: round(x1),
		y1: round(y1),
		x2: round(x2),
		y2: round(y2),
		stroke,
		'stroke-dasharray': dash,
	});
}

export function drawRect(
	x: number,
	y: number,
	width: number,
	height: number,
	attributes: Record<string, string | number>,
): Markup {
	return element('rect', {
		x: round(x),
		y: round(y),
		width: round(Math.max(0, width)),
		height: round(Math.max(0, height)),
		...attributes,
	});
}

export function drawPath(d: string | null, attributes: Record<string, string | number>): Markup {
	return element('path', { d: d ?? '', fill: 'none', ...attributes });
}

/** Hundredths are finer than any screen, and shorter than what a division leaves. */
export function round(value: number): number {
	return Math.round(value * 100) / 100;
}

/** A label that fits its column; the table beneath has it in full. */
export function shorten(text: string, characters: number): string {
	const all = [...text];
	return all.length <= characters ? text : `${all.slice(0, characters - 1).join('')}…`;
}
