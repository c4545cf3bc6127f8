/** Tests that need Chromium or Chrome, which npm does not install; most also need a whole n8n (installed on first use, about 2 GB). */
module.exports = {
	...require('./jest.config.js'),
	roots: ['<rootDir>/test/browser'],
	testPathIgnorePatterns: ['/node_modules/'],
	testTimeout: 900_000,
	maxWorkers: 1,
};
