/** Workflows that run every node in every mode, for the canary suite. */
import { canarySubjects, type CanarySubject } from '../../canary/subjects';

const PACKAGE = 'n8n-nodes-mastercard-credit-analytics';

export type Row = Record<string, unknown>;

interface WorkflowNode extends Row {
	name: string;
}

interface CanaryWorkflow extends Row {
	id: string;
	nodes: WorkflowNode[];
	connections: Record<string, unknown>;
}

const node = (
	name: string,
	type: string,
	typeVersion: number,
	parameters: Row,
	more: Row = {},
): WorkflowNode => ({ id: name, name, type, typeVersion, position: [0, 0], parameters, ...more });

const useCredential = (type: string, id: string) => ({
	credentials: { [type]: { id, name: id } },
});

const link = (name: string, type: string) => [[{ node: name, type, index: 0 }]];

/** A manual trigger, and nodes that all get its rows, one node after another. */
function workflow(id: string, nodes: WorkflowNode[], rows: readonly Row[] = [{}]): CanaryWorkflow {
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

/** Sends one row after another, so that each gets the response that is meant for it. */
const subjectNode = (
	{ node: type, parameters, credential }: CanarySubject,
	name: string,
	onError: string,
): WorkflowNode =>
	node(
		name,
		`${PACKAGE}.${type}`,
		1,
		{
			...parameters,
			options: { ...(parameters.options as object), concurrency: 1, maxAttempts: 1 },
		},
		{ onError, ...useCredential(credential, credential) },
	);

/** What the model fills in stands in for the columns of a row. */
function toolNode(subject: CanarySubject, name: string): WorkflowNode {
	const parameters = Object.entries(subject.parameters).map(([key, value]) => [
		key,
		typeof value === 'string' ? value.replace(/\$json\.(\w+)/, "$fromAI('$1')") : value,
	]);
	const tool = {
		...subject,
		node: `${subject.node}Tool`,
		parameters: Object.fromEntries(parameters) as CanarySubject['parameters'],
	};
	return subjectNode(tool, name, 'continueRegularOutput');
}

/** An AI agent that has nodes of this package as its tools. */
function agentWorkflow(id: string, tools: WorkflowNode[]): CanaryWorkflow {
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
	const { nodes, connections, ...more } = workflow(id, [agent]);
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

const requestNode = (name: string, type: string, id: string, url: string) =>
	node(
		name,
		'n8n-nodes-base.httpRequest',
		4.2,
		{ url, authentication: 'predefinedCredentialType', nodeCredentialType: type, options: {} },
		{ onError: 'continueRegularOutput', ...useCredential(type, id) },
	);

/**
 * @param rows for every node
 * @param url of the server
 * @param planted goes wherever n8n writes
 */
export function createCanaryWorkflows(
	rows: readonly Row[],
	url: string,
	planted: string,
): CanaryWorkflow[] {
	const openFinance = 'mastercardOpenFinanceApi';
	return [
		...canarySubjects.flatMap((subject, index) => [
			workflow(
				`continue${index}`,
				['continueRegularOutput', 'continueErrorOutput'].map((mode) =>
					subjectNode(subject, mode, mode),
				),
				rows,
			),
			workflow(
				`stop${index}`,
				[subjectNode(subject, subject.title, 'stopWorkflow')],
				rows.slice(0, 1),
			),
		]),
		agentWorkflow(
			'agent',
			canarySubjects.map((subject, index) => toolNode(subject, `tool${index}`)),
		),
		workflow('requests', [
			requestNode('Signed', 'mastercardApi', 'mastercardApi', `${url}/request`),
			requestNode('With a token', openFinance, openFinance, `${url}/request`),
		]),
		workflow('declined', [requestNode('Declined', openFinance, 'declined', `${url}/request`)]),
		workflow(
			'planted',
			[
				node(planted, 'n8n-nodes-base.convertToFile', 1.1, {
					operation: 'toText',
					sourceProperty: 'text',
					options: {},
				}),
			],
			[{ text: planted }],
		),
	];
}
