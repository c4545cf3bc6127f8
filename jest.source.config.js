/** The tests of what ships, with the built package mapped to its source: for coverage and for mutation testing. */
const SHIPPED = ['batch', 'credentials', 'mastercard', 'nodes', 'redaction', 'report'];
const tests = process.env.MUTATION_TESTS?.split(',') ?? [...SHIPPED, 'engine'];

module.exports = {
	...require('./jest.config.js'),
	roots: tests.map((folder) => `<rootDir>/test/${folder}`),
	moduleNameMapper: {
		...require('./jest.config.js').moduleNameMapper,
		'^.*/dist/((?:nodes|credentials)/.*)\\.js$': '<rootDir>/$1.ts',
	},
	collectCoverageFrom: [
		...SHIPPED.map((folder) => `${folder}/**/*.ts`),
		'!**/*.d.ts',
		'!{mastercard,report}/libraries/**',
		'!nodes/shared/descriptions/countries.ts',
	],
	coverageReporters: ['text', 'json-summary'],
	coverageThreshold: { global: { branches: 95 } },
};
