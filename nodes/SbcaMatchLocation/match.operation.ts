import type { IExecuteFunctions } from 'n8n-workflow';
import { getAdvice } from '../../mastercard/errors/advice';
import { NO_MATCHES, type MerchantMatch } from '../../mastercard/sbca/location';
import type { MatchParams } from '../../mastercard/sbca/matchParams';
import { merchantFields } from '../shared/descriptions/merchant';
import { createRunParameterReader } from '../shared/execution/runSettings';
import { oneRowPerCall } from '../shared/oneRowPerCall';
import type { Operation } from '../shared/operation';
import { createItemParameterReader } from '../shared/parameters';
import { getSbcaApi } from '../shared/sbca/getSbcaApi';
import { changedCitiesHint, describeChanges } from '../shared/sbca/changedCities';
import { toLocationItems, toNoMatchItem } from './toItems';

/** Looks up the merchants of one run. */
export function matchOperation(context: IExecuteFunctions): Operation<MatchParams, MerchantMatch> {
	const api = getSbcaApi(context);
	const setting = createRunParameterReader(context);
	const read = createItemParameterReader(context);
	const bestOnly = setting<string>('matchesToReturn') === 'best';

	return {
		parseRow: (itemIndex) =>
			api.parseMatchParams({
				...merchantFields(read, itemIndex),
				idValue: read('idValue', itemIndex),
				matchBy: read('matchBy', itemIndex),
			}),
		...oneRowPerCall(
			(params: MatchParams) => api.buildMatchRequest(params),
			(response, _params, now) => api.parseMatchResponse(response, now),
		),
		noData: {
			action: setting('noMatch'),
			getFailure: ({ reason }) => ({
				message: 'Mastercard cannot find this merchant',
				description: [reason, getAdvice(404, NO_MATCHES)].filter(Boolean).join(' '),
			}),
		},
		// The spelling that was given makes no difference to the request.
		dedupeKey: (params) => JSON.stringify(api.buildMatchRequest(params)),
		toItems: (result, params) =>
			(result.kind === 'succeeded'
				? toLocationItems(result.value, bestOnly)
				: [toNoMatchItem(result.reasonCode, result.value)]
			).map((item) => ({ ...item, ...describeChanges(params) })),
		hint: changedCitiesHint,
	};
}
