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
		properties: description,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await createReviewReport(this);
	}
}
