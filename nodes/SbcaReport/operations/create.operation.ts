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
import { createItemParameterReader, type ParameterReader } from '../../shared/parameters';
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
	const read = createItemParameterReader(context);
	const reports = getRequests(api.reports, context);
	return {
		parseRow: (itemIndex) => parseRow(read, api, itemIndex),
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

function getRequests(reports: SbcaApi['reports'], context: IExecuteFunctions) {
	if ('getCreation' in reports) {
		const { maxAttempts } = parseRunSettings(context);
		return createOnce<ReportRow, LocationReport>(reports.getCreation(Date.now()), maxAttempts);
	}
	return oneRowPerCall<ReportRow, LocationReport>(
		({ params }) => reports.buildRequest(params),
		(response, { params }, now) => reports.parseResponse(response, params, now),
	);
}

function parseRow(read: ParameterReader, api: SbcaApi, itemIndex: number): ReportRow {
	const params = parseReportParams({
		locationId: read('locationId', itemIndex),
		hasConsent: read('hasConsent', itemIndex),
		metricType: read('metricType', itemIndex),
		metricFrequency: read('metricFrequency', itemIndex),
	});
	const customer = api.parseCustomer(read, itemIndex);
	if (!isRecord(read('options.rematch.merchant', itemIndex)))
		return { params, customer, rematch: null };
	const merchant = merchantFields(read, itemIndex, 'options.rematch.merchant.');
	const rematch = api.parseMatchParams({ ...merchant, matchBy: 'nameAndAddress' });
	return { params, customer, rematch };
}
