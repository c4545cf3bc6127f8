import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { parsePdfResponse } from '../../../mastercard/openFinance/pdf';
import {
	buildStoredReportRequest,
	type StoredReportParams,
} from '../../../mastercard/openFinance/storedReport';
import { executeRows } from '../../shared/executeRows';
import { noDataIsError, oneRowPerCall } from '../../shared/oneRowPerCall';
import type { Operation } from '../../shared/operation';
import { createOpenFinanceTransport } from '../../shared/transport/createOpenFinanceTransport';
import { parseStoredReportParams } from './storedReportParams';

const PDF = 'application/pdf';

/** Gets reports as PDF files in n8n's binary data. */
export async function getPdf(context: IExecuteFunctions) {
	const outputs = await executeRows(context, getPdfOperation, createOpenFinanceTransport);
	return await toBinaryData(context, outputs);
}

/** The items hold the file as Base64 until `toBinaryData`. */
function getPdfOperation(context: IExecuteFunctions): Operation<StoredReportParams, string> {
	return {
		parseRow: (itemIndex) => parseStoredReportParams(context, itemIndex),
		...oneRowPerCall(
			(params: StoredReportParams) => ({
				method: 'GET',
				accept: PDF,
				...buildStoredReportRequest(params),
			}),
			(response, _params, now) => parsePdfResponse(response, now),
		),
		...noDataIsError,
		toItems: ({ value }, params) => [{ ...params, pdf: value }],
	};
}

/** Moves the files from the items into n8n's binary data, in the field that the node's parameter names. */
async function toBinaryData(
	context: IExecuteFunctions,
	outputs: INodeExecutionData[][],
): Promise<INodeExecutionData[][]> {
	const field = context.getNodeParameter('binaryPropertyName', 0, 'data') as string;
	const moveFile = async (item: INodeExecutionData): Promise<INodeExecutionData> => {
		const { pdf, ...json } = item.json;
		if (typeof pdf !== 'string') return item;
		const bytes = Buffer.from(pdf, 'base64');
		const name = `${String(json.reportId)}.pdf`;
		const file = await context.helpers.prepareBinaryData(bytes, name, PDF);
		return { ...item, json, binary: { [field]: file } };
	};
	return await Promise.all(outputs.map(async (items) => await Promise.all(items.map(moveFile))));
}
