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

it.each(subjects)('$node, $title', async (subject) => {
	const folder = subject.node.replace(/^./, (letter) => letter.toUpperCase());
	const file = path.join(__dirname, `../../dist/nodes/${folder}/__schema__/v1.0.0.json`);
	const schema = JSON.parse(readFileSync(file, 'utf8')) as Schema;
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
