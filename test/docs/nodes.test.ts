// The pages in docs/nodes say what the forms of the nodes say. `UPDATE_DOCS=1 npm test -- test/docs/nodes` writes the tables; format them.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { INodeProperties } from 'n8n-workflow';
import { loadNode } from '../support/runInEngine';
import { getFields, toTable } from './parameterTables';

const docs = path.join(__dirname, '../../docs');
const PAGES = {
	'nodes/cca-scores.md': 'ccaScores',
	'nodes/cca-metrics.md': 'ccaMetrics',
	'nodes/sbca-match-location.md': 'sbcaMatchLocation',
	'nodes/sbca-report.md': 'sbcaReport',
	'nodes/sbca-customer.md': 'sbcaCustomer',
};

const getProperties = (name: string): INodeProperties[] => loadNode(name).description.properties;
const getOptions = (name: string) =>
	getProperties(name).flatMap((one) => (one.name === 'options' ? getFields(one) : []));
const isSame = (one: INodeProperties) => (other: INodeProperties) => other.name === one.name;

/** A table without the spaces and dashes that Prettier fills its columns with. */
const withoutWidths = (text: string) => text.trim().replace(/ +/g, ' ').replace(/-+/g, '-');

/** The options of all nodes that call Mastercard. */
const shared = getOptions('sbcaMatchLocation').filter((one) =>
	Object.values(PAGES).every((name) => getOptions(name).some(isSame(one))),
);

/** The table of each part that a page marks, by page and part. */
const tables: Array<[string, string, string]> = [
	['nodes.md', 'options', toTable(shared, shared, () => false)],
	...Object.entries(PAGES).flatMap(([page, name]): Array<[string, string, string]> => {
		const properties = getProperties(name);
		const own = getOptions(name).filter((one) => !shared.some(isSame(one)));
		return [
			[page, 'parameters', toTable(properties, properties)],
			...(own.length === 0
				? []
				: [[page, 'options', toTable(own, properties, () => false)] as [string, string, string]]),
		];
	}),
];

test.each(tables)('docs/%s has the %s of the form', (page, part, table) => {
	const file = path.join(docs, page);
	const text = readFileSync(file, 'utf8');
	const [start, end] = [`<!-- ${part}: generated -->`, `<!-- /${part} -->`];
	const before = text.indexOf(start) + start.length;
	const after = text.indexOf(end);
	expect(`${text.includes(start)} ${after > before}`).toBe('true true');
	if (process.env.UPDATE_DOCS === '1')
		writeFileSync(file, `${text.slice(0, before)}\n\n${table}\n\n${text.slice(after)}`);
	else expect(withoutWidths(text.slice(before, after))).toBe(withoutWidths(table));
});
