/**
 * Builds `dist/`, the folder that ships: TypeScript file by file, readable for reviewers; the npm
 * libraries inlined into the one file that imports them; icons, codex files and schemas beside
 * their nodes. `gulp local` compiles the local Mastercard and the demo to `build/`.
 */
const { execFileSync } = require('node:child_process');
const { rm } = require('node:fs/promises');
const path = require('node:path');
const { build } = require('esbuild');
const { dest, parallel, series, src } = require('gulp');

const LIBRARIES = 'mastercard/libraries/index';
const SHIM = path.join(__dirname, 'scripts', 'bundle-shims', 'hostGlobals.js');

const clean = () => rm('dist', { recursive: true, force: true });

/** @param {string} project A tsconfig file. */
const typescript = (project) =>
	execFileSync(process.execPath, [require.resolve('typescript/bin/tsc'), '-p', project], {
		stdio: 'inherit',
	});

const compile = async () => typescript('tsconfig.package.json');

/**
 * n8n installs no dependencies and forbids `url`, timers and process globals, so the libraries come
 * along with those redirected to stubs that throw: signing and opening key files need none of them.
 */
const bundle = () =>
	build({
		entryPoints: [`${LIBRARIES}.ts`],
		outfile: `dist/${LIBRARIES}.js`,
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'node20',
		legalComments: 'inline',
		external: ['crypto'],
		inject: [SHIM],
		alias: { url: './scripts/bundle-shims/url.js' },
		define: {
			process: 'hostProcess',
			setTimeout: 'hostTimer',
			clearTimeout: 'hostTimer',
			setImmediate: 'hostTimer',
			global: 'hostGlobal',
			globalThis: 'hostGlobal',
			console: 'hostConsole',
		},
	});

const assets = () =>
	src(['nodes/**/*.{svg,json}', 'credentials/**/*.svg'], { base: '.', encoding: false }).pipe(
		dest('dist'),
	);

const local = async () => {
	await rm('build', { recursive: true, force: true });
	typescript('tsconfig.local.json');
};

exports.default = series(clean, compile, parallel(bundle, assets));
exports.local = local;
