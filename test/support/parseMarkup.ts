// Reads the report's HTML and SVG back: what is where, with which attributes and texts. It expects every element to be closed.

export interface MarkupNode {
	name: string;
	attributes: Record<string, string>;
	children: (MarkupNode | string)[];
}

const VOID_ELEMENTS = ['meta', 'br'];
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

const unescape = (text: string) =>
	text.replace(/&(#?\w+);/g, (_, name: string) => ENTITIES[name] ?? `unknown entity ${name}`);

/** @returns A node that holds all of the markup. */
export function parseMarkup(markup: string): MarkupNode {
	const root: MarkupNode = { name: 'root', attributes: {}, children: [] };
	const open = [root];
	const inner = () => open.at(-1) ?? root;
	for (const [, end, name = '', attributes = '', text = ''] of markup.matchAll(
		/<(\/?)([\w-]+)((?: [\w:-]+="[^"]*")*)>|([^<]+)/g,
	)) {
		if (name === '') inner().children.push(unescape(text));
		else if (end === '/') {
			const closed = open.pop();
			if (closed?.name !== name) throw new Error(`</${name}> closes <${String(closed?.name)}>.`);
		} else {
			const node: MarkupNode = { name, attributes: parseAttributes(attributes), children: [] };
			inner().children.push(node);
			if (!VOID_ELEMENTS.includes(name)) open.push(node);
		}
	}
	if (open.length > 1) throw new Error(`<${inner().name}> is not closed.`);
	return root;
}

function parseAttributes(text: string): Record<string, string> {
	return Object.fromEntries(
		[...text.matchAll(/ ([\w:-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [
			name,
			unescape(value),
		]),
	);
}

/** All elements of that name below a node, in the order of the document. */
export function findAll(node: MarkupNode, name: string): MarkupNode[] {
	return node.children.flatMap((child) =>
		typeof child === 'string'
			? []
			: [...(child.name === name ? [child] : []), ...findAll(child, name)],
	);
}

/** The only element of that name. */
export function findOne(node: MarkupNode, name: string): MarkupNode {
	const [found, ...others] = findAll(node, name);
	if (found === undefined || others.length > 0)
		throw new Error(`There are ${others.length + (found ? 1 : 0)} elements ${name}.`);
	return found;
}

/** The elements right below a node. */
export function getElements({ children }: MarkupNode): MarkupNode[] {
	return children.filter((child) => typeof child !== 'string');
}

export function getText({ children }: MarkupNode): string {
	return children.map((child) => (typeof child === 'string' ? child : getText(child))).join('');
}

/** The cells of a table, row by row; the first row has the names of the columns. */
export function readTable(table: MarkupNode): string[][] {
	return findAll(table, 'tr').map((row) => getElements(row).map(getText));
}
