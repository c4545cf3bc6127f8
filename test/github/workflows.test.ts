// What the workflows on GitHub may do: foreign code only as pinned, and a release only by a job that runs none of it.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.join(__dirname, '..', '..', '.github', 'workflows');
const workflows = readdirSync(folder).map((name) => ({
	name,
	text: readFileSync(path.join(folder, name), 'utf8'),
}));

/** Each job's lines, by its name: the keys two spaces below `jobs:`. */
function getJobs(text: string): Map<string, string> {
	const [, jobs = ''] = text.split(/^jobs:\n/m);
	return new Map(
		jobs
			.split(/^(?= {2}[\w-]+:\n)/m)
			.filter((job) => job.trim() !== '')
			.map((job) => [job.trim().split(':')[0] ?? '', job]),
	);
}

test.each(workflows)('$name runs actions only by commit, and names their version', ({ text }) => {
	const actions = [...text.matchAll(/\buses:\s*(.*)/g)].map(([, action]) => action);
	expect(actions.length).toBeGreaterThan(0);
	expect(
		actions.filter(
			(action) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action ?? ''),
		),
	).toEqual([]);
});

test.each(workflows)('$name reads the repository only, unless a job says otherwise', ({ text }) => {
	expect(text.split(/^jobs:\n/m)[0]).toMatch(/^permissions:\n {2}contents: read\n$/m);
	expect(text).not.toMatch(/secrets\.|pull_request_target|write-all/);
});

describe('only the publishing job can sign a release', () => {
	const jobs = workflows.flatMap(({ name, text }) =>
		[...getJobs(text)].map(([job, lines]) => ({ id: `${name} ${job}`, lines })),
	);
	const publish = jobs.find(({ id }) => id === 'publish.yml publish')?.lines ?? '';

	test('no other job requests an identity, or any right to write', () => {
		const able = jobs.filter(({ lines }) => /id-token|: write/.test(lines)).map(({ id }) => id);
		expect(able).toEqual(['publish.yml publish']);
		expect(publish.match(/^ {6}[\w-]+: \w+$/gm)).toContain('      id-token: write');
	});

	test('it waits for the environment to be approved', () => {
		expect(publish).toMatch(/^ {4}environment: npm$/m);
	});

	test('it runs nothing of the repository, nor of its dependencies', () => {
		expect(publish).not.toMatch(/checkout|npm (ci|install|i|run|test|exec)\b|npx|\.ci\/|node /);
		expect(publish).toMatch(/npm publish .*--ignore-scripts/);
	});

	test('it publishes the tarball that was tested, by its hash, or nothing', () => {
		expect(publish).toMatch(/needs: build/);
		const check = publish.indexOf('sha256sum --check --strict');
		expect(check).toBeGreaterThan(0);
		expect(publish.indexOf('npm publish')).toBeGreaterThan(check);
		expect(publish).toContain('SHA256: ${{ needs.build.outputs.sha256 }}');
	});
});
