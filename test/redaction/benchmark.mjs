/**
 * What redaction costs, in CPU time (other programs on the machine do not count), as medians of alternating rounds.
 *
 * Usage: node test/redaction/benchmark.mjs [dist] [other dist]
 * With a second build, the last column is the time of the first divided by that of the second.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const builds = process.argv.slice(2);
if (builds.length === 0) builds.push('dist');

const fixtures = path.join(path.dirname(fileURLToPath(import.meta.url)), '../fixtures');
const file = (name) => readFileSync(path.join(fixtures, name), 'utf8');
const example = JSON.parse(file('documented/cca-scores-01-available.json')).response;
const [success] = example.predictionDataSuccesses;

const pans = Array.from({ length: 20 }, (_, n) => String(5_425_233_430_109_900 + n));
const known = {
	pans,
	secrets: [
		`${randomBytes(24).toString('hex')}!${randomBytes(24).toString('hex')}`,
		file('keys/signing.pkcs8.pem'),
		file('keys/mastercard.pkcs8.pem'),
		'keystorepassword',
		'a card reference key',
	],
};

/** A response with 20 cards. */
const scores = (hasEmbedding) => ({
	...example,
	predictionDataSuccesses: pans.map((customerPAN) => ({
		...success,
		customerPAN,
		scores: success.scores.map(({ embeddingFeatures, ...score }) =>
			hasEmbedding ? { ...score, embeddingFeatures } : score,
		),
	})),
});
const megabytes = (piece) => piece.repeat(2_000_000 / piece.length);
const keys = (count, makeKey) =>
	Object.fromEntries(Array.from({ length: count }, (_, n) => [makeKey(n), n]));

const texts = {
	prose: 'The quick brown fox jumps over the lazy dog. ',
	'digits and spaces': '5 ',
	'card numbers': '5425233430109903 ',
	dates: '2020-01-01 ',
	UUIDs: '12345678-1234-1234-1234-123456789012 ',
	'percent-encoded': 'a%20',
	'HTML-escaped': 'a&amp;',
	'JSON-escaped': 'a\\n',
	Base64: randomBytes(750).toString('base64'),
	Chinese: '漢字',
};

/** Name -> what to redact with a redactor that is prepared once, as in a run of a node. */
const inputs = {
	'/scores, 20 cards': scores(false),
	'/scores, 20 cards, embeddings': scores(true),
	'10,000 keys': keys(10_000, (n) => `key ${n}`),
	'20,000 keys': keys(20_000, (n) => `key ${n}`),
	'1,000 keys of one mask': keys(1000, (n) => `542523${n + 100_000}9903`),
	'2,000 keys of one mask': keys(2000, (n) => `542523${n + 100_000}9903`),
	...Object.fromEntries(
		Object.entries(texts).map(([name, piece]) => [`2 MB: ${name}`, megabytes(piece)]),
	),
};
const cases = {
	'prepare a redactor': ({ createRedactor }) => createRedactor(known),
	...Object.fromEntries(
		Object.entries(inputs).map(([name, input]) => [
			name,
			({ redactJson, redact }) => redactJson(input, redact),
		]),
	),
};

/** Milliseconds of CPU for one run, repeated until it can be measured. */
function measure(run) {
	const begin = process.cpuUsage();
	for (let runs = 1; ; runs++) {
		run();
		const { user, system } = process.cpuUsage(begin);
		if (user + system > 100_000) return (user + system) / 1000 / runs;
	}
}

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

const loaded = builds.map((build) => {
	const { createRedactor } = require(path.resolve(build, 'redaction/redactText.js'));
	const { redactJson } = require(path.resolve(build, 'redaction/redactJson.js'));
	return { createRedactor, redactJson, redact: createRedactor(known) };
});
// Compiled by V8 as for a long run, before anything is measured.
for (let round = 0; round < 3; round++)
	for (const run of Object.values(cases))
		for (const functions of loaded) measure(() => run(functions));
for (const [name, run] of Object.entries(cases)) {
	const times = loaded.map(() => []);
	for (let round = 0; round < 7; round++)
		for (const [at, functions] of loaded.entries()) times[at].push(measure(() => run(functions)));
	const medians = times.map(median);
	const columns = medians.map((time) => `${time.toFixed(3)} ms`.padStart(14));
	if (medians.length === 2) columns.push((medians[0] / medians[1]).toFixed(2).padStart(8));
	console.log(name.padEnd(32), ...columns);
}
