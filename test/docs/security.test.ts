// SECURITY.md: every promise names what holds it, and the tests it names exist.
import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '..', '..');
const page = readFileSync(path.join(root, 'SECURITY.md'), 'utf8');
const section =
	/## What is defended, and the test that holds it\n([^]*?)\n## /.exec(page)?.[1] ?? '';
const promises = section
	.split('\n')
	.map((line) => /^\| (.+?) +\| (.+?) +\|$/.exec(line) ?? [])
	.filter(([, promise = '']) => promise !== '' && promise !== 'Promise' && !/^-+$/.test(promise))
	.map(([, promise = '', heldBy = '']) => ({ promise, heldBy }));

test('there are promises', () => {
	expect(promises.length).toBeGreaterThan(40);
});

test.each(promises)('$promise', ({ heldBy }) => {
	// A file, or a command that `.ci/run` runs.
	expect(heldBy).toMatch(/\]\([\w./-]+\)|`npm (test|run \w+)`/);
	for (const [, file = '', name = ''] of heldBy.matchAll(/\]\(([\w./-]+)\), "([^"]+)"/g))
		expect(readFileSync(path.join(root, file), 'utf8').replace(/\\'/g, "'")).toContain(name);
});
