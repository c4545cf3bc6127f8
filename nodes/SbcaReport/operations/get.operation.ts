import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { readCustomerId, readReportId } from '../../../mastercard/openFinance/ids';
import {
	readStoredReport,
	storedReportRequest,
	type StoredReportQuestion,
} from '../../../mastercard/openFinance/storedReport';
import type { LocationReport } from '../../../mastercard/sbca/report';
import { shapeReport } from '../../../mastercard/sbca/shapeReport';
import type { Operation } from '../../shared/operation';
import { readShape } from './reportShape';

/** Reads reports that were made before, into the same items as new ones. */
export function getOperation(
	context: IExecuteFunctions,
): Operation<StoredReportQuestion, LocationReport> {
	const shape = readShape(context);
	return {
		readRow: (itemIndex) => readStoredReportQuestion(context, itemIndex),
		groupOf: () => '',
		identityOf: (question) => JSON.stringify(question),
		rowsPerCall: 1,
		request: ([question]) => ({
			method: 'GET',
			...storedReportRequest(question as StoredReportQuestion),
		}),
		readAnswer: (answer, rows, now) => rows.map(() => readStoredReport(answer, now)),
		...neverUnavailable,
		present: ({ value }) => shapeReport(value, shape) as IDataObject[],
	};
}

export function readStoredReportQuestion(
	context: IExecuteFunctions,
	itemIndex: number,
): StoredReportQuestion {
	return {
		customerId: readCustomerId(context.getNodeParameter('customerId', itemIndex, '')),
		reportId: readReportId(context.getNodeParameter('reportId', itemIndex, '')),
	};
}

/** What does not exist is an error in Mastercard's own terms, and therefore a failed row. */
export const neverUnavailable = {
	whenUnavailable: 'error',
	unavailableFailure: () => ({
		message: 'Mastercard has nothing on this row',
		description: 'Mastercard gave no reason.',
	}),
} as const;
