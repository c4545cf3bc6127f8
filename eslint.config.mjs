/**
 * n8n's two rule sets, as its own tools apply them, over source and built output; strict TypeScript
 * rules over everything we write; and the project's own map of which folder may import which.
 */
import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import js from '@eslint/js';
import n8nNodesBase from 'eslint-plugin-n8n-nodes-base';
import { defineConfig, globalIgnores } from 'eslint/config';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

const SHIPPED = ['credentials', 'nodes', 'mastercard', 'batch', 'redaction'];
const shippedSource = SHIPPED.map((folder) => `${folder}/**/*.ts`);
const LOCAL = ['simulator', 'demo', 'test', 'bench', 'scripts', 'examples'];

/** Folder -> the folders of ours that it may import. The picture is in docs/architecture.md. */
const MAY_IMPORT = {
	credentials: ['mastercard'],
	nodes: ['mastercard', 'batch', 'redaction', 'credentials'],
	mastercard: ['redaction'],
	batch: [],
	redaction: [],
	simulator: [],
	demo: ['simulator'],
};

const folderBoundaries = Object.entries(MAY_IMPORT).map(([folder, allowed]) => ({
	target: `./${folder}`,
	from: [...SHIPPED, ...LOCAL]
		.filter((other) => other !== folder && !allowed.includes(other))
		.map((other) => `./${other}`),
	message: `${folder}/ may import only: ${allowed.join(', ') || 'nothing of ours'}.`,
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

	// n8n's rules for community nodes: source, manifest and what the build made of it.
	{
		files: [...shippedSource, 'dist/**/*.js', 'package.json'],
		extends: [n8nCommunityNodesPlugin.configs.recommended],
		rules: { 'no-console': 'error' },
	},
	{ files: ['package.json'], languageOptions: { parser: tseslint.parser } },
	{ plugins: { 'n8n-nodes-base': n8nNodesBase } },
	{ files: ['package.json'], rules: n8nNodesBase.configs.community.rules },
	{
		files: ['credentials/**/*.ts'],
		rules: {
			...n8nNodesBase.configs.credentials.rules,
			// These two are off in n8n's own tools: made for n8n's repository, and replaced by a more accurate rule.
			'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
			'n8n-nodes-base/cred-class-field-type-options-password-missing': 'off',
			// The rule knows secrets by name; it takes signingKey, decryptionKey and cardReferenceKey for public text.
			'@n8n/community-nodes/credential-unnecessary-password': 'off',
		},
	},
	{
		files: ['nodes/**/*.ts'],
		rules: {
			...n8nNodesBase.configs.nodes.rules,
			// These three are off in n8n's own tools: inputs and outputs may be enum members, and an API may have a maximum.
			'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
			'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
			'n8n-nodes-base/node-param-type-options-max-value-present': 'off',
		},
	},

	// Everything we write.
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
				{ basePath: import.meta.dirname, zones: folderBoundaries },
			],
			'no-console': 'error',
		},
	},
	{
		// These speak to a person at a terminal.
		files: ['demo/**/*.ts', 'simulator/cli.ts', 'bench/**/*.ts'],
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
