/**
 * Builds `dist/`, the folder that ships: TypeScript compiled file by file, readable for reviewers; the npm
 * libraries inlined into the files that import them, with their licences; icons, codex files and schemas
 * beside their nodes. `gulp watch` rebuilds it on every change. `gulp local` compiles the Mastercard simulator,
 * the demo, the benchmarks and `npm run seal` to `build/`.
 */
const { spawnSync } = require('node:child_process');
const { rm, writeFile } = require('node:fs/promises');
const path = require('node:path');
const esbuild = require('esbuild');
const { dest, parallel, series, src, watch } = require('gulp');
const { thirdPartyNotices } = require('./scripts/thirdPartyNotices.js');

/** The files that import npm packages; each becomes a bundle. */
const LIBRARIES = [
	'mastercard/libraries/jose',
	'mastercard/libraries/nodeForge',
	'mastercard/libraries/oauth1Signer',
	'report/libraries/d3',
];
const SHIM = path.join(__dirname, 'scripts', 'bundle-shims', 'hostGlobals.js');
const NOTICES = path.join('dist', 'THIRD-PARTY-NOTICES.txt');

/** What an earlier compilation left, so that a change compiles only what depends on it. */
const BUILD_INFO = 'node_modules/.cache/tsconfig.package.tsbuildinfo';
const SOURCES = ['credentials', 'nodes', 'mastercard', 'batch', 'redaction', 'report'];

const clean = async () => {
	await rm('dist', { recursive: true, force: true });
	await rm(BUILD_INFO, { force: true });
};

/** @param {string} project A tsconfig file. */
const typescript = (project) => {
	const { status } = spawnSync(
		process.execPath,
		[require.resolve('typescript/bin/tsc'), '-p', project],
		{ stdio: 'inherit' },
	);
	// Without a stack trace, which would only push the compiler's messages off the screen.
	if (status !== 0)
		throw Object.assign(new Error('TypeScript found errors.'), { showStack: false });
};

const compile = async () => typescript('tsconfig.package.json');

/**
 * n8n installs no dependencies and forbids `url`, timers and process globals, so the libraries come
 * along with those redirected to stubs that throw: signing and opening key files need none of them.
 */
const bundle = async () => {
	const { metafile } = await esbuild.build({
		entryPoints: LIBRARIES.map((name) => `${name}.ts`),
		outdir: 'dist',
		outbase: '.',
		bundle: true,
		metafile: true,
		platform: 'node',
		format: 'cjs',
		target: 'node20',
		legalComments: 'inline',
		external: ['crypto', 'node:crypto'],
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
			// Web Crypto, which is what jose uses, from its module instead of the global.
			crypto: 'webcrypto',
			CryptoKey: 'webcrypto.CryptoKey',
		},
	});
	await writeFile(NOTICES, thirdPartyNotices(Object.keys(metafile.inputs)));
};

const assets = () =>
	src(['nodes/**/*.{svg,json}', 'credentials/**/*.svg'], { base: '.', encoding: false }).pipe(
		dest('dist'),
	);

const local = async () => {
	await rm('build', { recursive: true, force: true });
	typescript('tsconfig.local.json');
};

const build = series(compile, parallel(bundle, assets));

exports.default = series(clean, build);
exports.watch = () => {
	watch(
		SOURCES.map((folder) => `${folder}/**/*`),
		build,
	);
};
exports.local = local;
