import type { IExecuteFunctions } from 'n8n-workflow';
import { InvalidParameterError } from '../../../mastercard/errors/InvalidParameterError';
import { parsePdfResponse } from '../../../mastercard/openFinance/pdf';
import {
	buildStoredReportRequest,
	type StoredReportParams,
} from '../../../mastercard/openFinance/storedReport';
import { waitIfInProgress } from './waitIfInProgress';
import { executeRows } from '../../shared/executeRows';
import { oneRowPerCall } from '../../shared/oneRowPerCall';
import type { Operation } from '../../shared/operation';
import { createOpenFinanceTransport } from '../../shared/transport/createOpenFinanceTransport';
import { parseStoredReportParams } from './storedReportParams';

const PDF = 'application/pdf';

interface PdfRow {
	params: StoredReportParams;
	/** The binary field that the file goes to. */
	fieldName: string;
}

/** Gets reports as PDF files in n8n's binary data. */
export async function getPdf(context: IExecuteFunctions) {
	return await executeRows(context, getPdfOperation, createOpenFinanceTransport);
}

function getPdfOperation(context: IExecuteFunctions): Operation<PdfRow, string> {
	return {
		parseRow: (itemIndex) => ({
			params: parseStoredReportParams(context, itemIndex),
			fieldName: parseFieldName(context.getNodeParameter('binaryPropertyName', itemIndex)),
		}),
		...oneRowPerCall(
			({ params }: PdfRow) => ({
				method: 'GET',
				accept: PDF,
				...buildStoredReportRequest(params),
			}),
			(response, row, now) => waitIfInProgress(parsePdfResponse(response, now), response, row),
		),
		// A report is fetched once, also for rows that put it into different fields.
		dedupeKey: ({ params }) => JSON.stringify(params),
		toItems: (_result, { params }) => [{ ...params }],
		toFile: ({ value }, { params, fieldName }) => ({
			fieldName,
			fileName: `${params.reportId}.pdf`,
			mimeType: PDF,
			content: value,
		}),
	};
}

/** Checked before the call, so that no report is fetched that has nowhere to go. */
function parseFieldName(value: unknown): string {
	if (typeof value === 'string' && value.trim() !== '') return value;
	throw new InvalidParameterError(
		'BINARY_FIELD',
		"'Put Output File in Field' is empty or not text",
		'Give the name of the binary field to put the file in, for example data.',
	);
}
