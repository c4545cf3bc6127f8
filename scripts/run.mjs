/**
 * Runs one of the project's commands once everything it needs is in place: a supported Node.js, the locked
 * packages, a fresh build. `npm test` and `npm run demo` work right after `git clone`.
 *
 * Usage: node scripts/run.mjs <command> [arguments], with a command from the list below
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const MINIMUM_NODE = [20, 19];
const REQUIRED_MEGABYTES = 1500;
const INSTALL_STAMP = path.join(root, 'node_modules', '.installed-lock');

/** For each command: the gulp tasks to run first, then the scripts to run one after another. */
const COMMANDS = {
	test: { builds: ['default'], run: [['node_modules/jest/bin/jest.js']] },
	'test:coverage': {
		builds: ['default'],
		run: [['node_modules/jest/bin/jest.js', '--config', 'jest.source.config.js', '--coverage']],
	},
	fuzz: { builds: [], run: [['scripts/fuzz.mjs']] },
	'test:mutation': { builds: [], run: [['scripts/mutationTest.mjs']] },
	'test:n8n': {
		builds: ['default', 'local'],
		run: [['node_modules/jest/bin/jest.js', '--config', 'jest.n8n.config.js']],
	},
	'test:queue': {
		builds: ['default', 'local'],
		run: [
			['build/demo/queueServers.js'],
			['node_modules/jest/bin/jest.js', '--config', 'jest.queue.config.js'],
		],
	},
	'test:browser': {
		builds: ['default'],
		run: [['node_modules/jest/bin/jest.js', '--config', 'jest.browser.config.js']],
	},
	demo: { builds: ['default', 'local'], run: [['build/demo/demo.js']] },
	bench: { builds: ['default', 'local'], run: [['build/bench/cli.js']] },
	dev: { builds: ['default', 'local'], run: [['build/demo/dev.js']] },
	seal: { builds: ['local'], run: [['build/seal/cli.js']] },
	simulator: { builds: ['local'], run: [['build/simulator/cli.js']] },
	lint: {
		builds: ['default'],
		run: [
			['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'],
			['node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '.'],
			['node_modules/prettier/bin/prettier.cjs', '--check', '.'],
		],
	},
	'lint:fix': {
		builds: [],
		run: [
			['node_modules/eslint/bin/eslint.js', '--fix', '.'],
			['node_modules/prettier/bin/prettier.cjs', '--write', '.'],
		],
	},
	scan: { builds: ['default'], run: [['scripts/scan.mjs']] },
};

/** Exits with a message instead of a stack trace. */
function exitWithError(message) {
	console.error(`\n${message}\n`);
	process.exit(1);
}

function checkNode() {
	const [major, minor] = process.versions.node.split('.').map(Number);
	if (major > MINIMUM_NODE[0] || (major === MINIMUM_NODE[0] && minor >= MINIMUM_NODE[1])) return;
	exitWithError(
		`This project requires Node.js ${MINIMUM_NODE.join('.')} or later, but this is ${process.versions.node}. Install a newer version from https://nodejs.org and run the command again.`,
	);
}

function checkDisk() {
	const { bavail, bsize } = statfsSync(root);
	const free = Math.floor((bavail * bsize) / 1e6);
	if (free >= REQUIRED_MEGABYTES) return;
	exitWithError(
		`The development packages take about ${REQUIRED_MEGABYTES} MB of disk space, but only ${free} MB are free in ${root}. Free up some space and run the command again.`,
	);
}

/** Runs `npm ci` if the lock file changed since the last complete installation. */
function installPackages() {
	const lock = createHash('sha256')
		.update(readFileSync(path.join(root, 'package-lock.json')))
		.digest('hex');
	if (existsSync(INSTALL_STAMP) && readFileSync(INSTALL_STAMP, 'utf8') === lock) return;
	checkDisk();
	console.log('Installing the development packages (about a minute) ...');
	// Without install scripts: one package's script insists on pnpm, and no native module is needed here.
	const npm = spawnSync(
		'npm',
		['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
		{
			cwd: root,
			stdio: 'inherit',
			shell: process.platform === 'win32',
		},
	);
	if (npm.error)
		exitWithError('npm was not found. It is part of Node.js; check your installation.');
	if (npm.status !== 0) {
		exitWithError(
			'The packages could not be installed; see the npm error above. Check that the npm registry can be reached and run the command again.',
		);
	}
	writeFileSync(INSTALL_STAMP, lock);
}

function build(task) {
	console.log(
		task === 'default' ? 'Building the package ...' : 'Building the simulator and the demo ...',
	);
	try {
		execFileSync(process.execPath, ['node_modules/gulp/bin/gulp.js', '--silent', task], {
			cwd: root,
			stdio: 'inherit',
		});
	} catch {
		exitWithError('The build failed; see the errors above.');
	}
}

const [name, ...args] = process.argv.slice(2);
const command = COMMANDS[name];
if (!command)
	exitWithError(`Unknown command. The commands are: ${Object.keys(COMMANDS).join(', ')}.`);

// Ctrl-C reaches the running script, too; wait for it to clean up.
process.on('SIGINT', () => {});

checkNode();
installPackages();
command.builds.forEach(build);
for (const [script, ...fixed] of command.run) {
	// Only the last script gets the caller's arguments.
	const own = command.run.at(-1)[0] === script ? args : [];
	const { status } = spawnSync(process.execPath, [script, ...fixed, ...own], {
		cwd: root,
		stdio: 'inherit',
	});
	if (status !== 0) process.exit(status ?? 1);
}
