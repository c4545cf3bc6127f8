/**
 * Runs one of the project's commands after making sure that what it needs is there: the right Node.js,
 * the locked packages, a fresh build. `npm test` and `npm run demo` work straight after `git clone`.
 *
 * Usage: node scripts/run.mjs <test|test:coverage|test:mutation|test:n8n|demo|simulator|lint|scan> [arguments]
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const LOWEST_NODE = [20, 19];
const NEEDED_MEGABYTES = 1500;
const INSTALL_STAMP = path.join(root, 'node_modules', '.installed-lock');

/** Each command: what to build first, and the programs to run one after another. */
const COMMANDS = {
	test: { builds: ['default'], run: [['node_modules/jest/bin/jest.js']] },
	'test:coverage': {
		builds: ['default'],
		run: [['node_modules/jest/bin/jest.js', '--config', 'jest.source.config.js', '--coverage']],
	},
	'test:mutation': { builds: [], run: [['scripts/mutationTest.mjs']] },
	'test:n8n': {
		builds: ['default'],
		run: [['node_modules/jest/bin/jest.js', '--config', 'jest.n8n.config.js']],
	},
	demo: { builds: ['default', 'local'], run: [['build/demo/main.js']] },
	simulator: { builds: ['local'], run: [['build/simulator/cli.js']] },
	lint: {
		builds: ['default'],
		run: [
			['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'],
			['node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '.'],
			['node_modules/prettier/bin/prettier.cjs', '--check', '.'],
		],
	},
	scan: { builds: ['default'], run: [['scripts/scan.mjs']] },
};

/** Ends with one plain sentence instead of a stack trace. */
function giveUp(sentence) {
	console.error(`\n${sentence}\n`);
	process.exit(1);
}

function checkNode() {
	const [major, minor] = process.versions.node.split('.').map(Number);
	if (major > LOWEST_NODE[0] || (major === LOWEST_NODE[0] && minor >= LOWEST_NODE[1])) return;
	giveUp(
		`This project needs Node.js ${LOWEST_NODE.join('.')} or later; this is ${process.versions.node}. Install a newer one from https://nodejs.org and run the command again.`,
	);
}

function checkDisk() {
	const { bavail, bsize } = statfsSync(root);
	const free = Math.floor((bavail * bsize) / 1e6);
	if (free >= NEEDED_MEGABYTES) return;
	giveUp(
		`Only ${free} MB are free in ${root}; the packages need about ${NEEDED_MEGABYTES} MB. Free some space and run the command again.`,
	);
}

/** `npm ci` when the lock file changed since the last complete install. */
function installPackages() {
	const lock = createHash('sha256')
		.update(readFileSync(path.join(root, 'package-lock.json')))
		.digest('hex');
	if (existsSync(INSTALL_STAMP) && readFileSync(INSTALL_STAMP, 'utf8') === lock) return;
	checkDisk();
	console.log('Installing the development packages (about a minute) ...');
	// Install scripts are left out: one package's script accepts pnpm only, and no native part is needed here.
	const npm = spawnSync(
		'npm',
		['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
		{
			cwd: root,
			stdio: 'inherit',
			shell: process.platform === 'win32',
		},
	);
	if (npm.error) giveUp('npm was not found. It comes with Node.js; check the installation.');
	if (npm.status !== 0) {
		giveUp(
			'The packages could not be installed; npm says why above. Check that the npm registry can be reached and run the command again.',
		);
	}
	writeFileSync(INSTALL_STAMP, lock);
}

function build(task) {
	console.log(
		task === 'default' ? 'Building the package ...' : 'Building what runs on this machine only ...',
	);
	try {
		execFileSync(process.execPath, ['node_modules/gulp/bin/gulp.js', '--silent', task], {
			cwd: root,
			stdio: 'inherit',
		});
	} catch {
		giveUp('The build stopped; the compiler says why above.');
	}
}

const [name, ...args] = process.argv.slice(2);
const command = COMMANDS[name];
if (!command) giveUp(`Unknown command. Choose one of: ${Object.keys(COMMANDS).join(', ')}.`);

// Ctrl-C reaches the program that runs, too; wait for it to clean up.
process.on('SIGINT', () => {});

checkNode();
installPackages();
command.builds.forEach(build);
for (const [script, ...fixed] of command.run) {
	// Only the last program of a command takes the caller's arguments.
	const own = command.run.at(-1)[0] === script ? args : [];
	const { status } = spawnSync(process.execPath, [script, ...fixed, ...own], {
		cwd: root,
		stdio: 'inherit',
	});
	if (status !== 0) process.exit(status ?? 1);
}
