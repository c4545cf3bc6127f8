// The previews that the editor shows before a first run contain every field that the nodes output.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../../simulator/server';
import { runInEngine } from '../support/runInEngine';
import { subjects } from './contractSubjects';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(async () => {
	await simulator.close();
});

interface Schema {
	properties?: Record<string, Schema>;
}

/** Paths of all fields that are missing from the schema; a schema without properties allows any. */
function unknownFields(value: unknown, schema: Schema, at = ''): string[] {
	if (typeof value !== 'object' || value === null || schema.properties === undefined) return [];
	const { properties } = schema;
	return Object.entries(value).flatMap(([name, inner]) => {
		const known = properties[name];
		return known === undefined ? [at + name] : unknownFields(inner, known, `${at}${name}.`);
	});
}

function readSchema(node: string): Schema {
	const folder = node.replace(/^./, (letter) => letter.toUpperCase());
	const file = path.join(__dirname, `../../dist/nodes/${folder}/__schema__/v1.0.0.json`);
	return JSON.parse(readFileSync(file, 'utf8')) as Schema;
}

it.each(subjects)('$node, $title', async (subject) => {
	const schema = readSchema(subject.node);
	const { outputs } = await runInEngine({
		node: subject.node,
		rows: [...subject.rows, ...subject.unavailableRows],
		credentials: subject.credentials(simulator),
		parameters: subject.parameters,
	});
	const items: IDataObject[] = outputs[0]?.map(({ json }) => json) ?? [];
	expect(items.length).toBeGreaterThan(0);
	// Gaps, groups and metrics depend on the data; the preview shows an example.
	const unknown = items.flatMap((item) => unknownFields(item, schema));
	const depends = /^(gaps|metrics|embedding)\.|^[a-z]+(_[a-z0-9]+)+$/;
	expect([...new Set(unknown)].filter((field) => !depends.test(field))).toEqual([]);
});

it('creditReviewReport, rows of cards that were reviewed before', async () => {
	const { outputs } = await runInEngine({
		node: 'ccaScores',
		rows: ['5425233430109903', '5407502036052150'].map((card) => ({ card })),
		credentials: { mastercardApi: simulator.credential },
		parameters: { customerPan: '={{ $json.card }}', hasConsent: true, consentReference: 'C-1' },
	});
	const rows = (outputs[0] ?? []).map(({ json }) => json);
	const report = await runInEngine({
		node: 'creditReviewReport',
		rows,
		previousRows: rows,
		credentials: {},
		parameters: { reviewDate: '2026-11-21' },
	});
	const items = (report.outputs[0] ?? []).map(({ json }) => json);
	const schema = readSchema('creditReviewReport');
	expect(items).toHaveLength(2);
	expect(items.flatMap((item) => unknownFields(item, schema))).toEqual([]);
	const shown = new Set(items.flatMap((item) => Object.keys(item)));
	expect(Object.keys(schema.properties ?? {}).filter((name) => !shown.has(name))).toEqual([]);
});
