import fc from 'fast-check';
import { parseMetricGroups } from '../../../mastercard/cca/metricGroups';

const group = fc.dictionary(
	fc.stringMatching(/^[a-z]\w{0,20}$/),
	fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(null)),
);

/** What JSON keeps of a value: -0 becomes 0. */
const kept = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('every group is read, known or not, as text or as an object', () => {
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
				expect(read?.unread).toEqual({});
				expect(Object.keys(read?.groups ?? {})).toEqual(names);
				for (const name of names) expect(kept(read?.groups[name])).toEqual(kept(groups[name]?.[0]));
			},
		),
	);
});

test('groups that are text as a whole are read too', () => {
	expect(parseMetricGroups('{"core":"{\\"core_a_1m\\":1}"}')).toEqual({
		groups: { core: { core_a_1m: 1 } },
		unread: {},
	});
});

test.each(['{"core_a_1m":1', 'not JSON', '{f1:1}', '[1,2]', '7', '"text"', [1, 2], 7, true])(
	'a group that holds %j is kept as text, and the others are read',
	(sent) => {
		const read = parseMetricGroups({ core: '{"core_a_1m":1}', odd: sent });
		expect(read?.groups).toEqual({ core: { core_a_1m: 1 } });
		const text = typeof sent === 'string' ? sent : JSON.stringify(sent);
		expect(read?.unread).toEqual({ odd: { text, note: expect.stringContaining('kept as text') } });
	},
);

test.each([null, 'null', '{}'])('a group that holds %j has no metrics', (sent) => {
	expect(parseMetricGroups({ core: sent })).toEqual({ groups: { core: {} }, unread: {} });
});

test.each([undefined, null, '', 'text', [], 7])('%j holds no groups', (sent) => {
	expect(parseMetricGroups(sent)).toBeNull();
});

test('a group nested too deeply to be written as text costs nothing but its text', () => {
	const deep = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)) as unknown;
	const read = parseMetricGroups({ core: '{"core_a_1m":1}', odd: deep });
	expect(read?.groups).toEqual({ core: { core_a_1m: 1 } });
	expect(read?.unread).toEqual({ odd: { text: '', note: expect.stringContaining('deeply') } });
});

test('a group that comes in a list is kept as text, not read', () => {
	const list = ['{"a_1m":1}'];
	expect(parseMetricGroups({ core: list })).toMatchObject({
		groups: {},
		unread: { core: { text: JSON.stringify(list) } },
	});
});
