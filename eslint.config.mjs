/**
 * Strict TypeScript rules for all code, including which folder may import which; and for what ships, both
 * source and build, the rules of @n8n/node-cli's ESLint configuration on top. Why the rules and not the
 * package itself: CONTRIBUTING.md, "How this differs from n8n's scaffold".
 */
import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import js from '@eslint/js';
import n8nNodesBase from 'eslint-plugin-n8n-nodes-base';
import { defineConfig, globalIgnores } from 'eslint/config';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

const SHIPPED = ['credentials', 'nodes', 'mastercard', 'batch', 'redaction', 'report'];
const shippedSource = SHIPPED.map((folder) => `${folder}/**/*.ts`);
const LOCAL = ['simulator', 'seal', 'demo', 'test', 'bench', 'scripts', 'examples'];

/** Folder -> the other folders of this project that it may import, as in docs/architecture.md. */
const MAY_IMPORT = {
	credentials: ['mastercard'],
	nodes: ['mastercard', 'batch', 'redaction', 'credentials', 'report'],
	mastercard: ['redaction'],
	batch: [],
	redaction: [],
	report: ['redaction'],
	simulator: [],
	seal: ['mastercard'],
	demo: ['simulator'],
};

const folderBoundaries = Object.entries(MAY_IMPORT).map(([folder, allowed]) => ({
	target: `./${folder}`,
	from: [...SHIPPED, ...LOCAL]
		.filter((other) => other !== folder && !allowed.includes(other))
		.map((other) => `./${other}`),
	message: `${folder}/ may import only: ${allowed.join(', ') || 'no other folder of this project'}.`,
}));

/** The two stages know what they hand to each other (nodes/shared/rows.ts), not each other. */
const stageBoundaries = [
	['execution', 'output'],
	['output', 'execution'],
].map(([stage, other]) => ({
	target: `./nodes/shared/${stage}`,
	from: `./nodes/shared/${other}`,
	message: `nodes/shared/${stage}/ may not import nodes/shared/${other}/.`,
}));

export default defineConfig(
	globalIgnores([
		'build',
		'node_modules',
		'demo/n8n/node_modules',
		'demo/.state',
		'coverage',
		'reports',
		'.stryker-tmp',
	]),
	{ linterOptions: { reportUnusedDisableDirectives: 'error' } },

	// All code.
	{
		files: ['**/*.ts'],
		ignores: ['dist/**'],
		extends: [js.configs.recommended, tseslint.configs.strict, importX.flatConfigs.typescript],
		settings: {
			'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.js', '.json'] })],
		},
		plugins: { 'import-x': importX },
		rules: {
			'import-x/no-cycle': 'error',
			'import-x/no-default-export': 'error',
			'import-x/no-restricted-paths': [
				'error',
				{ basePath: import.meta.dirname, zones: [...folderBoundaries, ...stageBoundaries] },
			],
			'no-console': 'error',
		},
	},
	// What ships: the rules of @n8n/node-cli/eslint.
	{
		files: [...shippedSource, 'dist/**/*.js', 'package.json'],
		extends: [n8nCommunityNodesPlugin.configs.recommended],
		rules: { 'no-console': 'error' },
	},
	{ files: shippedSource, extends: [importX.flatConfigs.recommended] },
	{ files: ['package.json'], languageOptions: { parser: tseslint.parser } },
	{ plugins: { 'n8n-nodes-base': n8nNodesBase } },
	{ files: ['package.json'], rules: n8nNodesBase.configs.community.rules },
	{
		files: ['credentials/**/*.ts'],
		rules: {
			...n8nNodesBase.configs.credentials.rules,
			// @n8n/node-cli turns these two off: they were written for n8n's own repository.
			'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
			'n8n-nodes-base/cred-class-field-type-options-password-missing': 'off',
			// The rule guesses from the name and takes signingKey, decryptionKey and cardReferenceKey for public values.
			'@n8n/community-nodes/credential-unnecessary-password': 'off',
		},
	},
	{
		files: ['nodes/**/*.ts'],
		rules: {
			...n8nNodesBase.configs.nodes.rules,
			// @n8n/node-cli turns these three off: inputs and outputs may be enum members, and an API may have a maximum.
			'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
			'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
			'n8n-nodes-base/node-param-type-options-max-value-present': 'off',
		},
	},

	{
		// Command-line programs.
		files: ['demo/**/*.ts', 'simulator/cli.ts', 'seal/cli.ts', 'bench/**/*.ts'],
		rules: { 'no-console': 'off' },
	},
	{
		files: ['**/*.mjs', 'gulpfile.js', 'jest.config.js', 'scripts/**/*.js'],
		extends: [js.configs.recommended],
		languageOptions: {
			globals: {
				process: 'readonly',
				console: 'readonly',
				require: 'readonly',
				module: 'writable',
				exports: 'writable',
				__dirname: 'readonly',
			},
		},
	},
);
