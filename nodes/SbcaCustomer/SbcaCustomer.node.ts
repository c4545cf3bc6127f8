import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { createBusiness } from './operations/createBusiness.operation';
import { createCustomer } from './operations/createCustomer.operation';
import { description } from './description';

/** What Open Finance requires before the first report: a customer and its business record. */
export class SbcaCustomer implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'SBCA Customer',
		name: 'sbcaCustomer',
		icon: { light: 'file:sbcaCustomer.svg', dark: 'file:sbcaCustomer.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ $parameter["operation"] === "createBusiness" ? "create business record" : "create customer" }}',
		description:
			'Create the customer and business record that SBCA Report needs on Open Finance US',
		defaults: { name: 'SBCA Customer' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'mastercardOpenFinanceApi', required: true }],
		builderHint: {
			searchHint:
				'Only for Small Business Credit Analytics on Open Finance US, where a report needs a customerId.',
			relatedNodes: [
				{
					nodeType: 'n8n-nodes-mastercard-credit-analytics.sbcaReport',
					relationHint: 'Gets reports for the customer',
				},
			],
		},
		properties: description,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const operation = this.getNodeParameter('operation', 0);
		return await (operation === 'createBusiness' ? createBusiness : createCustomer)(this);
	}
}
