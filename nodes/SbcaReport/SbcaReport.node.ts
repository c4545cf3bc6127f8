import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { credentials } from '../shared/descriptions/authentication';
import { executeRows } from '../shared/executeRows';
import { openMastercardOpenFinance } from '../shared/transport/createOpenFinanceTransport';
import { openDoor } from '../shared/sbca/sbcaApi';
import { getOperation } from './operations/get.operation';
import { getManyOperation } from './operations/getMany.operation';
import { reportOperation } from './operations/create.operation';
import { parameters } from './description';
import { getPdfOperation, intoFiles } from './operations/getPdf.operation';

/** Small Business Credit Analytics, reports: one location a call, one item for each week or month. */
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
		properties: parameters,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const operation = this.getNodeParameter('operation', 0, 'create') as string;
		if (operation === 'getMany')
			return await executeRows(this, getManyOperation, openMastercardOpenFinance);
		if (operation === 'get') {
			if (this.getNodeParameter('reportFormat', 0, 'json') === 'json')
				return await executeRows(this, getOperation, openMastercardOpenFinance);
			const outputs = await executeRows(this, getPdfOperation, openMastercardOpenFinance);
			return await intoFiles(this, outputs);
		}
		return await executeRows(this, reportOperation, openDoor);
	}
}
