/** StrykerJS changes one detail of the source at a time and expects a test to fail. See scripts/mutationTest.mjs. */
const folder = process.env.MUTATED_FOLDER ?? 'batch';

export default {
	packageManager: 'npm',
	plugins: ['@stryker-mutator/jest-runner'],
	testRunner: 'jest',
	jest: { configFile: 'jest.source.config.js', enableFindRelatedTests: true },
	coverageAnalysis: 'perTest',
	mutate: [
		folder === 'mastercard' ? 'mastercard/*.ts' : `${folder}/**/*.ts`,
		'!**/*.d.ts',
		'!{mastercard,report}/libraries/**',
		'!nodes/shared/descriptions/countries.ts',
	],
	ignorePatterns: ['dist', 'build', 'demo/n8n', 'demo/.state', 'reports', 'coverage'],
	ignoreStatic: true,
	concurrency: 2,
	timeoutMS: 60_000,
	thresholds: { high: 95, low: 92, break: 92 },
	reporters: ['clear-text', 'json', 'progress-append-only'],
	jsonReporter: { fileName: `reports/mutation/${folder.replaceAll('/', '-')}.json` },
	clearTextReporter: { allowColor: false, reportTests: false, logTests: false },
	tempDirName: '.stryker-tmp',
};
