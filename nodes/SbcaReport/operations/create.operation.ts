import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { RowResult } from '../../../mastercard/errors/Failure';
import { isRecord } from '../../../mastercard/json';
import { readReportQuestion } from '../../../mastercard/sbca/reportParams';
import { shapeReport } from '../../../mastercard/sbca/shapeReport';
import { merchantFields } from '../../shared/descriptions/merchant';
import type { Operation } from '../../shared/operation';
import { doorOf, type SbcaDoor } from '../../shared/sbca/sbcaApi';
import { nextRow, readRematch, type ReportRow, type ReportValue } from './rematch';
import { readShape } from './reportShape';

/** Reports on the locations of one run. */
export function reportOperation(context: IExecuteFunctions): Operation<ReportRow, ReportValue> {
	const door = doorOf(context);
	const shape = readShape(context);
	return {
		readRow: (itemIndex) => readRow(context, door, itemIndex),
		groupOf: () => '',
		identityOf: (row) => JSON.stringify(row),
		rowsPerCall: 1,
		request: ([row]) => {
			const { question, party, rematch, lost } = row as ReportRow;
			return lost !== undefined && rematch !== null
				? door.matchRequest(rematch)
				: door.reportRequest(question, party);
		},
		readAnswer: (answer, rows, now) =>
			rows.map((row): RowResult<ReportValue> => {
				if (row.lost !== undefined) return readRematch(door.readMatch(answer, now), row);
				const result = door.readReport(answer, row.question, now);
				return result.kind === 'failed' ? result : { ...result, value: { report: result.value } };
			}),
		nextRow: (row, result) => nextRow(row, result, door.isLocationLost),
		// A location without a report is an error in Mastercard's own terms, and therefore a failed row.
		whenUnavailable: 'error',
		unavailableFailure: () => ({
			message: 'Mastercard has no report on this location',
			description: 'Mastercard gave no reason.',
		}),
		present: ({ value }, { question: { locationId } }) => {
			if (!('report' in value)) return [];
			const renewed = value.report.locationId.toLowerCase() !== locationId.toLowerCase();
			return shapeReport(value.report, shape).map(
				(record) => ({ ...record, ...(renewed && { rematchedFrom: locationId }) }) as IDataObject,
			);
		},
	};
}

function readRow(context: IExecuteFunctions, door: SbcaDoor, itemIndex: number): ReportRow {
	const parameter = (name: string, fallback: unknown): unknown =>
		context.getNodeParameter(name, itemIndex, fallback as string);
	const question = readReportQuestion({
		locationId: parameter('locationId', ''),
		hasConsent: parameter('hasConsent', false),
		metricType: parameter('metricType', 'retail_sales_analytics'),
		metricFrequency: parameter('metricFrequency', 'Weekly'),
	});
	const party = door.readParty(context, itemIndex);
	if (!isRecord(parameter('options.rematch.merchant', null)))
		return { question, party, rematch: null };
	const merchant = merchantFields(context, itemIndex, 'options.rematch.merchant.');
	const rematch = door.readMatchQuestion({ ...merchant, matchBy: 'nameAndAddress' });
	return { question, party, rematch };
}
