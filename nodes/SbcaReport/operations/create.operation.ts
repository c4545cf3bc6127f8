import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { isRecord } from '../../../mastercard/json';
import type { LocationReport } from '../../../mastercard/sbca/report';
import { isSameLocation, parseReportParams } from '../../../mastercard/sbca/reportParams';
import { shapeReport } from '../../../mastercard/sbca/shapeReport';
import { merchantFields } from '../../shared/descriptions/merchant';
import { createOnce } from '../../shared/creation/createOnce';
import { executeRows } from '../../shared/executeRows';
import { parseRunSettings } from '../../shared/execution/runSettings';
import { oneRowPerCall } from '../../shared/oneRowPerCall';
import type { Operation } from '../../shared/operation';
import { changedCitiesHint } from '../../shared/sbca/changedCities';
import { createSbcaTransport, getSbcaApi } from '../../shared/sbca/getSbcaApi';
import type { SbcaApi } from '../../shared/sbca/sbcaApi';
import { withRematch, type ReportRow } from './rematch';
import { parseReportShape } from './reportShape';

/** Gets a report on each location. */
export async function create(context: IExecuteFunctions) {
	return await executeRows(context, createOperation, createSbcaTransport);
}

function createOperation(context: IExecuteFunctions): Operation<ReportRow, LocationReport> {
	const api = getSbcaApi(context);
	const shape = parseReportShape(context);
	const creation = api.createReports?.(Date.now());
	const reports =
		creation === undefined
			? oneRowPerCall<ReportRow, LocationReport>(
					({ params, customer }) => api.buildReportRequest(params, customer),
					(response, { params }, now) => api.parseReportResponse(response, params, now),
				)
			: createOnce<ReportRow, LocationReport>(creation, parseRunSettings(context).maxAttempts);
	return {
		parseRow: (itemIndex) => parseRow(context, api, itemIndex),
		...reports,
		...withRematch(reports, api),
		hint: (rows) => changedCitiesHint(rows.flatMap(({ rematch }) => rematch ?? [])),
		toItems: ({ value }, { params: { locationId } }) => {
			const requested = value.requestedLocationId ?? value.locationId;
			const rematchedFrom = isSameLocation(requested, locationId)
				? {}
				: { rematchedFrom: locationId };
			return shapeReport(value, shape).map(
				(record) => ({ ...record, ...rematchedFrom }) as IDataObject,
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
