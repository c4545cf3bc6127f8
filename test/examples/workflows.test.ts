import path from 'node:path';
import { files, read, readText } from './files';

const packageName = 'n8n-nodes-mastercard-credit-analytics';

describe.each(files)('%s', (file) => {
	const workflow = read(file);
	const names = workflow.nodes.map(({ name }) => name);

	test('has its own ID, for the demo and for repeated imports', () => {
		const ids = files.map((other) => read(other).id);
		expect(ids.filter((id) => id === workflow.id)).toHaveLength(1);
		expect(new Set(names).size).toBe(names.length);
		expect(new Set(workflow.nodes.map(({ id }) => id)).size).toBe(names.length);
	});

	test('is inactive, saves no card data and has no pinned data', () => {
		expect(workflow.active).toBe(false);
		expect(workflow.pinData).toEqual({});
		expect(workflow.settings).toMatchObject({
			saveDataSuccessExecution: 'none',
			saveDataErrorExecution: 'none',
			saveManualExecutions: false,
			saveExecutionProgress: false,
		});
	});

	test('refers only to its own nodes in connections and expressions', () => {
		const connected = Object.entries(workflow.connections).flatMap(([from, { main }]) => [
			from,
			...main.flat().map(({ node }) => node),
		]);
		const mentioned = [...readText(file).matchAll(/\$\('([^']+)'\)/g)].map(([, name]) => name);
		for (const name of [...connected, ...mentioned]) expect(names).toContain(name);
	});

	test("uses only n8n's own nodes and this package's, and contains no code or key", () => {
		for (const { type, credentials } of workflow.nodes) {
			expect(type).toMatch(new RegExp(`^(n8n-nodes-base|${packageName})\\.`));
			expect(type).not.toBe('n8n-nodes-base.code');
			for (const credential of Object.values(credentials ?? {})) {
				expect(Object.keys(credential).sort()).toEqual(['id', 'name']);
			}
		}
	});

	test('is explained by notes and listed in the README', () => {
		expect(workflow.nodes.some(({ type }) => type.endsWith('.stickyNote'))).toBe(true);
		const { dir, base } = path.parse(file);
		expect(readText(path.join(dir, 'README.md'))).toContain(`](${base})`);
	});
});
