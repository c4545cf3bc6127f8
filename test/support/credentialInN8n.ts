/**
 * The credential inside n8n's real request code (`n8n-core`): the current helper, the legacy one of the HTTP Request
 * node, and the routing that credential tests run through. What n8n itself adds around them (`credentials-tester`) is
 * written down again at the end, because the n8n package is too large to install for tests.
 */
import { ExecuteContext, RoutingNode } from 'n8n-core';
import {
	createEmptyRunExecutionData,
	NodeConnectionTypes,
	Workflow,
	type IAuthenticateRuleResponseCode,
	type IAuthenticateRuleResponseSuccessBody,
	type ICredentialDataDecryptedObject,
	type IHttpRequestOptions,
	type INode,
	type INodeType,
	type IRequestOptions,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { MastercardApi } from '../../credentials/MastercardApi.credentials';

const TYPE = 'mastercardApi';
const credentialType = new MastercardApi();

const node: INode = {
	id: 'temp',
	name: 'Temp-Node',
	type: 'n8n-nodes-base.noOp',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
	credentials: { [TYPE]: { id: '1', name: 'test' } },
};

/** What `credentials-tester` makes of a credential's test: a node with one property that routes. */
const nodeType: INodeType = {
	description: {
		displayName: 'No Operation',
		name: 'n8n-nodes-base.noOp',
		group: ['transform'],
		version: 1,
		description: '',
		defaults: { name: 'No Operation' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: TYPE, required: true }],
		properties: [
			{
				displayName: 'Temp',
				name: 'temp',
				type: 'string',
				routing: { request: credentialType.test.request },
				default: '',
			},
		],
	},
};

function contextFor(): ExecuteContext {
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
	const additionalData = {
		credentialsHelper: {
			getParentTypes: () => [],
			preAuthentication: async () => await Promise.resolve(undefined),
			authenticate: async (
				data: ICredentialDataDecryptedObject,
				_: string,
				options: IHttpRequestOptions,
			) =>
				typeof credentialType.authenticate === 'function'
					? await credentialType.authenticate(data, options)
					: options,
		},
	} as unknown as IWorkflowExecuteAdditionalData;
	const input = { main: [[{ json: {} }]] };
	return new ExecuteContext(
		workflow,
		node,
		additionalData,
		'internal',
		createEmptyRunExecutionData(),
		0,
		[],
		input,
		{ node, data: {}, source: null },
		[],
	);
}

const decrypted = (data: ICredentialDataDecryptedObject) => ({
	credentialsDecrypted: { id: '1', name: 'test', type: TYPE, data },
});

export async function httpRequest(
	data: ICredentialDataDecryptedObject,
	options: IHttpRequestOptions,
): Promise<unknown> {
	const context = contextFor();
	return await context.helpers.httpRequestWithAuthentication.call(
		context,
		TYPE,
		options,
		decrypted(data),
	);
}

export async function legacyRequest(
	data: ICredentialDataDecryptedObject,
	options: IRequestOptions,
): Promise<unknown> {
	const context = contextFor();
	return await context.helpers.requestWithAuthentication.call(
		context,
		TYPE,
		options,
		decrypted(data),
	);
}

interface Failure {
	message: string;
	cause?: { code?: string; response?: { status: number; statusText: string } };
}

/** The credential test, by the rules of n8n 2.40's `credentials-tester.service`. */
export async function testCredential(
	data: ICredentialDataDecryptedObject,
): Promise<{ status: 'OK' | 'Error'; message: string }> {
	const rules = (credentialType.test.rules ?? []) as Array<
		IAuthenticateRuleResponseCode | IAuthenticateRuleResponseSuccessBody
	>;
	const routing = new RoutingNode(contextFor(), nodeType, decrypted(data).credentialsDecrypted);
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
