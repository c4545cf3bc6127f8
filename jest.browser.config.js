/** Tests that need Chromium or Chrome, which npm does not install; one of them also needs a whole n8n. */
module.exports = {
	...require('./jest.config.js'),
	roots: ['<rootDir>/test/browser'],
	testPathIgnorePatterns: ['/node_modules/'],
	testTimeout: 900_000,
	maxWorkers: 1,
};
