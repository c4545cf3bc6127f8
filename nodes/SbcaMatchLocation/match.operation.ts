import type { IExecuteFunctions } from 'n8n-workflow';
import { adviceFor } from '../../mastercard/errors/advice';
import { NO_MATCHES, type MerchantMatch } from '../../mastercard/sbca/location';
import type { MatchQuestion } from '../../mastercard/sbca/matchParams';
import { merchantFields } from '../shared/descriptions/merchant';
import type { Operation } from '../shared/operation';
import { settingReader } from '../shared/execution/runSettings';
import { doorOf } from '../shared/sbca/sbcaApi';
import { locationItems, noMatchItem } from './toItems';

/** Looks up the merchants of one run. */
export function matchOperation(
	context: IExecuteFunctions,
): Operation<MatchQuestion, MerchantMatch> {
	const door = doorOf(context);
	const setting = settingReader(context);
	const bestOnly = setting<string>('matchesToReturn', 'all') === 'best';

	return {
		readRow: (itemIndex) =>
			door.readMatchQuestion({
				...merchantFields(context, itemIndex),
				idValue: context.getNodeParameter('idValue', itemIndex, ''),
				matchBy: context.getNodeParameter('matchBy', itemIndex, 'nameAndAddress'),
			}),
		groupOf: () => '',
		identityOf: (question) => JSON.stringify(question),
		rowsPerCall: 1,
		request: ([question]) => door.matchRequest(question as MatchQuestion),
		readAnswer: (answer, rows, now) => rows.map(() => door.readMatch(answer, now)),
		whenUnavailable: setting('noMatch', 'output'),
		unavailableFailure: ({ reason }) => ({
			message: 'Mastercard does not find this merchant',
			description: [reason, adviceFor(404, NO_MATCHES)].filter(Boolean).join(' '),
		}),
		present: (result) =>
			result.kind === 'found'
				? locationItems(result.value, bestOnly)
				: [noMatchItem(result.reasonCode, result.value)],
	};
}
