import type { IExecuteFunctions } from 'n8n-workflow';
import { parseCustomerId, parseReportId } from '../../../mastercard/openFinance/ids';
import type { StoredReportParams } from '../../../mastercard/openFinance/storedReport';

/** The report that an input item names. @throws InvalidParameterError for a malformed ID. */
export function parseStoredReportParams(
	context: IExecuteFunctions,
	itemIndex: number,
): StoredReportParams {
	return {
		customerId: parseCustomerId(context.getNodeParameter('customerId', itemIndex)),
		reportId: parseReportId(context.getNodeParameter('reportId', itemIndex)),
	};
}
