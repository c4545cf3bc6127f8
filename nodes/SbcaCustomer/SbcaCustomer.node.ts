import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { executeRows } from '../shared/executeRows';
import { openMastercardOpenFinance } from '../shared/transport/createOpenFinanceTransport';
import { businessOperation, customerOperation } from './operations';
import { parameters } from './description';

/** What Open Finance wants to know before a first report: the customer, and the business that it is. */
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
			'Create the customer and the business record that SBCA Report needs on Open Finance US',
		defaults: { name: 'SBCA Customer' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'mastercardOpenFinanceApi', required: true }],
		properties: parameters,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return this.getNodeParameter('operation', 0) === 'createBusiness'
			? await executeRows(this, businessOperation, openMastercardOpenFinance)
			: await executeRows(this, customerOperation, openMastercardOpenFinance);
	}
}
