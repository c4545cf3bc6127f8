import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { createCardIdentity } from '../shared/descriptions/cardRow';
import { consentHint } from '../shared/descriptions/consentHint';
import { executeRows } from '../shared/executeRows';
import { createMastercardTransport } from '../shared/transport/createMastercardTransport';
import { metricsOperation } from './metrics.operation';
import { description } from './description';

/** Consumer Credit Analytics, `POST /metrics`: one card per call, one item per card. */
export class CcaMetrics implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'CCA Metrics',
		name: 'ccaMetrics',
		icon: { light: 'file:ccaMetrics.svg', dark: 'file:ccaMetrics.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["productType"] }}',
		description: "Get spending metrics for cards from Mastercard's Consumer Credit Analytics",
		defaults: { name: 'CCA Metrics' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'mastercardApi', required: true }],
		builderHint: {
			searchHint:
				'Gets spending metrics by card. Give it all rows at once: it limits its rate and retries, so it needs no loop and no wait. Only rows whose consent is true are sent.',
			relatedNodes: [
				{
					nodeType: 'n8n-nodes-mastercard-credit-analytics.ccaScores',
					relationHint: 'Credit scores of the same cards',
				},
			],
		},
		properties: description,
		hints: [consentHint],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const createTransport = createMastercardTransport({ encrypts: true });
		return await executeRows(this, metricsOperation, createTransport, createCardIdentity);
	}
}
