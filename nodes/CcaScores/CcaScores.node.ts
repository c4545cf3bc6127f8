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
import { scoresOperation } from './scores.operation';
import { description } from './description';

/** Consumer Credit Analytics, `POST /scores`: up to 20 cards per call, one item per card. */
export class CcaScores implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'CCA Scores',
		name: 'ccaScores',
		icon: { light: 'file:ccaScores.svg', dark: 'file:ccaScores.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["scoreTypes"].join(", ") }}',
		description: "Get credit scores for cards from Mastercard's Consumer Credit Analytics",
		defaults: { name: 'CCA Scores' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'mastercardApi', required: true }],
		builderHint: {
			searchHint:
				'Scores consumers by card. Give it all rows at once: it batches, limits its rate and retries, so it needs no loop and no wait. Only rows whose consent is true are sent.',
			relatedNodes: [
				{
					nodeType: 'n8n-nodes-mastercard-credit-analytics.ccaMetrics',
					relationHint: 'Spending metrics of the same cards',
				},
				{
					nodeType: 'n8n-nodes-mastercard-credit-analytics.creditReviewReport',
					relationHint: 'Compares the scores with those of the last review',
				},
			],
		},
		properties: description,
		hints: [consentHint],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const createTransport = createMastercardTransport({ encrypts: true });
		return await executeRows(this, scoresOperation, createTransport, createCardIdentity);
	}
}
