import fc from 'fast-check';
import { parseMetricGroups } from '../../../mastercard/cca/metricGroups';

const group = fc.dictionary(
	fc.stringMatching(/^[a-z]\w{0,20}$/),
	fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(null)),
);

/** The value after a JSON round trip: -0 becomes 0. */
const kept = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('parses every group, known or not, as text or as an object', () => {
	fc.assert(
		fc.property(
			fc.dictionary(fc.stringMatching(/^[a-z]\w{0,10}$/), fc.tuple(group, fc.boolean())),
			(groups) => {
				const names = Object.keys(groups);
				const sent = Object.fromEntries(
					Object.entries(groups).map(([name, [metrics, asText]]) => [
						name,
						asText ? JSON.stringify(metrics) : kept(metrics),
					]),
				);
				const read = parseMetricGroups(sent);
				expect(read?.unreadGroups).toEqual({});
				expect(Object.keys(read?.groups ?? {})).toEqual(names);
				for (const name of names) expect(kept(read?.groups[name])).toEqual(kept(groups[name]?.[0]));
			},
		),
	);
});

test('parses groups that are one text as a whole', () => {
	expect(parseMetricGroups('{"core":"{\\"core_a_1m\\":1}"}')).toEqual({
		groups: { core: { core_a_1m: 1 } },
		unreadGroups: {},
	});
});

test.each(['{"core_a_1m":1', 'not JSON', '{f1:1}', '[1,2]', '7', '"text"', [1, 2], 7, true])(
	'keeps a group that contains %j as text, and parses the others',
	(sent) => {
		const read = parseMetricGroups({ core: '{"core_a_1m":1}', odd: sent });
		expect(read?.groups).toEqual({ core: { core_a_1m: 1 } });
		const text = typeof sent === 'string' ? sent : JSON.stringify(sent);
		expect(read?.unreadGroups).toEqual({
			odd: { text, note: expect.stringContaining('kept as text') },
		});
	},
);

test.each([null, 'null', '{}'])('finds no metrics in a group that contains %j', (sent) => {
	expect(parseMetricGroups({ core: sent })).toEqual({ groups: { core: {} }, unreadGroups: {} });
});

test.each([undefined, null, '', 'text', [], 7])('finds no groups in %j', (sent) => {
	expect(parseMetricGroups(sent)).toBeNull();
});

test('loses only the text of a group nested too deeply to be serialized', () => {
	const deep = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)) as unknown;
	const read = parseMetricGroups({ core: '{"core_a_1m":1}', odd: deep });
	expect(read?.groups).toEqual({ core: { core_a_1m: 1 } });
	expect(read?.unreadGroups).toEqual({
		odd: { text: '', note: expect.stringContaining('deeply') },
	});
});

test('a group that comes in a list is kept as text, not read', () => {
	const list = ['{"a_1m":1}'];
	expect(parseMetricGroups({ core: list })).toMatchObject({
		groups: {},
		unreadGroups: { core: { text: JSON.stringify(list) } },
	});
});
