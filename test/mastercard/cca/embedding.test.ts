import fc from 'fast-check';
import { formatEmbedding } from '../../../mastercard/cca/embedding';
import { documented } from '../../support/documented';

const number = fc.oneof(
	fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value)),
	fc.integer(),
	fc.constant(null),
);
const features = fc.dictionary(fc.stringMatching(/^[a-z]\w{0,5}$/), number, { maxKeys: 20 });
const written = (values: Record<string, number | null>): string =>
	`{${Object.entries(values)
		.map(([name, value]) => `${name}:${value}`)
		.join(',')}}`;

test('parses every feature with its exact value, in the order sent', () => {
	fc.assert(
		fc.property(features, (values) => {
			expect({ ...(formatEmbedding(written(values), 'object') as object) }).toEqual({ ...values });
			expect(formatEmbedding(written(values), 'array')).toEqual(Object.values(values));
			expect(formatEmbedding(written(values), 'raw')).toBe(written(values));
		}),
	);
});

test('also parses valid JSON, in case Mastercard starts to send it', () => {
	fc.assert(
		fc.property(features, (values) => {
			expect(formatEmbedding(JSON.stringify(values), 'array')).toEqual(Object.values(values));
		}),
	);
});

test('returns any other text unchanged in every format', () => {
	const known = /^\s*\{[^{}]*\}\s*$/;
	fc.assert(
		fc.property(
			fc.string().filter((text) => !known.test(text)),
			fc.constantFrom('object' as const, 'array' as const, 'raw' as const),
			(text, format) => {
				expect(formatEmbedding(text, format)).toBe(text);
			},
		),
	);
});

test.each(['{f1:0.1,f2}', '{f1:abc}', '{f1:0.1;f2:0.2}', '{__proto__:1}', '{1f:0.1}', '{f1:0x10}'])(
	'does not parse %s in part',
	(text) => {
		expect(formatEmbedding(text, 'object')).toBe(text);
		expect(formatEmbedding(text, 'array')).toBe(text);
	},
);

test('returns anything but text unchanged in every format', () => {
	const format = fc.constantFrom('object' as const, 'array' as const, 'raw' as const);
	const json = fc.jsonValue().filter((value) => typeof value !== 'string');
	fc.assert(
		fc.property(json, format, (value, as) => {
			expect(formatEmbedding(value as object, as)).toBe(value);
		}),
	);
	const hostile = { toString: 1, valueOf: 1 };
	expect(formatEmbedding(hostile, 'object')).toBe(hostile);
});

test('cca-scores-01: parses the 16 documented features', () => {
	const text = JSON.stringify(documented('cca-scores-01-available').response);
	const sent = /"embeddingFeatures":"([^"]*)"/.exec(text)?.[1] ?? '';
	expect(formatEmbedding(sent, 'array')).toEqual([
		0.113484, 0.113484, 0.070811, 0.05963, 0.051926, 0.044747, 0.042843, 0.039946, 0.039111,
		0.033302, 0.027863, 0.02553, 0.024628, 0.023502, 0.020766, 0.020333,
	]);
	expect(formatEmbedding(sent, 'object')).toMatchObject({ f1: 0.113484, f16: 0.020333 });
});

describe('the notation of the features', () => {
	test.each([
		[' \n{f1:0.5}\n ', { f1: 0.5 }],
		['{ }', {}],
		['{ f1 : 1e5 , f2: 2E-3 }', { f1: 100_000, f2: 0.002 }],
	])('%j is read', (text, expected) => {
		expect(formatEmbedding(text, 'object')).toEqual(expected);
	});

	test.each(['x {f1:0.5}', '{f1:0.5} x', '{f1:0.5}, {f2:1}'])('%j stays as it is', (text) => {
		expect(formatEmbedding(text, 'object')).toBe(text);
	});
});
