import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import {
	buildStoredReportRequest,
	parseStoredReportResponse,
	type StoredReportParams,
} from '../../../mastercard/openFinance/storedReport';
import type { LocationReport } from '../../../mastercard/sbca/report';
import { shapeReport } from '../../../mastercard/sbca/shapeReport';
import { waitIfInProgress } from './waitIfInProgress';
import { executeRows } from '../../shared/executeRows';
import { oneRowPerCall } from '../../shared/oneRowPerCall';
import type { Operation } from '../../shared/operation';
import { createOpenFinanceTransport } from '../../shared/transport/createOpenFinanceTransport';
import { parseReportShape } from './reportShape';
import { parseStoredReportParams } from './storedReportParams';

/** Gets existing reports, output as the same items as new ones. */
export async function get(context: IExecuteFunctions) {
	return await executeRows(context, getOperation, createOpenFinanceTransport);
}

function getOperation(context: IExecuteFunctions): Operation<StoredReportParams, LocationReport> {
	const shape = parseReportShape(context);
	return {
		parseRow: (itemIndex) => parseStoredReportParams(context, itemIndex),
		...oneRowPerCall(
			(params: StoredReportParams) => ({ method: 'GET', ...buildStoredReportRequest(params) }),
			(response, params, now) =>
				waitIfInProgress(parseStoredReportResponse(response, now), response, params),
		),
		toItems: ({ value }) => shapeReport(value, shape) as IDataObject[],
	};
}
