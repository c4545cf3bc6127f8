/** Workflows that run every node in every mode, for the canary suite. */
import { canarySubjects, type CanarySubject } from '../../canary/subjects';
import {
	agentWorkflow,
	node,
	PACKAGE,
	useCredential,
	workflow,
	type Row,
	type StoredWorkflow,
	type WorkflowNode,
} from './agentWorkflow';

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
): StoredWorkflow[] {
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
