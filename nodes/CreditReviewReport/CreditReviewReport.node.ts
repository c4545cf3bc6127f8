import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { createReviewReport } from './createReviewReport';
import { description } from './description';

/** Compares a review with the last one: rows with their movement, and a report with figures and charts. */
export class CreditReviewReport implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Credit Review Report',
		name: 'creditReviewReport',
		icon: { light: 'file:creditReviewReport.svg', dark: 'file:creditReviewReport.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["subject"] }}',
		description:
			'Compare a review of cards or businesses with the last one, and report figures and charts. Calls no service.',
		defaults: { name: 'Credit Review Report' },
		usableAsTool: true,
		// The second input may be missing or empty: a first review has nothing to compare with.
		inputs: [
			{ type: NodeConnectionTypes.Main, displayName: 'Current', required: true },
			{ type: NodeConnectionTypes.Main, displayName: 'Previous', required: false },
		],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Rows', 'Report'],
		builderHint: {
			searchHint:
				'Computes without calling a service. Connect this review to the first input, and the last one, for example from a data table, to the second, which may stay empty. The first output has the rows with their movement, the second the report as an HTML file and an e-mail.',
			relatedNodes: [
				{
					nodeType: 'n8n-nodes-mastercard-credit-analytics.ccaScores',
					relationHint: 'Outputs the rows of a review of cards',
				},
				{
					nodeType: 'n8n-nodes-mastercard-credit-analytics.sbcaReport',
					relationHint: 'Outputs the rows of a review of businesses',
				},
			],
		},
		properties: description,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await createReviewReport(this);
	}
}
