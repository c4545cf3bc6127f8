import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { RowResult } from '../../../mastercard/errors/Failure';
import { isRecord } from '../../../mastercard/json';
import { parseReportParams } from '../../../mastercard/sbca/reportParams';
import { shapeReport } from '../../../mastercard/sbca/shapeReport';
import { merchantFields } from '../../shared/descriptions/merchant';
import { executeRows } from '../../shared/executeRows';
import { oneRowPerCall } from '../../shared/oneRowPerCall';
import type { Operation } from '../../shared/operation';
import { changedCitiesHint } from '../../shared/sbca/changedCities';
import { createSbcaTransport, getSbcaApi } from '../../shared/sbca/getSbcaApi';
import type { SbcaApi } from '../../shared/sbca/sbcaApi';
import { followUp, parseRematchResponse, type ReportRow, type ReportValue } from './rematch';
import { parseReportShape } from './reportShape';

/** Gets a report on each location. */
export async function create(context: IExecuteFunctions) {
	return await executeRows(context, createOperation, createSbcaTransport);
}

function createOperation(context: IExecuteFunctions): Operation<ReportRow, ReportValue> {
	const api = getSbcaApi(context);
	const shape = parseReportShape(context);
	return {
		parseRow: (itemIndex) => parseRow(context, api, itemIndex),
		...oneRowPerCall<ReportRow, ReportValue>(
			({ params, customer, rematch, lost }) =>
				lost !== undefined && rematch !== null
					? api.buildMatchRequest(rematch)
					: api.buildReportRequest(params, customer),
			(response, row, now): RowResult<ReportValue> => {
				if (row.lost !== undefined)
					return parseRematchResponse(api.parseMatchResponse(response, now), row);
				const result = api.parseReportResponse(response, row.params, now);
				return result.kind === 'failed' ? result : { ...result, value: { report: result.value } };
			},
		),
		followUp: (row, result) => followUp(row, result, api.isLocationLost),
		hint: (rows) => changedCitiesHint(rows.flatMap(({ rematch }) => rematch ?? [])),
		toItems: ({ value }, { params: { locationId } }) => {
			if (!('report' in value)) return [];
			const isNewLocation = value.report.locationId.toLowerCase() !== locationId.toLowerCase();
			return shapeReport(value.report, shape).map(
				(record) =>
					({ ...record, ...(isNewLocation && { rematchedFrom: locationId }) }) as IDataObject,
			);
		},
	};
}

function parseRow(context: IExecuteFunctions, api: SbcaApi, itemIndex: number): ReportRow {
	const parameter = (name: string, fallback: unknown): unknown =>
		context.getNodeParameter(name, itemIndex, fallback as string);
	const params = parseReportParams({
		locationId: parameter('locationId', ''),
		hasConsent: parameter('hasConsent', false),
		metricType: parameter('metricType', 'retail_sales_analytics'),
		metricFrequency: parameter('metricFrequency', 'Weekly'),
	});
	const customer = api.parseCustomer(context, itemIndex);
	if (!isRecord(parameter('options.rematch.merchant', null)))
		return { params, customer, rematch: null };
	const merchant = merchantFields(context, itemIndex, 'options.rematch.merchant.');
	const rematch = api.parseMatchParams({ ...merchant, matchBy: 'nameAndAddress' });
	return { params, customer, rematch };
}
