/**
 * Mutation testing with StrykerJS, one folder that ships after another: `npm run test:mutation` takes hours,
 * `npm run test:mutation -- batch mastercard/cca` only those folders. Ends non-zero below the threshold.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Folder -> the folders of `test/` that must notice a change in it. */
const TESTS = {
	batch: ['batch'],
	// Only its own files; its folders follow.
	mastercard: ['mastercard'],
	redaction: ['redaction'],
	'mastercard/cca': ['mastercard/cca'],
	'mastercard/encryption': ['mastercard/encryption'],
	'mastercard/errors': ['mastercard/errors'],
	'mastercard/keys': ['mastercard/keys'],
	'mastercard/oauth1': ['mastercard/oauth1'],
	// Its sessions are those of a credential.
	'mastercard/openFinance': ['mastercard/openFinance', 'credentials'],
	'mastercard/sbca': ['mastercard/sbca'],
	credentials: ['credentials', 'nodes'],
	report: ['report'],
	...Object.fromEntries(
		[
			...['CcaMetrics', 'CcaScores', 'CreditReviewReport'],
			...['SbcaCustomer', 'SbcaMatchLocation', 'SbcaReport', 'shared'],
		].map((folder) => [`nodes/${folder}`, ['nodes', 'engine']]),
	),
};

const chosen = process.argv.slice(2);
const unknown = chosen.filter((folder) => !Object.hasOwn(TESTS, folder));
if (unknown.length > 0) {
	console.error(
		`Not a folder to mutate: ${unknown.join(', ')}. Choose from ${Object.keys(TESTS).join(', ')}.`,
	);
	process.exit(2);
}

let failed = 0;
for (const folder of chosen.length > 0 ? chosen : Object.keys(TESTS)) {
	console.log(`\n${folder}`);
	const { status } = spawnSync(
		process.execPath,
		[path.join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js'), 'run'],
		{
			cwd: root,
			stdio: 'inherit',
			env: { ...process.env, MUTATED_FOLDER: folder, MUTATION_TESTS: TESTS[folder].join(',') },
		},
	);
	if (status !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
