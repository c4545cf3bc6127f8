import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Closing } from '../../demo/openUserFolder';
import { openUserFolder } from '../../demo/openUserFolder';
import { demoArguments } from '../../demo/demoArguments';

const newState = () => path.join(mkdtempSync(path.join(tmpdir(), 'state-')), '.state');

test('each --once has a folder of its own, gone at the end', async () => {
	const state = newState();
	const closing: Closing[] = [];
	const args = demoArguments(['--once']);
	const folders = [
		await openUserFolder(state, args, closing),
		await openUserFolder(state, args, closing),
	];
	expect(new Set(folders).size).toBe(2);
	expect(folders.every(existsSync)).toBe(true);
	for (const close of closing) await close();
	expect(folders.some(existsSync)).toBe(false);
});

test("the editor's folder keeps what is in it, until --fresh", async () => {
	const state = newState();
	const closing: Closing[] = [];
	const folder = await openUserFolder(state, demoArguments([]), closing);
	const edit = path.join(folder, 'edit');
	expect(existsSync(folder)).toBe(true);
	writeFileSync(edit, '');
	await openUserFolder(state, demoArguments([]), closing);
	expect(existsSync(edit)).toBe(true);
	await openUserFolder(state, demoArguments(['--fresh']), closing);
	expect(existsSync(edit)).toBe(false);
	expect(closing).toEqual([]);
});
