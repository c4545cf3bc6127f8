import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { executeRows } from '../shared/executeRows';
import { standaloneDoor } from '../shared/sbcaDoor';
import { reportOperation } from './operation';
import { parameters } from './parameters';

/** Small Business Credit Analytics, reports: one location a call, one item for each week or month. */
export class SbcaReport implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'SBCA Report',
		name: 'sbcaReport',
		icon: { light: 'file:sbcaReport.svg', dark: 'file:sbcaReport.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["metricType"] + ": " + $parameter["metricFrequency"] }}',
		description:
			"Get a merchant location's sales or benchmarks from Mastercard's Small Business Credit Analytics",
		defaults: { name: 'SBCA Report' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'mastercardApi', required: true }],
		properties: parameters,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await executeRows(this, reportOperation(this, standaloneDoor), standaloneDoor.open);
	}
}
