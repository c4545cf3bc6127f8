/**
 * Runs one node of the built package inside n8n's real execution engine (`n8n-core`): its request helpers,
 * expressions, item linking, error outputs and cancellation are n8n's own. What the full n8n adds around the
 * engine, reading credentials from its database, is replaced by `StoredCredentials`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import {
	NodeConnectionTypes,
	Workflow,
	type ICredentialType,
	type IExecuteFunctions,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type INodeType,
	type INodeTypes,
	type IRun,
	type IWorkflowExecuteAdditionalData,
	type IWorkflowSettings,
	type NodeParameterValueType,
} from 'n8n-workflow';
import { StoredCredentials } from './storedCredentials';

/** The nearest folder above with the package: tests run from the source, benchmarks from `build/`. */
const root = findRoot(__dirname);
const requireFile = createRequire(__filename);
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
	name: string;
	n8n: { nodes: string[]; credentials: string[] };
};

function findRoot(folder: string): string {
	return existsSync(path.join(folder, 'package.json')) ? folder : findRoot(path.dirname(folder));
}

/** The class exported by a built file, with the same name as the file, as n8n expects. */
function load<Type>(file: string): Type {
	const name = path.basename(file).split('.')[0] ?? '';
	const exported = requireFile(path.join(root, file)) as Record<string, new () => Type>;
	const Class = exported[name];
	if (Class === undefined) throw new Error(`${file} exports no ${name}.`);
	return new Class();
}

const nodeTypes = new Map(
	manifest.n8n.nodes.map((file) => {
		const node = load<INodeType>(file);
		return [`${manifest.name}.${node.description.name}`, node];
	}),
);
/** A node of the built package. @param name Its short name, for example `ccaScores`. */
export const loadNode = (name: string): INodeType => found(nodeTypes, `${manifest.name}.${name}`);

const credentialTypes = new Map(
	manifest.n8n.credentials.map((file) => {
		const type = load<ICredentialType>(file);
		return [type.name, type];
	}),
);

/** Outputs the test's rows, in place of a spreadsheet or database node. */
const rowsNode = (rows: readonly IDataObject[]): INodeType => ({
	description: {
		displayName: 'Rows',
		name: 'rows',
		group: ['input'],
		version: 1,
		description: 'The rows of the test',
		defaults: { name: 'Rows' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	},
	execute: () => Promise.resolve([rows.map((json, item) => ({ json, pairedItem: { item } }))]),
});

/** Reads an expression for each item that arrives, as any node behind ours does. */
const readingNode: INodeType = {
	description: {
		displayName: 'Read',
		name: 'read',
		group: ['output'],
		version: 1,
		description: 'Reads an expression for each item',
		defaults: { name: 'Read' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: [{ displayName: 'Value', name: 'value', type: 'json', default: '' }],
	},
	execute(this: IExecuteFunctions) {
		return Promise.resolve([
			this.getInputData().map((_, item) => ({
				json: { value: this.getNodeParameter('value', item) as IDataObject },
				pairedItem: { item },
			})),
		]);
	},
};

export interface EngineRun {
	/** Short name of the node, for example `ccaScores`; or a node of the test's own. */
	node: string | INodeType;
	rows: readonly IDataObject[];
	/** Items of the second input, which is not connected without them. */
	previousRows?: readonly IDataObject[];
	/** Parameters as a workflow stores them; texts that begin with '=' are expressions. */
	parameters: Record<string, NodeParameterValueType>;
	credentials: Readonly<Record<string, object>>;
	onError?: INode['onError'];
	settings?: Partial<INode>;
	workflowSettings?: IWorkflowSettings;
	/** An expression that a node behind this one reads for each item, of every output. */
	readBehind?: string;
	/** Cancels the execution after this many milliseconds. */
	cancelAfterMs?: number;
}

export interface EngineResult {
	/** Items of the node's outputs; the second is the error output, if there is one. */
	outputs: INodeExecutionData[][];
	/** Set when the node stopped the workflow. */
	error?: { message: string; description?: string | null; [key: string]: unknown };
	hints: string[];
	/** What `readBehind` gave, output after output. */
	behind: unknown[];
	/** Everything that n8n would store about the execution, as text, to check for what it must not contain. */
	stored: string;
	/** The credentials as n8n has them after the run, by type. */
	credentials: StoredCredentials['stored'];
}

/** Runs the rows through the node, and returns the output. */
export async function runInEngine(run: EngineRun): Promise<EngineResult> {
	const type = typeof run.node === 'string' ? `${manifest.name}.${run.node}` : 'test.own';
	const credentialNames = Object.keys(run.credentials);
	const source: INode = node('Rows', 'test.rows', {});
	const target: INode = {
		...node('Node', type, run.parameters),
		credentials: Object.fromEntries(credentialNames.map((name) => [name, { id: '1', name }])),
		...(run.onError === undefined ? {} : { onError: run.onError }),
		...run.settings,
	};
	const behind = node('Behind', 'test.read', { value: run.readBehind ?? '' });
	const previous: INode = node('Previous', 'test.previous', {});
	const toPrevious = { node: 'Previous', type: NodeConnectionTypes.Main, index: 0 };
	const toBehind = [{ node: 'Behind', type: NodeConnectionTypes.Main, index: 0 }];
	const types = new Map([
		...nodeTypes,
		['test.rows', rowsNode(run.rows)],
		['test.read', readingNode],
		['test.previous', rowsNode(run.previousRows ?? [])],
		...(typeof run.node === 'string' ? [] : [['test.own', run.node] as const]),
	]);
	const workflow = new Workflow({
		id: '1',
		nodes: [
			source,
			target,
			...(run.previousRows === undefined ? [] : [previous]),
			...(run.readBehind === undefined ? [] : [behind]),
		],
		connections: {
			Rows: {
				main: [
					[
						{ node: 'Node', type: NodeConnectionTypes.Main, index: 0 },
						...(run.previousRows === undefined ? [] : [toPrevious]),
					],
				],
			},
			...(run.previousRows !== undefined && {
				Previous: { main: [[{ node: 'Node', type: NodeConnectionTypes.Main, index: 1 }]] },
			}),
			...(run.readBehind !== undefined && { Node: { main: [toBehind, toBehind] } }),
		},
		active: false,
		settings: run.workflowSettings,
		nodeTypes: {
			getByName: (name) => found(types, name),
			getByNameAndVersion: (name) => found(types, name),
			getKnownTypes: () => ({}),
		} satisfies INodeTypes,
	});

	const credentials = new StoredCredentials(credentialTypes, run.credentials);
	const execution = new WorkflowExecute(additionalData(credentials, workflow), 'manual').run({
		workflow,
		startNode: source,
	});
	if (run.cancelAfterMs !== undefined)
		setTimeout(() => {
			execution.cancel();
		}, run.cancelAfterMs);
	return toResult(await execution, credentials);
}

function node(name: string, type: string, parameters: INode['parameters']): INode {
	return { id: name, name, type, typeVersion: 1, position: [0, 0], parameters };
}

function found(types: ReadonlyMap<string, INodeType>, name: string): INodeType {
	const type = types.get(name);
	if (type === undefined) throw new Error(`The package has no node ${name}.`);
	return type;
}

function additionalData(
	credentialsHelper: StoredCredentials,
	workflow: Workflow,
): IWorkflowExecuteAdditionalData {
	const unused = () => Promise.reject(new Error('Not part of these tests.'));
	// n8n's own addresses; expressions such as $execution.resumeUrl are built from them.
	const url = 'http://127.0.0.1/n8n';
	return {
		formBaseUrl: url,
		formWaitingBaseUrl: url,
		formTestBaseUrl: url,
		webhookBaseUrl: url,
		webhookWaitingBaseUrl: url,
		webhookTestBaseUrl: url,
		mcpBaseUrl: url,
		mcpTestBaseUrl: url,
		restApiUrl: url,
		instanceBaseUrl: url,
		credentialsHelper,
		hooks: new ExecutionLifecycleHooks('manual', '1', {
			id: '1',
			name: 'Test',
			active: false,
			isArchived: false,
			createdAt: new Date(),
			updatedAt: new Date(),
			activeVersionId: null,
			nodes: Object.values(workflow.nodes),
			connections: workflow.connectionsBySourceNode,
		}),
		executeWorkflow: unused,
		getRunExecutionData: unused,
		getRuntimeCredential: unused,
		startRunnerTask: unused,
		logAiEvent: () => undefined,
		currentNodeExecutionIndex: 0,
		executionId: '1',
		variables: {},
	} as unknown as IWorkflowExecuteAdditionalData;
}

function toResult({ data }: IRun, credentials: StoredCredentials): EngineResult {
	const { runData, error } = data.resultData;
	const task = runData.Node?.[0];
	return {
		outputs: (task?.data?.main ?? []).map((items) => items ?? []),
		...(error === undefined ? {} : { error: { ...error, message: error.message } }),
		hints: (task?.hints ?? []).map(({ message }) => message),
		behind: (runData.Behind ?? []).flatMap((read) =>
			(read.data?.main?.[0] ?? []).map(({ json }) => json.value),
		),
		// Only on demand: of large runs it takes long.
		get stored() {
			return JSON.stringify(runData.Node ?? null) + JSON.stringify(error ?? null);
		},
		credentials: credentials.stored,
	};
}
