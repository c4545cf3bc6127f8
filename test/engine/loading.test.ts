// n8n loads every package at its start: what that costs, by what is loaded.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '..', '..');
const { n8n } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
	n8n: { nodes: string[]; credentials: string[] };
};
const FORGE = path.join('mastercard', 'libraries', 'nodeForge.js');

/** The files that a new process has loaded after all nodes and credentials, as n8n loads them. */
function loadedFiles(): string[] {
	const files = [...n8n.credentials, ...n8n.nodes].map((file) => path.join(root, file));
	const script = `for (const file of ${JSON.stringify(files)}) new (Object.values(require(file))[0])();
		console.log(JSON.stringify(Object.keys(require.cache)));`;
	return JSON.parse(
		execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }),
	) as string[];
}

test('node-forge, the largest file, waits until a protected key file is opened', () => {
	const files = loadedFiles();
	expect(files).toContain(path.join(root, n8n.nodes[0] ?? ''));
	expect(existsSync(path.join(root, 'dist', FORGE))).toBe(true);
	expect(files.filter((file) => file.endsWith(FORGE))).toEqual([]);
});
