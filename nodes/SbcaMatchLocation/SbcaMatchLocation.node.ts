import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { credentials } from '../shared/descriptions/authentication';
import { executeRows } from '../shared/executeRows';
import { createSbcaTransport } from '../shared/sbca/getSbcaApi';
import { matchOperation } from './match.operation';
import { description } from './description';

/** Small Business Credit Analytics, merchant lookup: one call per input item, one output item per location. */
export class SbcaMatchLocation implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'SBCA Match Location',
		name: 'sbcaMatchLocation',
		icon: { light: 'file:sbcaMatchLocation.svg', dark: 'file:sbcaMatchLocation.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ { merchantId: "by merchant ID", taxId: "by tax ID" }[$parameter["matchBy"]] ?? "by name and address" }}',
		description: "Find a merchant's locations in Mastercard's Small Business Credit Analytics",
		defaults: { name: 'SBCA Match Location' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials,
		builderHint: {
			searchHint:
				'Finds a merchant by name and address, merchant ID or tax ID, and outputs the locationId that SBCA Report needs.',
			relatedNodes: [
				{
					nodeType: 'n8n-nodes-mastercard-credit-analytics.sbcaReport',
					relationHint: 'Gets the report on the location',
				},
			],
		},
		properties: description,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await executeRows(this, matchOperation, createSbcaTransport);
	}
}
