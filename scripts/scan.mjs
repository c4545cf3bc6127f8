/**
 * Runs n8n's package scanner offline on both things it checks, the sources and the packed tarball. Also
 * checks what the scanner does not: that the tarball contains only the files and imports that should ship.
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

/** Every module that a shipped file requires at run time. */
function requiredModules(directory) {
	return readdirSync(directory, { recursive: true })
		.filter((file) => file.endsWith('.js'))
		.flatMap((file) => [
			...readFileSync(path.join(directory, file), 'utf8').matchAll(/\brequire\("([^"]+)"\)/g),
		])
		.map(([, name]) => name)
		.filter((name) => !name.startsWith('.'));
}

/** npm packages in the bundles, by the comment that esbuild puts before each file, whose licence is not in the notices. */
function packagesWithoutLicence(directory) {
	const notices = readFileSync(path.join(directory, 'dist', 'THIRD-PARTY-NOTICES.txt'), 'utf8');
	const bundled = readdirSync(directory, { recursive: true })
		.filter((file) => file.endsWith('.js'))
		.flatMap((file) => [
			...readFileSync(path.join(directory, file), 'utf8').matchAll(
				/^\s*\/\/ (?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//gm,
			),
		])
		.map(([, name]) => name);
	if (bundled.length === 0) problems.push('No bundled package was found; is dist/ built by gulp?');
	return [...new Set(bundled)].filter((name) => {
		const folder = path.join(root, 'node_modules', name);
		const licences = readdirSync(folder).filter((file) => /^licen[cs]e/i.test(file));
		return (
			licences.length === 0 ||
			!licences.every((file) => notices.includes(readFileSync(path.join(folder, file), 'utf8')))
		);
	});
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
		problems.push('package.json has runtime dependencies, which n8n does not install.');
	const unexpectedFiles = files.filter(
		(file) =>
			!/^(dist\/(credentials|nodes|mastercard|batch|redaction|report)\/|dist\/THIRD-PARTY-NOTICES\.txt$|package\.json$|README\.md$|LICENSE$|CHANGELOG\.md$)/.test(
				file,
			),
	);
	if (unexpectedFiles.length > 0)
		problems.push(`These files should not ship: ${unexpectedFiles.join(', ')}`);
	const unexpectedModules = [...new Set(requiredModules(directory))].filter(
		(name) => !['crypto', 'node:crypto', 'n8n-workflow'].includes(name),
	);
	if (unexpectedModules.length > 0)
		problems.push(`These modules are not available at run time: ${unexpectedModules.join(', ')}`);
	const unlicensed = packagesWithoutLicence(directory);
	if (unlicensed.length > 0)
		problems.push(`THIRD-PARTY-NOTICES.txt lacks the licence of: ${unlicensed.join(', ')}`);
	console.log(
		`The tarball contains ${files.length} files. Unexpected files: ${unexpectedFiles.length}, unexpected imports: ${unexpectedModules.length}.`,
	);
} finally {
	rmSync(scratch, { recursive: true, force: true });
}

if (problems.length > 0) {
	console.error(problems.join('\n'));
	process.exit(1);
}
