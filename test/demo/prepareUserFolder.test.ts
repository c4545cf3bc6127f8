import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Cleanup } from '../../demo/prepareUserFolder';
import { prepareUserFolder } from '../../demo/prepareUserFolder';

const keep = { once: false, fresh: false };

const newState = () => path.join(mkdtempSync(path.join(tmpdir(), 'state-')), '.state');

test('each --once has its own folder, removed at the end', async () => {
	const state = newState();
	const cleanups: Cleanup[] = [];
	const options = { once: true, fresh: false };
	const folders = [
		await prepareUserFolder(state, 'editor', options, cleanups),
		await prepareUserFolder(state, 'editor', options, cleanups),
	];
	expect(new Set(folders).size).toBe(2);
	expect(folders.every(existsSync)).toBe(true);
	for (const cleanup of cleanups) await cleanup();
	expect(folders.some(existsSync)).toBe(false);
});

test('a named folder keeps its contents until --fresh', async () => {
	const state = newState();
	const cleanups: Cleanup[] = [];
	const folder = await prepareUserFolder(state, 'editor', keep, cleanups);
	const edit = path.join(folder, 'edit');
	expect(existsSync(folder)).toBe(true);
	writeFileSync(edit, '');
	await prepareUserFolder(state, 'editor', keep, cleanups);
	expect(existsSync(edit)).toBe(true);
	await prepareUserFolder(state, 'editor', { once: false, fresh: true }, cleanups);
	expect(existsSync(edit)).toBe(false);
	expect(cleanups).toEqual([]);
});
