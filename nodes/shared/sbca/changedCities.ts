/** Says which cities Open Finance was given in another spelling than the user's. */
import type { IDataObject } from 'n8n-workflow';
import type { MatchParams } from '../../../mastercard/sbca/matchParams';

/** @returns The field `sentAs` for the items of a merchant whose city was sent in another spelling. */
export function describeChanges(params: MatchParams): IDataObject {
	const change = getChange(params);
	return change === undefined ? {} : { sentAs: { city: change.sent } };
}

/** @returns A sentence for the top of the output, when any city was sent in another spelling. */
export function changedCitiesHint(merchants: readonly MatchParams[]): string | undefined {
	const changes = merchants.flatMap((params) => getChange(params) ?? []);
	const [first] = changes;
	if (first === undefined) return undefined;
	const subject = changes.length === 1 ? '1 city was' : `${changes.length} cities were`;
	return `${subject} sent in a spelling that Open Finance accepts: letters, digits, spaces, single quotes and commas. For example, '${first.given}' was sent as '${first.sent}'.`;
}

function getChange(params: MatchParams): { given: string; sent: string } | undefined {
	if (params.matchBy !== 'nameAndAddress' || params.givenCity === undefined) return undefined;
	return { given: params.givenCity, sent: params.city ?? '' };
}
