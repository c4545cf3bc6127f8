import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { credentials } from '../shared/descriptions/authentication';
import { consentHint } from '../shared/descriptions/consentHint';
import { getOperation } from './operations';
import { description } from './description';

/** Small Business Credit Analytics, reports: one location per call, one item per week or month. */
export class SbcaReport implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'SBCA Report',
		name: 'sbcaReport',
		icon: { light: 'file:sbcaReport.svg', dark: 'file:sbcaReport.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ { get: "get report", getMany: "get many reports" }[$parameter["operation"]] ?? $parameter["metricType"] + ": " + $parameter["metricFrequency"] }}',
		description:
			"Get a merchant location's sales or benchmarks from Mastercard's Small Business Credit Analytics",
		defaults: { name: 'SBCA Report' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials,
		builderHint: {
			searchHint:
				"Gets the sales or benchmarks of a merchant's location by week or month. It needs a locationId, which SBCA Match Location outputs. Only rows whose consent is true are sent.",
			relatedNodes: [
				{
					nodeType: 'n8n-nodes-mastercard-credit-analytics.sbcaMatchLocation',
					relationHint: 'Finds the locationId',
				},
				{
					nodeType: 'n8n-nodes-mastercard-credit-analytics.creditReviewReport',
					relationHint: 'Compares the sales with those of the last review',
				},
			],
		},
		properties: description,
		hints: [consentHint],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await getOperation(this)(this);
	}
}
