import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { installCommunityPackage, installedManifest } from '../../demo/installCommunityPackage';

const manifest = {
	name: 'n8n-nodes-example',
	version: '1.2.3',
	files: ['dist'],
	n8n: { nodes: ['dist/Example.node.js'] },
	devDependencies: { typescript: '5.9.3' },
	peerDependencies: { 'n8n-workflow': '*' },
	optionalDependencies: { fsevents: '2.3.3' },
};

const readJson = (...parts: string[]) =>
	JSON.parse(readFileSync(path.join(...parts), 'utf8')) as unknown;

test('what is not needed at run time leaves the manifest, the rest stays', () => {
	const { name, version, files, n8n } = manifest;
	expect(installedManifest(manifest)).toEqual({ name, version, files, n8n });
	expect(manifest).toHaveProperty('devDependencies');
});

test('only what ships arrives where n8n looks for packages, and replaces what was there', async () => {
	const checkout = mkdtempSync(path.join(tmpdir(), 'package-'));
	const userFolder = mkdtempSync(path.join(tmpdir(), 'user-'));
	mkdirSync(path.join(checkout, 'dist'));
	writeFileSync(path.join(checkout, 'package.json'), JSON.stringify(manifest));
	writeFileSync(path.join(checkout, 'dist', 'Example.node.js'), 'exports.built = true;');
	writeFileSync(path.join(checkout, 'secret.txt'), 'not for shipping');

	const nodes = path.join(userFolder, '.n8n', 'nodes');
	const installed = path.join(nodes, 'node_modules', manifest.name);
	mkdirSync(installed, { recursive: true });
	writeFileSync(path.join(installed, 'old.js'), '');

	await installCommunityPackage(checkout, userFolder);

	expect(readFileSync(path.join(installed, 'dist', 'Example.node.js'), 'utf8')).toContain('built');
	expect(existsSync(path.join(installed, 'secret.txt'))).toBe(false);
	expect(existsSync(path.join(installed, 'old.js'))).toBe(false);
	expect(readJson(installed, 'package.json')).toEqual(installedManifest(manifest));
	expect(readJson(nodes, 'package.json')).toMatchObject({
		dependencies: { [manifest.name]: manifest.version },
	});
	// As Node.js itself sees it, from a program that lives elsewhere.
	const seen = execFileSync(process.execPath, ['-p', `require('./dist/Example.node.js').built`], {
		cwd: installed,
		encoding: 'utf8',
	});
	expect(seen.trim()).toBe('true');
});
