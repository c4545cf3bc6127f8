// The parameters of items, as our reader and as n8n itself read them, in n8n's engine.
import { deepStrictEqual } from 'node:assert';
import fc from 'fast-check';
import {
	NodeConnectionTypes,
	type IDataObject,
	type IExecuteFunctions,
	type INodeType,
	type NodeParameterValueType,
} from 'n8n-workflow';
import { createItemParameterReader } from '../../nodes/shared/parameters';
import { runInEngine } from './runInEngine';

export type Read = { value: unknown } | { error: string };

function attempt(read: () => unknown): Read {
	try {
		return { value: read() };
	} catch (error) {
		return { error: String(error) };
	}
}

/** Reads one parameter for each item in both ways, and counts how often n8n is needed for ours. */
export async function readBoth(value: NodeParameterValueType, rows: IDataObject[]) {
	const ours: Read[] = [];
	const theirs: Read[] = [];
	let readByN8n = 0;
	const node: INodeType = {
		description: {
			displayName: 'Both',
			name: 'both',
			group: ['transform'],
			version: 1,
			description: 'Reads a parameter in two ways',
			defaults: { name: 'Both' },
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			properties: [{ displayName: 'Value', name: 'value', type: 'string', default: '' }],
		},
		execute(this: IExecuteFunctions) {
			const counted = new Proxy(this, {
				get: (target, name, receiver) => {
					const found: unknown = Reflect.get(target, name, receiver);
					if (name !== 'getNodeParameter') return found;
					return (parameter: string, item: number, fallback: unknown, options?: object) => {
						if (options === undefined) readByN8n += 1;
						return target.getNodeParameter(parameter, item, fallback, options);
					};
				},
			});
			const read = createItemParameterReader(counted);
			for (const item of this.getInputData().keys()) {
				ours.push(attempt(() => read('value', item)));
				theirs.push(attempt(() => this.getNodeParameter('value', item, '')));
			}
			return Promise.resolve([[]]);
		},
	};
	const { error } = await runInEngine({ node, rows, parameters: { value }, credentials: {} });
	if (error !== undefined) throw new Error(error.message);
	return { ours, theirs, readByN8n };
}

const ODD_NAMES = [
	...[
		'a b',
		'a.b',
		'a-b',
		'ümläut',
		'卡',
		'$x',
		'_',
		'0',
		'',
		' ',
		'a"b',
		"a'b",
		'a\\b',
		'a{b',
		'a}}b',
	],
	...[
		'constructor',
		'__proto__',
		'prototype',
		'toString',
		'hasOwnProperty',
		'length',
		'mainModule',
	],
	...['class', 'isEmpty', 'json', 'item', '=1', '{{ 1 }}', 'getPrototypeOf', 'binding', 'valueOf'],
];
const name = fc.oneof(
	fc.constantFrom(...ODD_NAMES),
	fc.string({ maxLength: 6 }),
	fc.constant('card'),
);
const value = fc.oneof(
	fc.constantFrom<unknown>(
		'',
		'0',
		'=1',
		'={{ 1 }}',
		'{{ $json.card }}',
		'a\u0000b',
		'\ud800',
		-0,
		1e21,
	),
	fc.constantFrom<unknown>(null, undefined, NaN, Infinity, true, false, 2 ** 60),
	fc.constantFrom<unknown>([], {}, [1, '=2'], { card: 1 }, new Date(0), new Date(NaN)),
	fc.string(),
	fc.double(),
	fc.jsonValue(),
);
const expressionFor = (field: string) =>
	fc.constantFrom(
		`={{ $json.${field} }}`,
		`={{$json.${field}}}`,
		`={{ $json["${field}"] }}`,
		`={{ $json['${field}'] }}`,
		`={{ $json[ "${field}" ]}}`,
		`= {{ $json.${field} }}`,
		`={{ $json.${field} }} `,
		`={{ $json.${field}.${field} }}`,
		`={{ $json?.${field} }}`,
		`={{ $('Rows').item.json["${field}"] }}`,
		`={{ $input.item.json["${field}"] }}`,
		`{{ $json.${field} }}`,
	);

/** Checks expressions and items of all kinds. @throws with the smallest case in which the two differ */
export async function compareReaders(numRuns: number): Promise<void> {
	const expressionAndRows = name.chain((field) =>
		fc.record({
			expression: expressionFor(field),
			rows: fc.array(
				fc.oneof(
					{ weight: 4, arbitrary: value.map((given) => ({ [field]: given })) },
					fc.constant({}),
					value.map((given) => ({ other: given })),
					fc.constant(Object.create({ [field]: 'inherited' })),
				),
				{ minLength: 1, maxLength: 6 },
			),
		}),
	);
	await fc.assert(
		fc.asyncProperty(expressionAndRows, async ({ expression, rows }) => {
			const { ours, theirs } = await readBoth(expression, rows as IDataObject[]);
			deepStrictEqual(ours, theirs);
		}),
		{ numRuns },
	);
}
