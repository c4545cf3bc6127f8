/** Workflows as n8n stores them, and one with an AI agent whose tools are nodes of this package. */

export const PACKAGE = 'n8n-nodes-mastercard-credit-analytics';

export type Row = Record<string, unknown>;

export interface WorkflowNode extends Row {
	name: string;
}

export interface StoredWorkflow extends Row {
	id: string;
	nodes: WorkflowNode[];
	connections: Record<string, unknown>;
}

export const node = (
	name: string,
	type: string,
	typeVersion: number,
	parameters: Row,
	more: Row = {},
): WorkflowNode => ({ id: name, name, type, typeVersion, position: [0, 0], parameters, ...more });

export const useCredential = (type: string, id: string) => ({
	credentials: { [type]: { id, name: id } },
});

const link = (name: string, type: string) => [[{ node: name, type, index: 0 }]];

/** A manual trigger, and nodes that all get its rows, one node after another. */
export function workflow(
	id: string,
	nodes: WorkflowNode[],
	rows: readonly Row[] = [{}],
): StoredWorkflow {
	const start = node('Start', 'n8n-nodes-base.manualTrigger', 1, {});
	return {
		id,
		name: id,
		nodes: [start, ...nodes],
		connections: { Start: { main: [nodes.flatMap(({ name }) => link(name, 'main')[0] ?? [])] } },
		pinData: { Start: rows.map((json) => ({ json })) },
		settings: {},
	};
}

/** An AI agent that has nodes of this package as its tools. @param rows of the trigger */
export function agentWorkflow(
	id: string,
	tools: WorkflowNode[],
	rows?: readonly Row[],
): StoredWorkflow {
	const agent = node('Agent', '@n8n/n8n-nodes-langchain.agent', 2, {
		promptType: 'define',
		text: 'Use each tool once.',
		options: { enableStreaming: false },
	});
	const model = node(
		'Model',
		'@n8n/n8n-nodes-langchain.lmChatOpenAi',
		1.2,
		{ model: { __rl: true, mode: 'id', value: 'model' }, options: { maxRetries: 0 } },
		useCredential('openAiApi', 'openAiApi'),
	);
	const { nodes, connections, ...more } = workflow(id, [agent], rows);
	return {
		...more,
		id,
		nodes: [...nodes, model, ...tools],
		connections: {
			...connections,
			Model: { ai_languageModel: link('Agent', 'ai_languageModel') },
			...Object.fromEntries(tools.map(({ name }) => [name, { ai_tool: link('Agent', 'ai_tool') }])),
		},
	};
}

/** A node of this package as a tool. */
export const toolNode = (type: string, parameters: Row, credentialId: string): WorkflowNode =>
	node(type, `${PACKAGE}.${type}Tool`, 1, parameters, useCredential('mastercardApi', credentialId));
