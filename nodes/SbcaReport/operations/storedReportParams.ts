import type { IExecuteFunctions } from 'n8n-workflow';
import { parseCustomerId, parseReportId } from '../../../mastercard/openFinance/ids';
import type { StoredReportParams } from '../../../mastercard/openFinance/storedReport';

/** Which report an item asks for. @throws InvalidParameterError for an ID that cannot be one. */
export function parseStoredReportParams(
	context: IExecuteFunctions,
	itemIndex: number,
): StoredReportParams {
	return {
		customerId: parseCustomerId(context.getNodeParameter('customerId', itemIndex, '')),
		reportId: parseReportId(context.getNodeParameter('reportId', itemIndex, '')),
	};
}
