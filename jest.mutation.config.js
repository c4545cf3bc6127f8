/** For StrykerJS: the tests of the mutated folder, with the built package mapped to its source, where the mutants are. */
const tests = (process.env.MUTATION_TESTS ?? 'batch').split(',');

module.exports = {
	...require('./jest.config.js'),
	roots: tests.map((folder) => `<rootDir>/test/${folder}`),
	moduleNameMapper: { '^.*/dist/((?:nodes|credentials)/.*)\\.js$': '<rootDir>/$1.ts' },
};
