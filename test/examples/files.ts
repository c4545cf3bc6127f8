/** The example workflows as files. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface WorkflowNode {
	id: string;
	name: string;
	type: string;
	position: [number, number];
	parameters: Record<string, unknown>;
	onError?: string;
	disabled?: boolean;
	credentials?: Record<string, { name: string }>;
}

export interface Workflow {
	id: string;
	name: string;
	active: boolean;
	nodes: WorkflowNode[];
	connections: Record<string, { main: Array<Array<{ node: string; index: number }>> }>;
	settings: Record<string, unknown>;
	pinData: object;
}

export const folder = path.join(__dirname, '../../examples');

/** Paths below `examples/`. */
export const files = ['', 'at-scale'].flatMap((subfolder) =>
	readdirSync(path.join(folder, subfolder))
		.filter((name) => name.endsWith('.json'))
		.map((name) => path.posix.join(subfolder, name)),
);

export const readText = (file: string) => readFileSync(path.join(folder, file), 'utf8');
export const read = (file: string) => JSON.parse(readText(file)) as Workflow;

export const isTrigger = ({ type }: WorkflowNode) => /trigger$/i.test(type);
export const isNote = ({ type }: WorkflowNode) => type.endsWith('.stickyNote');

/** The notes with their Markdown. */
export const getNotes = (workflow: Workflow) =>
	workflow.nodes
		.filter(isNote)
		.map(({ name, parameters }) => ({ name, content: String(parameters.content) }));
