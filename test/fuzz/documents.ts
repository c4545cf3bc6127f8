// Responses like Mastercard's documented ones, with anything changed in them.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { RawResponse } from '../../credentials/authentication/httpResponse';
import { documented } from '../support/documented';
import { hostileText } from './known';

type Json = unknown;

const documents: Json[] = readdirSync(path.join(__dirname, '../fixtures/documented')).map(
	(file) => documented(path.basename(file, '.json')).response,
);

const nested = (depth: number, inner: Json): Json =>
	Array.from({ length: depth }).reduce<Json>((value) => [value], inner);

/** What a response has where another value is documented. */
export const oddValue: fc.Arbitrary<Json> = fc.oneof(
	{ weight: 4, arbitrary: hostileText },
	fc.constantFrom<Json>(null, true, false, 0, -0, -1, 1e21, 5425233430109903, -5425233430109903),
	fc.constantFrom<Json>(
		'',
		' ',
		'0',
		'-1',
		'1e400',
		'NaN',
		'__proto__',
		[],
		{},
		[null],
		'x'.repeat(5000),
	),
	fc.constantFrom(99, 150).map((depth) => nested(depth, 'x')),
	fc.double(),
	fc.jsonValue(),
);
const oddKey = fc.oneof(
	hostileText,
	fc.constantFrom('__proto__', 'constructor', 'toString', '', 'error', 'length', '0'),
);

type Edit =
	| { kind: 'replace'; at: number; value: Json }
	| { kind: 'rename'; at: number; key: string }
	| { kind: 'remove' | 'repeat' | 'wrap'; at: number };

const edit: fc.Arbitrary<Edit> = fc.oneof(
	fc.record({ kind: fc.constant('replace' as const), at: fc.nat(), value: oddValue }),
	fc.record({ kind: fc.constant('rename' as const), at: fc.nat(), key: oddKey }),
	fc.record({ kind: fc.constantFrom('remove', 'repeat', 'wrap'), at: fc.nat() }),
);

/** A documented response, or one of another API, with a few edits; sometimes any JSON. */
export const oddBody: fc.Arbitrary<Json> = fc.oneof(
	{
		weight: 9,
		arbitrary: fc
			.tuple(fc.constantFrom(...documents), fc.array(edit, { maxLength: 5 }))
			.map(([document, edits]) => edits.reduce(apply, document)),
	},
	oddValue,
);

/** Changes the entry of the document that the number stands for, counted through all levels. */
function apply(document: Json, change: Edit): Json {
	const places = countEntries(document);
	if (places === 0) return change.kind === 'replace' ? change.value : document;
	let left = change.at % places;
	const visit = (value: Json): Json => {
		if (typeof value !== 'object' || value === null) return value;
		const entries = Object.entries(value).flatMap(([key, inner]): Array<[string, Json]> =>
			left-- === 0 ? changeEntry(change, key, inner) : [[key, visit(inner)]],
		);
		return Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
	};
	return visit(document);
}

function changeEntry(change: Edit, key: string, value: Json): Array<[string, Json]> {
	switch (change.kind) {
		case 'replace':
			return [[key, change.value]];
		case 'rename':
			return [[change.key, value]];
		case 'remove':
			return [];
		case 'wrap':
			return [[key, [value]]];
		case 'repeat':
			return [
				[key, value],
				[`${key}2`, value],
			];
	}
}

function countEntries(value: Json): number {
	if (typeof value !== 'object' || value === null) return 0;
	return Object.values(value).reduce<number>((sum, inner) => sum + 1 + countEntries(inner), 0);
}

const byteEdit = fc.record({
	at: fc.nat(),
	remove: fc.nat({ max: 20 }),
	insert: fc.uint8Array({ maxLength: 4 }),
});

const status = fc.oneof(
	{ weight: 4, arbitrary: fc.constant(200) },
	fc.constantFrom(201, 203, 204, 301, 302, 400, 401, 403, 404, 409, 429, 500, 503),
	fc.integer({ min: 100, max: 599 }),
);
const headers = fc.dictionary(
	fc.oneof(
		fc.constantFrom('x-mc-correlation-id', 'correlation-id', 'retry-after', 'date', 'location'),
		hostileText,
	),
	hostileText,
	{ maxKeys: 4 },
);

/** Whole, so that what it quotes is whole. */
export const oddResponse: fc.Arbitrary<RawResponse> = fc.record({
	status,
	headers,
	bytes: fc.oneof(
		{ weight: 30, arbitrary: oddBody.map((body) => Buffer.from(JSON.stringify(body) ?? '')) },
		fc
			.constantFrom('', '['.repeat(50_000), `${'['.repeat(50_000)}${']'.repeat(50_000)}`)
			.map((text) => Buffer.from(text)),
		hostileText.map((text) => Buffer.from(`%PDF-1.4 ${text}`)),
	),
});

/** Also with bytes changed, cut out and put in. */
export const damagedResponse: fc.Arbitrary<RawResponse> = fc
	.tuple(oddResponse, fc.array(byteEdit, { minLength: 1, maxLength: 3 }))
	.map(([response, edits]) => ({ ...response, bytes: edits.reduce(editBytes, response.bytes) }));

export function editBytes(
	bytes: Buffer,
	{ at, remove, insert }: { at: number; remove: number; insert: Uint8Array },
): Buffer {
	const start = at % (bytes.length + 1);
	return Buffer.concat([bytes.subarray(0, start), insert, bytes.subarray(start + remove)]);
}
