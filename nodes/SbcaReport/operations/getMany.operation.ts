import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { parseCustomerId } from '../../../mastercard/openFinance/ids';
import {
	buildReportListRequest,
	parseReportListResponse,
	type ReportSummary,
} from '../../../mastercard/openFinance/storedReport';
import { omitSensitiveFields } from '../../../mastercard/openFinance/sensitiveFields';
import { parseIncludesSensitive } from '../../shared/descriptions/sensitiveFields';
import { executeRows } from '../../shared/executeRows';
import { oneRowPerCall } from '../../shared/oneRowPerCall';
import type { Operation } from '../../shared/operation';
import { createOpenFinanceTransport } from '../../shared/transport/createOpenFinanceTransport';

/** Lists the reports of each customer, one item per report; for a customer without reports, one item that says so. */
export async function getMany(context: IExecuteFunctions) {
	return await executeRows(context, getManyOperation, createOpenFinanceTransport);
}

function getManyOperation(context: IExecuteFunctions): Operation<string, ReportSummary[]> {
	const includesSensitive = parseIncludesSensitive(context);
	return {
		parseRow: (itemIndex) => parseCustomerId(context.getNodeParameter('customerId', itemIndex)),
		...oneRowPerCall(
			(customerId: string) => ({ method: 'GET', ...buildReportListRequest(customerId) }),
			parseReportListResponse,
		),
		toItems: (result, customerId) => {
			if (result.kind === 'noData') return [toNoReportsItem(customerId, result.reasonCode)];
			const { value } = result;
			return (includesSensitive ? value : value.map(omitSensitiveFields)) as IDataObject[];
		},
	};
}

function toNoReportsItem(customerId: string, reasonCode: string): IDataObject {
	const reason = 'Mastercard lists no report for this customer.';
	return { customerId, available: false, reasonCode, reason };
}
