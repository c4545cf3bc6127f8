import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { readPdf } from '../../../mastercard/openFinance/pdf';
import {
	storedReportRequest,
	type StoredReportQuestion,
} from '../../../mastercard/openFinance/storedReport';
import type { Operation } from '../../shared/operation';
import { neverUnavailable, readStoredReportQuestion } from './get.operation';

const PDF = 'application/pdf';

/** Reads reports as PDF. The items hold the file as Base64 until `intoFiles`. */
export function getPdfOperation(
	context: IExecuteFunctions,
): Operation<StoredReportQuestion, string> {
	return {
		readRow: (itemIndex) => readStoredReportQuestion(context, itemIndex),
		groupOf: () => '',
		identityOf: (question) => JSON.stringify(question),
		rowsPerCall: 1,
		request: ([question]) => ({
			method: 'GET',
			accept: PDF,
			...storedReportRequest(question as StoredReportQuestion),
		}),
		readAnswer: (answer, rows, now) => rows.map(() => readPdf(answer, now)),
		...neverUnavailable,
		present: ({ value }, question) => [{ ...question, pdf: value }],
	};
}

/** Moves the files from the items into n8n's binary data, under the name that the node's parameter gives. */
export async function intoFiles(
	context: IExecuteFunctions,
	outputs: INodeExecutionData[][],
): Promise<INodeExecutionData[][]> {
	const field = context.getNodeParameter('binaryPropertyName', 0, 'data') as string;
	const intoFile = async (item: INodeExecutionData): Promise<INodeExecutionData> => {
		const { pdf, ...json } = item.json;
		if (typeof pdf !== 'string') return item;
		const bytes = Buffer.from(pdf, 'base64');
		const name = `${String(json.reportId)}.pdf`;
		const file = await context.helpers.prepareBinaryData(bytes, name, PDF);
		return { ...item, json, binary: { [field]: file } };
	};
	return await Promise.all(outputs.map(async (items) => await Promise.all(items.map(intoFile))));
}
