/** Tests that need a browser: Chromium or Chrome, which is not installed by npm. */
module.exports = {
	...require('./jest.config.js'),
	roots: ['<rootDir>/test/browser'],
	testPathIgnorePatterns: ['/node_modules/'],
	testTimeout: 120_000,
	maxWorkers: 1,
};
