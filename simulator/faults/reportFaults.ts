// Faults in Open Finance reports. Any other response is left unchanged.
import { isJsonObject, type JsonObject, type SimulatedResponse } from '../http';

const LISTS = ['retailSalesAnalyticsMetrics', 'retailSalesBenchmarksMetrics'];

/** Any location that is not the requested one. */
const FOREIGN_LOCATION = 'f0f0f0f0-0000-4000-8000-000000000001';

/** The report without its metrics, as it is before it is finished. */
export function toReportInProgress(response: SimulatedResponse): SimulatedResponse {
	return changeReport(response, (report) => ({
		...Object.fromEntries(Object.entries(report).filter(([name]) => !LISTS.includes(name))),
		status: 'inProgress',
	}));
}

/** The report with an empty list of metrics. */
export function toEmptyReport(response: SimulatedResponse): SimulatedResponse {
	return changeLists(response, () => []);
}

/** The report with the metrics of another location. */
export function toForeignReport(response: SimulatedResponse): SimulatedResponse {
	return changeLists(response, (locations) =>
		locations.map((location) =>
			isJsonObject(location) ? { ...location, locationId: FOREIGN_LOCATION } : location,
		),
	);
}

function changeLists(
	response: SimulatedResponse,
	change: (locations: unknown[]) => unknown[],
): SimulatedResponse {
	return changeReport(response, (report) =>
		Object.fromEntries(
			Object.entries(report).map(([name, value]) => [
				name,
				LISTS.includes(name) && Array.isArray(value) ? change(value) : value,
			]),
		),
	);
}

function changeReport(
	response: SimulatedResponse,
	change: (report: JsonObject) => JsonObject,
): SimulatedResponse {
	const { body } = response;
	if (!isJsonObject(body) || !LISTS.some((name) => name in body)) return response;
	return { ...response, body: change(body) };
}
