// What a chart draws, as one short line of text for each mark: position, colour and words.
import type { Markup } from '../../report/markup';
import { findAll, getText, parseMarkup, type MarkupNode } from './parseMarkup';

/** "var(--muted, #55606e)" is "muted". */
const readColour = (value = 'no colour') => /^var\(--(\w+), #\w{6}\)$/.exec(value)?.[1] ?? value;

/** To hundredths. */
const at = (x = '', y = '') =>
	`${Math.round(Number(x) * 100) / 100},${Math.round(Number(y) * 100) / 100}`;

const join = (...parts: (string | null | undefined)[]) =>
	parts.filter((part) => part != null && part !== '').join(' ');

function read(svg: Markup | null, name: string, describe: (mark: MarkupNode) => string): string[] {
	if (svg === null) throw new Error('Nothing is drawn.');
	return findAll(parseMarkup(svg.text), name).map(describe);
}

/** `x,y anchor colour size weight: text`; start, ink and the usual size and weight are left out. */
export const readTexts = (svg: Markup | null): string[] =>
	read(svg, 'text', (mark) => {
		const { x, y, fill, ...rest } = mark.attributes;
		const colour = readColour(fill);
		if (rest['dominant-baseline'] !== 'middle') throw new Error('A text is not beside its mark.');
		const style = join(
			rest['text-anchor'],
			colour === 'ink' ? '' : colour,
			rest['font-size'] && `${rest['font-size']} px`,
			rest['font-weight'] && `weight ${rest['font-weight']}`,
		);
		return `${join(at(x, y), style)}: ${getText(mark)}`;
	});

/** `x1,y1 to x2,y2 colour width dashes`. */
export const readLines = (svg: Markup | null): string[] =>
	read(svg, 'line', ({ attributes: { x1, y1, x2, y2, stroke, ...rest } }) =>
		join(
			`${at(x1, y1)} to ${at(x2, y2)}`,
			readColour(stroke),
			rest['stroke-width'],
			rest['stroke-dasharray'] && `dashed ${rest['stroke-dasharray']}`,
		),
	);

/** `x,y width x height fill opacity outline`. */
export const readRects = (svg: Markup | null): string[] =>
	read(svg, 'rect', ({ attributes: { x, y, width, height, fill, stroke, ...rest } }) =>
		join(
			`${at(x, y)} ${String(width)} x ${String(height)}`,
			readColour(fill),
			rest['fill-opacity'],
			stroke && `outlined ${readColour(stroke)}`,
			rest['stroke-dasharray'] && `dashed ${rest['stroke-dasharray']}`,
		),
	);

/** `x,y radius fill outline`. */
export const readCircles = (svg: Markup | null): string[] =>
	read(svg, 'circle', ({ attributes: { cx, cy, r, fill, stroke, ...rest } }) =>
		join(
			`${at(cx, cy)} r ${String(r)} ${readColour(fill)}`,
			stroke && `outlined ${readColour(stroke)} ${String(rest['stroke-width'])}`,
		),
	);

/** `path colour width dashes`. */
export const readPaths = (svg: Markup | null): string[] =>
	read(svg, 'path', ({ attributes: { d, fill, stroke, ...rest } }) =>
		join(
			d,
			fill === 'none' ? '' : `filled ${readColour(fill)} ${String(rest['fill-opacity'])}`,
			stroke && readColour(stroke),
			rest['stroke-width'],
			rest['stroke-dasharray'] && `dashed ${rest['stroke-dasharray']}`,
		),
	);

/** The size of the picture, and what a screen reader says of it. */
export function readPicture(svg: Markup | null) {
	const [picture] = findAll(parseMarkup(svg?.text ?? ''), 'svg');
	if (picture === undefined) throw new Error('Nothing is drawn.');
	const [title, description] = ['title', 'desc'].flatMap((name) => findAll(picture, name));
	const label = picture.attributes['aria-labelledby'];
	if (label !== `${String(title?.attributes.id)} ${String(description?.attributes.id)}`)
		throw new Error(`${String(label)} are not the title and the description.`);
	return {
		viewBox: picture.attributes.viewBox,
		role: picture.attributes.role,
		label,
		title: title && getText(title),
		description: description && getText(description),
	};
}
