import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { create } from './create.operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';
import { getPdf } from './getPdf.operation';

type Execute = (context: IExecuteFunctions) => Promise<INodeExecutionData[][]>;

const OPERATIONS: Readonly<Record<string, Execute>> = { create, get, getMany, getPdf };

/** The function for the node's parameters 'Operation' and 'Report Format'. */
export function getOperation(context: IExecuteFunctions): Execute {
	const name = context.getNodeParameter('operation', 0, 'create') as string;
	const isPdf = name === 'get' && context.getNodeParameter('reportFormat', 0) !== 'json';
	return OPERATIONS[isPdf ? 'getPdf' : name] ?? create;
}
