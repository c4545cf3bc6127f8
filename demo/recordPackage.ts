/** Lists the installed package under Settings > Community nodes. */
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Manifest } from './installCommunityPackage';
import type { N8n } from './N8n';

interface NodeDescription {
	displayName: string;
	name: string;
	version: number | number[];
}

type NodeModule = Record<string, new () => { description: NodeDescription }>;

/** The built node's own description; the file exports one class. */
function describe(file: string) {
	const load = createRequire(file);
	const [Node] = Object.values(load(file) as NodeModule);
	if (!Node) throw new TypeError(`${file} exports no node.`);
	const { displayName, name, version } = new Node().description;
	return { displayName, name, version: Math.max(...[version].flat()) };
}

/**
 * Enters the package and its nodes in n8n's database, which must have been used before.
 * @param packageFolder The checkout: its `node_modules` has what the built nodes import.
 */
export async function recordPackage(
	n8n: N8n,
	packageFolder: string,
	{ name, version, author, n8n: { nodes } }: Manifest,
): Promise<void> {
	const described = nodes.map((file) => describe(path.join(packageFolder, file)));
	await n8n.script(
		path.join(packageFolder, 'demo', 'n8n', 'recordPackage.mjs'),
		path.join(n8n.userFolder, '.n8n', 'database.sqlite'),
		JSON.stringify({ name, version, author, nodes: described }),
	);
}
