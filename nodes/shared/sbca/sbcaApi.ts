/** What the SBCA nodes need of Small Business Credit Analytics, whichever service provides it. */
import type { Failure, HttpResponse, RowResult } from '../../../mastercard/errors/Failure';
import type { MerchantMatch } from '../../../mastercard/sbca/location';
import type { MatchFields, MatchParams } from '../../../mastercard/sbca/matchParams';
import type { LocationReport } from '../../../mastercard/sbca/report';
import type { ReportParams } from '../../../mastercard/sbca/reportParams';
import type { Creation } from '../creation/creation';
import type { ParameterReader } from '../parameters';
import type { ApiRequest, TransportFactory } from '../transport/transport';

export interface ReportRequest<Customer> {
	params: ReportParams;
	customer: Customer;
}

/** A service that has its reports ready. */
export interface ReadReports {
	buildRequest(params: ReportParams): ApiRequest;
	parseResponse(
		response: HttpResponse,
		params: ReportParams,
		now: number,
	): RowResult<LocationReport>;
}

/** A service that creates a report for each request. */
export interface CreatedReports<Customer> {
	/** @param startedAt When the run started, ms since 1970. */
	getCreation(startedAt: number): Creation<ReportRequest<Customer>, LocationReport>;
}

/** @typeParam Customer The customer a report is filed under, where the service requires one. */
export interface SbcaApi<Customer = unknown> {
	createTransport: TransportFactory;
	/** @throws InvalidParameterError for the first field that cannot be sent. */
	parseMatchParams(fields: MatchFields): MatchParams;
	buildMatchRequest(params: MatchParams): ApiRequest;
	parseMatchResponse(response: HttpResponse, now: number): RowResult<MerchantMatch>;
	/** @throws InvalidParameterError for the first parameter that cannot be sent. */
	parseCustomer(read: ParameterReader, itemIndex: number): Customer;
	reports: ReadReports | CreatedReports<Customer>;
	/** Whether a report failed because Mastercard no longer knows the location. */
	isLocationLost(failure: Failure): boolean;
}
