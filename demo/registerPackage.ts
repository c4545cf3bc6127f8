/** Makes n8n list the installed package under Settings > Community nodes. */
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

/** What n8n stores about a node, from its built file, which exports one class. */
function describe(file: string) {
	const load = createRequire(file);
	const [Node] = Object.values(load(file) as NodeModule);
	if (!Node) throw new TypeError(`${file} exports no node.`);
	const { displayName, name, version } = new Node().description;
	return { displayName, name, version: Math.max(...[version].flat()) };
}

/**
 * Adds the package and its nodes to n8n's database, which must exist already.
 * @param packageFolder The checkout: the built nodes import from its `node_modules`.
 */
export async function registerPackage(
	n8n: N8n,
	packageFolder: string,
	{ name, version, author, n8n: { nodes } }: Manifest,
): Promise<void> {
	const described = nodes.map((file) => describe(path.join(packageFolder, file)));
	await n8n.runScript(
		path.join(packageFolder, 'demo', 'n8n', 'registerPackage.mjs'),
		path.join(n8n.userFolder, '.n8n', 'database.sqlite'),
		JSON.stringify({ name, version, author, nodes: described }),
	);
}
