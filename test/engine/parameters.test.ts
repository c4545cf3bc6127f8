// The parameters of items, as our reader and as n8n itself read them, in n8n's engine.
import fc from 'fast-check';
import {
	NodeConnectionTypes,
	type IDataObject,
	type IExecuteFunctions,
	type INodeType,
	type NodeParameterValueType,
} from 'n8n-workflow';
import { createParameterReader } from '../../nodes/shared/parameters';
import { runInEngine } from '../support/runInEngine';

type Read = { value: unknown } | { error: string };

function attempt(read: () => unknown): Read {
	try {
		return { value: read() };
	} catch (error) {
		return { error: String(error) };
	}
}

/** Reads one parameter for each item in both ways, and counts how often n8n is needed for ours. */
async function readBoth(value: NodeParameterValueType, rows: IDataObject[]) {
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
			const read = createParameterReader(counted);
			for (const item of this.getInputData().keys()) {
				ours.push(attempt(() => read('value', item)));
				theirs.push(attempt(() => this.getNodeParameter('value', item, '')));
			}
			return Promise.resolve([[]]);
		},
	};
	const { error } = await runInEngine({ node, rows, parameters: { value }, credentials: {} });
	expect(error).toBeUndefined();
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

test('are read as n8n reads them, whatever the expression and the item', async () => {
	await fc.assert(
		fc.asyncProperty(
			name.chain((field) =>
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
			),
			async ({ expression, rows }) => {
				const { ours, theirs } = await readBoth(expression, rows as IDataObject[]);
				expect(ours).toEqual(theirs);
				ours.forEach((read, index) => {
					const expected = theirs[index];
					if ('value' in read && expected !== undefined && 'value' in expected)
						expect(typeof read.value).toBe(typeof expected.value);
				});
			},
		),
		{ numRuns: 400 },
	);
}, 120_000);

test.each(['fixed', '', 'a = b', '{{ $json.card }}'])(
	'the fixed text %j is read once',
	async (text) => {
		const { ours, readByN8n } = await readBoth(text, Array(50).fill({ card: 'x' }));
		expect(ours).toEqual(Array(50).fill({ value: text }));
		expect(readByN8n).toBe(1);
	},
);

test.each(['={{ $json.card }}', '={{ $json["card"] }}', "={{$json['card']}}"])(
	'%s needs the engine once for each type of value',
	async (expression) => {
		const rows = Array.from({ length: 90 }, (_, index) => ({
			card: ['a', index, true][index % 3],
		}));
		const { ours, readByN8n } = await readBoth(expression, rows);
		expect(ours).toEqual(rows.map(({ card }) => ({ value: card })));
		expect(readByN8n).toBe(3);
	},
);

test('a name that n8n forbids stays forbidden for every item', async () => {
	const rows = Array.from({ length: 5 }, () => JSON.parse('{"__proto__":"x"}') as IDataObject);
	const { ours, theirs, readByN8n } = await readBoth('={{ $json["__proto__"] }}', rows);
	expect(ours).toEqual(theirs);
	expect(readByN8n).toBe(5);
});
