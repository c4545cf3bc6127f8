import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
const SIMULATOR = join(ROOT, 'simulator');
/** The framework that routes requests, and the library that writes .p12 files. */
const LIBRARIES = ['hono', '@hono/node-server', '@hono/node-server/utils/response', 'node-forge'];
const SHIPPED = ['credentials', 'nodes', 'mastercard', 'batch', 'redaction', 'report'];

/** Every `from '...'`, `import '...'`, `import('...')` and `require('...')` of a file. */
function getImports(source: string): string[] {
	const pattern = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)(['"])([^'"]+)\1/g;
	return [...source.matchAll(pattern)].map(([, , name = '']) => name);
}

function sourcesIn(folder: string): string[] {
	try {
		return readdirSync(folder, { recursive: true, encoding: 'utf8' })
			.filter((name) => /\.[cm]?[jt]s$/.test(name))
			.map((name) => join(folder, name));
	} catch {
		// A folder that does not exist yet ships nothing.
		return [];
	}
}

/** Why an import in simulator/ is not allowed, or undefined when it is. */
function objection(file: string, name: string): string | undefined {
	if (LIBRARIES.includes(name)) return undefined;
	if (name.startsWith('.')) {
		const target = relative(SIMULATOR, resolve(dirname(file), name));
		return target.startsWith('..') ? `${name} lies outside simulator/` : undefined;
	}
	const isBuiltin = name.startsWith('node:') && builtinModules.includes(name.slice(5));
	return isBuiltin ? undefined : `${name} is neither a built-in module nor an allowed library`;
}

describe('the Mastercard simulator shares no code with the package', () => {
	test('the check finds every form of import and rejects what it should', () => {
		const source = `import a from './a';\nexport { b } from "../b";\nimport 'c';\nawait import('d');\nrequire('e');`;
		expect(getImports(source)).toEqual(['./a', '../b', 'c', 'd', 'e']);
		const file = join(SIMULATOR, 'server.ts');
		expect(objection(file, '../mastercard/keys')).toContain('outside simulator/');
		expect(objection(file, 'mastercard-oauth1-signer')).toContain('neither');
		expect(objection(file, './oauth1/verify')).toBeUndefined();
		expect(objection(file, 'node:crypto')).toBeUndefined();
	});

	test('simulator/ imports only itself, built-in modules and the allowed libraries', () => {
		const files = sourcesIn(SIMULATOR);
		expect(files.length).toBeGreaterThan(20);
		const objections = files.flatMap((file) =>
			getImports(readFileSync(file, 'utf8'))
				.map((name) => objection(file, name))
				.filter((reason) => reason !== undefined)
				.map((reason) => `${relative(ROOT, file)}: ${reason}`),
		);
		expect(objections).toEqual([]);
	});

	test('only the file that creates .p12 files imports node-forge', () => {
		const users = sourcesIn(SIMULATOR).filter((file) =>
			getImports(readFileSync(file, 'utf8')).includes('node-forge'),
		);
		expect(users.map((file) => relative(ROOT, file))).toEqual([join('simulator', 'keyFiles.ts')]);
	});

	test('nothing that ships imports simulator/', () => {
		const files = SHIPPED.flatMap((folder) => sourcesIn(join(ROOT, folder)));
		expect(files.length).toBeGreaterThan(0);
		const users = files.filter((file) =>
			getImports(readFileSync(file, 'utf8')).some((name) =>
				relative(SIMULATOR, resolve(dirname(file), name)).match(/^(?!\.\.)/),
			),
		);
		expect(users.map((file) => relative(ROOT, file))).toEqual([]);
	});
});
