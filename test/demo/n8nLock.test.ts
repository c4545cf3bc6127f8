import { readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.join(__dirname, '../../demo/n8n');
const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');
const { dependencies } = JSON.parse(read('package.json')) as {
	dependencies: Record<string, string>;
};
const lock = read('pnpm-lock.yaml');

test('n8n is locked to one version, 2.40 or newer', () => {
	const [major = 0, minor = 0] = (dependencies.n8n ?? '').split('.').map(Number);
	expect(major * 1000 + minor).toBeGreaterThanOrEqual(2040);
	expect(lock).toContain(`  n8n@${dependencies.n8n}:\n    resolution: {integrity: sha512-`);
});

test('the lock file ties no one to a registry, and every package has its checksum', () => {
	expect(lock).not.toMatch(/tarball:|https?:\/\//);
	const resolutions = lock.match(/^ {4}resolution: .*$/gm) ?? [];
	expect(resolutions.length).toBeGreaterThan(1000);
	expect(resolutions.filter((line) => !line.includes('integrity: sha512-'))).toEqual([]);
});

test('the database driver is the one that needs no compiler', () => {
	expect(read('pnpm-workspace.yaml')).toMatch(/^ {2}sqlite3: link:\.\/sqlite3$/m);
	expect(lock).not.toMatch(/^ {2}sqlite3@\d/m);
});
