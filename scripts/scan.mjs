/**
 * n8n's own package scanner, offline, over both things it would look at: the sources and the packed
 * tarball. Also checks what the scanner cannot know: that the tarball holds only what should ship.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
	SOURCE_FILE_PATTERNS,
	analyzePackage,
} from '@n8n/scan-community-package/scanner/scanner.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const scratch = mkdtempSync(path.join(tmpdir(), 'scan-'));
const problems = [];

/** Packs the project as npm would publish it and unpacks it, as n8n's installer does. */
function unpackTarball() {
	const [{ filename, files }] = JSON.parse(
		execFileSync('npm', ['pack', '--json', '--pack-destination', scratch], {
			cwd: root,
			shell: process.platform === 'win32',
		}),
	);
	execFileSync('tar', ['-xzf', path.join(scratch, filename), '-C', scratch]);
	return { directory: path.join(scratch, 'package'), files: files.map((file) => file.path) };
}

/** Every module a shipped file asks for at run time. */
function requiredModules(directory) {
	return readdirSync(directory, { recursive: true })
		.filter((file) => file.endsWith('.js'))
		.flatMap((file) => [
			...readFileSync(path.join(directory, file), 'utf8').matchAll(/\brequire\("([^"]+)"\)/g),
		])
		.map(([, name]) => name)
		.filter((name) => !name.startsWith('.'));
}

try {
	const { directory, files } = unpackTarball();
	for (const [what, folder, patterns] of [
		['sources', root, SOURCE_FILE_PATTERNS],
		['tarball', directory, ['**/*.js', '**/*.json']],
	]) {
		const { passed, message, details } = await analyzePackage(folder, patterns);
		console.log(`n8n package scan, ${what}: ${passed ? 'passed' : message}`);
		if (!passed) problems.push(details ?? message);
	}

	const manifest = JSON.parse(readFileSync(path.join(directory, 'package.json'), 'utf8'));
	if (Object.keys(manifest.dependencies ?? {}).length > 0)
		problems.push('package.json has runtime dependencies; n8n installs none.');
	const strangers = files.filter(
		(file) =>
			!/^(dist\/(credentials|nodes|mastercard|batch|redaction)\/|package\.json$|README\.md$|LICENSE$|CHANGELOG\.md$)/.test(
				file,
			),
	);
	if (strangers.length > 0) problems.push(`These files should not ship: ${strangers.join(', ')}`);
	const foreign = [...new Set(requiredModules(directory))].filter(
		(name) => !['crypto', 'node:crypto', 'n8n-workflow'].includes(name),
	);
	if (foreign.length > 0)
		problems.push(`These modules do not exist at run time: ${foreign.join(', ')}`);
	console.log(
		`${files.length} files would ship, ${foreign.length + strangers.length} of them or their imports unexpected.`,
	);
} finally {
	rmSync(scratch, { recursive: true, force: true });
}

if (problems.length > 0) {
	console.error(problems.join('\n'));
	process.exit(1);
}
