/** Tests that need a whole n8n (installed on first use, about 2 GB); `npm run test:n8n` runs them one after another. */
module.exports = {
	...require('./jest.config.js'),
	roots: ['<rootDir>/test/n8n'],
	testPathIgnorePatterns: ['/node_modules/'],
	testTimeout: 900_000,
	maxWorkers: 1,
};
