import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { readCustomerId } from '../../../mastercard/openFinance/ids';
import {
	readReportList,
	reportListRequest,
	type ReportSummary,
} from '../../../mastercard/openFinance/storedReport';
import type { Operation } from '../../shared/operation';
import { neverUnavailable } from './get.operation';

/** Lists the reports on customers, one item each; a customer without reports gives none. */
export function getManyOperation(context: IExecuteFunctions): Operation<string, ReportSummary[]> {
	return {
		readRow: (itemIndex) => readCustomerId(context.getNodeParameter('customerId', itemIndex, '')),
		groupOf: () => '',
		identityOf: (customerId) => customerId,
		rowsPerCall: 1,
		request: ([customerId]) => ({ method: 'GET', ...reportListRequest(customerId as string) }),
		readAnswer: (answer, rows, now) =>
			rows.map((customerId) => readReportList(answer, customerId, now)),
		...neverUnavailable,
		present: ({ value }) => value as IDataObject[],
	};
}
