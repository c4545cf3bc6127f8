import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { parseCustomerId } from '../../../mastercard/openFinance/ids';
import {
	buildReportListRequest,
	parseReportListResponse,
	type ReportSummary,
} from '../../../mastercard/openFinance/storedReport';
import { executeRows } from '../../shared/executeRows';
import { oneRowPerCall } from '../../shared/oneRowPerCall';
import type { Operation } from '../../shared/operation';
import { createOpenFinanceTransport } from '../../shared/transport/createOpenFinanceTransport';

/** Lists the reports of each customer, one item per report; a customer without reports yields no item. */
export async function getMany(context: IExecuteFunctions) {
	return await executeRows(context, getManyOperation, createOpenFinanceTransport);
}

function getManyOperation(context: IExecuteFunctions): Operation<string, ReportSummary[]> {
	return {
		parseRow: (itemIndex) => parseCustomerId(context.getNodeParameter('customerId', itemIndex)),
		...oneRowPerCall(
			(customerId: string) => ({ method: 'GET', ...buildReportListRequest(customerId) }),
			parseReportListResponse,
		),
		toItems: ({ value }) => value as IDataObject[],
	};
}
