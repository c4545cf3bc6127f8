/** The example workflows as files. */
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface Workflow {
	id: string;
	nodes: Array<{ name: string; type: string; parameters: { jsonOutput?: string } }>;
	connections: Record<string, { main: Array<Array<{ node: string }>> }>;
}

export const folder = path.join(__dirname, '../../../examples');
export const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
export const read = (file: string) =>
	JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Workflow;

/** The names of all nodes upstream of a CCA node. */
export function ancestorsOfCardNodes({ nodes, connections }: Workflow): Set<string> {
	const found = new Set<string>();
	const wanted = nodes.filter(({ type }) => /\.cca/.test(type)).map(({ name }) => name);
	while (wanted.length > 0) {
		const target = wanted.pop();
		for (const [from, { main }] of Object.entries(connections)) {
			if (found.has(from) || !main.flat().some(({ node }) => node === target)) continue;
			found.add(from);
			wanted.push(from);
		}
	}
	return found;
}

export const getName = (file: string) => path.basename(file, '.json');

/**
 * Writes copies of the examples in which no credential is selected.
 * @param suffix Appended to their IDs.
 * @returns Their folder.
 */
export function copiesWithoutCredential(suffix: string): string {
	const copies = mkdtempSync(path.join(tmpdir(), 'without-credential-'));
	for (const file of files) {
		const { id, nodes, ...rest } = read(file);
		const without = nodes.map((node) => ({ ...node, credentials: undefined }));
		const copy = { ...rest, id: `${id}${suffix}`, nodes: without };
		writeFileSync(path.join(copies, file), JSON.stringify(copy));
	}
	return copies;
}
