import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { credentials } from '../common/parameters/authenticationParameter';
import { executeRows } from '../common/run/executeRows';
import { openMastercardOpenFinance } from '../common/connection/openMastercardOpenFinance';
import { openDoor } from '../common/connection/sbcaDoor';
import { getOperation } from './getReport';
import { getManyOperation } from './getReports';
import { reportOperation } from './operation';
import { parameters } from './parameters';
import { getPdfOperation, intoFiles } from './pdf';

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
