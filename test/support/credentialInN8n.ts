/**
 * The credential inside n8n's real request code (`n8n-core`): the current helper, the legacy one of the HTTP Request
 * node, and the routing that credential tests run through. What n8n itself adds around them (`credentials-tester`) is
 * reimplemented at the end, because the n8n package is too large to install for tests.
 */
import { ExecuteContext, RoutingNode } from 'n8n-core';
import {
	createEmptyRunExecutionData,
	NodeConnectionTypes,
	Workflow,
	type IAuthenticateRuleResponseCode,
	type IAuthenticateRuleResponseSuccessBody,
	type ICredentialType,
	type IHttpRequestOptions,
	type INode,
	type INodeType,
	type IRequestOptions,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { StoredCredentials } from './storedCredentials';

/** A node with one routing property, as `credentials-tester` creates it for a credential test. */
function nodeTypeFor(credentialType: ICredentialType, name: string): INodeType {
	return {
		description: {
			displayName: 'No Operation',
			name,
			group: ['transform'],
			version: 1,
			description: '',
			defaults: { name: 'No Operation' },
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			credentials: [{ name: credentialType.name, required: true }],
			properties: [
				{
					displayName: 'Temp',
					name: 'temp',
					type: 'string',
					routing: { request: credentialType.test?.request },
					default: '',
				},
			],
		},
	};
}

function contextFor(
	nodeType: INodeType,
	credentialType: ICredentialType,
	credentialsHelper: StoredCredentials,
): ExecuteContext {
	const node: INode = {
		id: 'temp',
		name: 'Temp-Node',
		type: nodeType.description.name,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		credentials: { [credentialType.name]: { id: '1', name: 'test' } },
	};
	const workflow = new Workflow({
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: {
			getByName: () => nodeType,
			getByNameAndVersion: () => nodeType,
			getKnownTypes: () => ({}),
		},
	});
	return new ExecuteContext(
		workflow,
		node,
		{ credentialsHelper } as unknown as IWorkflowExecuteAdditionalData,
		'internal',
		createEmptyRunExecutionData(),
		0,
		[],
		{ main: [[{ json: {} }]] },
		{ node, data: {}, source: null },
		[],
	);
}

/**
 * Stores a credential once, for any number of requests.
 * @param data Its fields; missing ones get their defaults.
 */
export function storeCredential(credentialType: ICredentialType, data: object) {
	const type = credentialType.name;
	const store = new StoredCredentials(new Map([[type, credentialType]]), { [type]: data });
	const requests = nodeTypeFor(credentialType, 'n8n-nodes-base.httpRequest');
	const context = () => contextFor(requests, credentialType, store);
	const test = nodeTypeFor(credentialType, 'n8n-nodes-base.noOp');
	return {
		/** What n8n currently stores. */
		stored: () => store.stored[type],
		/** n8n's current helper, which our nodes use. */
		async httpRequest(options: IHttpRequestOptions): Promise<unknown> {
			const here = context();
			return await here.helpers.httpRequestWithAuthentication.call(here, type, options);
		},
		/** The helper of the HTTP Request node. */
		async legacyRequest(options: IRequestOptions): Promise<unknown> {
			const here = context();
			return await here.helpers.requestWithAuthentication.call(here, type, options);
		},
		/** The credential test, by the rules of n8n 2.40's `credentials-tester.service`. */
		async test(): Promise<{ status: 'OK' | 'Error'; message: string }> {
			const rules = (credentialType.test?.rules ?? []) as Rule[];
			const filled = await store.getDecrypted(undefined, { id: '1', name: 'test' }, type);
			const decrypted = { id: '1', name: 'test', type, data: filled };
			const here = contextFor(test, credentialType, store);
			return await verdictOn(new RoutingNode(here, test, decrypted), rules);
		},
	};
}

interface Failure {
	message: string;
	cause?: { code?: string; response?: { status: number; statusText: string } };
}

type Rule = IAuthenticateRuleResponseCode | IAuthenticateRuleResponseSuccessBody;

async function verdictOn(
	routing: RoutingNode,
	rules: Rule[],
): Promise<{ status: 'OK' | 'Error'; message: string }> {
	let output;
	try {
		output = await routing.runNode();
	} catch (thrown) {
		const error = thrown as Failure;
		const response = error.cause?.response;
		const rule = rules.find(
			({ type, properties }) => type === 'responseCode' && properties['value'] === response?.status,
		);
		const message = response
			? (rule?.properties.message ?? response.statusText)
			: (error.cause?.code ?? error.message);
		return { status: 'Error', message };
	}
	const json = output?.[0]?.[0]?.json ?? {};
	const rule = rules.find(
		({ type, properties }) =>
			type === 'responseSuccessBody' &&
			json[(properties as { key: string }).key] === properties['value'],
	);
	return rule
		? { status: 'Error', message: rule.properties.message }
		: { status: 'OK', message: 'Connection successful!' };
}
