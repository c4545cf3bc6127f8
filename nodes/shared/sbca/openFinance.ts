/** Small Business Credit Analytics as part of Open Finance US, where each report is filed under a customer. */
import { parseBusinessDetails } from '../../../mastercard/openFinance/businessDetails';
import { NOT_FOUND } from '../../../mastercard/openFinance/failure';
import { parseCustomerId } from '../../../mastercard/openFinance/ids';
import {
	buildMatchesRequest,
	parseMatchesResponse,
	parseUsMatchParams,
} from '../../../mastercard/openFinance/matches';
import type { ReportCustomer } from '../../../mastercard/openFinance/report';
import { businessFields } from '../descriptions/business';
import { createOpenFinanceTransport } from '../transport/createOpenFinanceTransport';
import { createReports } from './openFinanceReports';
import type { SbcaApi } from './sbcaApi';

export const openFinance: SbcaApi<ReportCustomer> = {
	createTransport: createOpenFinanceTransport,
	parseMatchParams: parseUsMatchParams,
	buildMatchRequest: (params) => ({ method: 'GET', ...buildMatchesRequest(params) }),
	parseMatchResponse: parseMatchesResponse,
	parseCustomer: (read, itemIndex) => ({
		customerId: parseCustomerId(read('customerId', itemIndex)),
		businessDetails: parseBusinessDetails(businessFields(read, itemIndex), 'report'),
	}),
	reports: { getCreation: createReports },
	// One code for a location that is gone and for one without figures.
	isLocationLost: ({ httpCode, reasonCode }) => httpCode === 404 && reasonCode === NOT_FOUND,
};
