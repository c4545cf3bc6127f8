import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { copyWorkflowsForCustomNodes, linkPackage } from '../../demo/linkPackage';

const NAME = 'n8n-nodes-example';
const temporary = (name: string) => mkdtempSync(path.join(tmpdir(), `${name}-`));

test('n8n sees each new build of the nodes, and nothing else of the checkout', async () => {
	const root = temporary('checkout');
	const userFolder = temporary('user');
	mkdirSync(path.join(root, 'dist'));
	mkdirSync(path.join(root, 'node_modules'));
	await linkPackage(root, NAME, userFolder);
	await linkPackage(root, NAME, userFolder);

	writeFileSync(path.join(root, 'dist', 'Example.node.js'), 'built');
	const linked = path.join(userFolder, '.n8n', 'custom', 'node_modules', NAME);
	expect(readdirSync(linked)).toEqual(['Example.node.js']);
	expect(readdirSync(root).sort()).toEqual(['dist', 'node_modules']);
});

test("a workflow's nodes of this package become custom nodes; everything else stays", async () => {
	const examples = temporary('examples');
	const copies = path.join(temporary('user'), 'workflows');
	const types = [`${NAME}.score`, 'n8n-nodes-base.set', `${NAME}-other.score`];
	writeFileSync(path.join(examples, 'a.json'), JSON.stringify({ types, notes: `See ${NAME}.` }));
	writeFileSync(path.join(examples, 'README.md'), '');
	mkdirSync(copies);
	writeFileSync(path.join(copies, 'deleted-example.json'), '{}');

	await copyWorkflowsForCustomNodes(examples, NAME, copies);
	expect(readdirSync(copies)).toEqual(['a.json']);
	expect(JSON.parse(readFileSync(path.join(copies, 'a.json'), 'utf8'))).toEqual({
		types: ['CUSTOM.score', 'n8n-nodes-base.set', `${NAME}-other.score`],
		notes: `See ${NAME}.`,
	});
});
