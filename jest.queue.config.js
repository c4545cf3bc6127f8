/** Tests of n8n's queue mode, which need PostgreSQL, Redis and a whole n8n; `npm run test:queue` runs them. */
module.exports = {
	...require('./jest.config.js'),
	roots: ['<rootDir>/test/queue'],
	testPathIgnorePatterns: ['/node_modules/'],
	// They use the drivers for PostgreSQL and Redis that n8n brings.
	modulePathIgnorePatterns: ['<rootDir>/dist/package.json'],
	testTimeout: 1_800_000,
	maxWorkers: 1,
};
