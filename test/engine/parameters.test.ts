// What parameters need n8n's expression engine for, and that all are read as n8n reads them.
import type { IDataObject } from 'n8n-workflow';
import { compareReaders, readBoth } from '../support/compareReaders';

test('parameters are read as n8n reads them, whatever the expression and the item', async () => {
	await compareReaders(400);
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
