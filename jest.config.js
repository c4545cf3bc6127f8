/** Tests run the TypeScript source; those under test/engine run the built package in the real n8n engine. */
module.exports = {
	rootDir: __dirname,
	roots: ['<rootDir>/test'],
	testMatch: ['**/*.test.ts'],
	testEnvironment: 'node',
	// Those need a whole n8n or a browser, see jest.n8n.config.js, jest.queue.config.js and jest.browser.config.js.
	testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/(?:n8n|queue|browser)/'],
	testTimeout: 30_000,
	transform: {
		'^.+\\.ts$': [
			'@swc/jest',
			{ jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
		],
		// Ships ECMAScript modules only, which jest cannot load.
		'/node_modules/jose/.+\\.js$': ['@swc/jest', { module: { type: 'commonjs' } }],
	},
	// D3 as the build of it that is no ECMAScript module.
	moduleNameMapper: { '^(d3-[a-z-]+|internmap)$': '<rootDir>/node_modules/$1/dist/$1.js' },
	transformIgnorePatterns: ['/node_modules/(?!jose/)', '<rootDir>/dist/'],
	modulePathIgnorePatterns: [
		'<rootDir>/demo/n8n',
		'<rootDir>/demo/.state',
		'<rootDir>/build',
		'<rootDir>/.stryker-tmp',
		'<rootDir>/dist/package.json',
	],
};
