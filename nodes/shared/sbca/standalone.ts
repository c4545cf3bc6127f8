/** Small Business Credit Analytics as a standalone API: signed, not encrypted. */
import { parseMatchParams } from '../../../mastercard/sbca/matchParams';
import {
	buildMatchesRequest,
	parseMatchesResponse,
} from '../../../mastercard/sbca/standalone/matches';
import {
	buildMetricsRequest,
	parseMetricsResponse,
} from '../../../mastercard/sbca/standalone/metrics';
import { createMastercardTransport } from '../transport/createMastercardTransport';
import type { SbcaApi } from './sbcaApi';

export const standalone: SbcaApi<null> = {
	createTransport: createMastercardTransport({ encrypts: false }),
	parseMatchParams,
	buildMatchRequest: (params) => ({ method: 'GET', ...buildMatchesRequest(params) }),
	parseMatchResponse: parseMatchesResponse,
	parseCustomer: () => null,
	reports: {
		buildRequest: (params) => ({ method: 'GET', ...buildMetricsRequest(params) }),
		parseResponse: parseMetricsResponse,
	},
	isLocationLost: ({ reasonCode }) => reasonCode === 'LOCATION_NOT_FOUND',
};
