/** Builds HTML and SVG in which every text and attribute is escaped: only {@link element} makes markup. */

/** Finished markup. Texts are escaped when they become part of it. */
export class Markup {
	constructor(readonly text: string) {}
}

export type Content = Markup | string | null | readonly Content[];
export type Attributes = Readonly<Record<string, string | number | null>>;

const VOID_ELEMENTS = new Set(['meta', 'br']);

/**
 * @param name Of the element, from the program, never from outside.
 * @param attributes Those that are null are left out.
 */
export function element(name: string, attributes: Attributes, ...content: Content[]): Markup {
	const written = Object.entries(attributes)
		.flatMap(([key, value]) => (value === null ? [] : [` ${key}="${escapeText(String(value))}"`]))
		.join('');
	if (VOID_ELEMENTS.has(name)) return new Markup(`<${name}${written}>`);
	return new Markup(`<${name}${written}>${render(content)}</${name}>`);
}

/** The markup of a list, in order. */
export function render(content: Content): string {
	if (content === null) return '';
	if (typeof content === 'string') return escapeText(content);
	if (content instanceof Markup) return content.text;
	return content.map(render).join('');
}

const ESCAPES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

function escapeText(text: string): string {
	return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}
