/** The fields that say which card an output item is about. */
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { readPan } from '../../mastercard/cca/readPan';
import { requireConsent } from '../../mastercard/requireConsent';
import { cardReference } from '../../privacy/cardReference';
import { maskPan } from '../../privacy/maskPan';

export type CardNumberOutput = 'masked' | 'none' | 'full';

/** A card and the consent to ask about it, as one input item names them. */
export interface CardRow {
	pan: string;
	consentReference: string;
}

/** @throws InvalidParameter when the card number or the consent is not in order. */
export function readCard(context: IExecuteFunctions, itemIndex: number): CardRow {
	requireConsent(context.getNodeParameter('hasConsent', itemIndex, false));
	return {
		pan: readPan(context.getNodeParameter('customerPan', itemIndex, '')),
		consentReference: String(context.getNodeParameter('consentReference', itemIndex, '') ?? ''),
	};
}

/**
 * @param referenceKey The credential's secret; without one there is no `cardReference`, because a hash without a
 * key can be turned back into the card number.
 */
export function cardFields(
	{ pan, consentReference }: CardRow,
	output: CardNumberOutput,
	referenceKey: string,
): IDataObject {
	return {
		...(output === 'none' ? {} : { customerPAN: output === 'full' ? pan : maskPan(pan) }),
		...(referenceKey === '' ? {} : { cardReference: cardReference(pan, referenceKey) }),
		...(consentReference === '' ? {} : { consentReference }),
	};
}
