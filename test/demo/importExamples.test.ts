import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { importCredentials, importWorkflows } from '../../demo/importExamples';
import { fakeN8n } from './support/fakeN8n';

const COUNTING = `
const { appendFileSync, readFileSync } = require('node:fs');
const input = process.argv.find((word) => word.startsWith('--input=')).slice('--input='.length);
appendFileSync('calls', process.argv.slice(2).join(' ') + '\\n');
if (process.argv[2] === 'import:credentials') appendFileSync('seen', readFileSync(input));
console.log('Successfully imported 2 workflows.');
`;

function folderWith(files: Record<string, string>): string {
	const folder = mkdtempSync(path.join(tmpdir(), 'examples-'));
	for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
	return folder;
}

test('plain credential values reach n8n and do not stay on disk', async () => {
	const { n8n } = await fakeN8n(COUNTING);
	const credential = { id: '1', name: 'Mastercard API', type: 'mastercardApi', data: { k: 'v' } };
	await importCredentials(n8n, [credential]);
	const seen = readFileSync(path.join(n8n.userFolder, 'seen'), 'utf8');
	expect(JSON.parse(seen)).toEqual([credential]);
	expect(existsSync(path.join(n8n.userFolder, 'credentials.json'))).toBe(false);
});

test('workflows are imported again only when the examples change, so that edits stay', async () => {
	const { n8n } = await fakeN8n(COUNTING);
	const folder = folderWith({ 'a.json': '{}', 'b.json': '{}', 'README.md': 'first' });
	const calls = () =>
		readFileSync(path.join(n8n.userFolder, 'calls'), 'utf8').split('\n').length - 1;

	await importWorkflows(n8n, folder);
	writeFileSync(path.join(folder, 'README.md'), 'second');
	await importWorkflows(n8n, folder);
	expect(calls()).toBe(1);

	writeFileSync(path.join(folder, 'b.json'), '{"name":"changed"}');
	await importWorkflows(n8n, folder);
	expect(calls()).toBe(2);
});

test('a workflow that n8n skips is not passed over', async () => {
	const { n8n } = await fakeN8n(COUNTING);
	const folder = folderWith({ 'a.json': '{}', 'b.json': '{}', 'c.json': 'broken' });
	await expect(importWorkflows(n8n, folder)).rejects.toThrow(
		/did not import all of a\.json, b\.json, c\.json/,
	);
});
