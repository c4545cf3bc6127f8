/** The fields that say which card an output item is about. */
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { parsePan } from '../../../mastercard/cca/parsePan';
import { InvalidParameterError } from '../../../mastercard/errors/InvalidParameterError';
import { requireConsent } from '../../../mastercard/requireConsent';
import { cardReference } from '../../../redaction/cardReference';
import { maskPan } from '../../../redaction/maskPan';
import { createSettingReader } from '../execution/runSettings';

/** A card and the reference to its consent, from one input item. */
export interface CardRow {
	pan: string;
	consentReference: string;
}

/** @throws InvalidParameterError when the card number or the consent is not valid. */
export function parseCard(context: IExecuteFunctions, itemIndex: number): CardRow {
	requireConsent(context.getNodeParameter('hasConsent', itemIndex, false));
	const pan = parsePan(context.getNodeParameter('customerPan', itemIndex, ''));
	const consentReference = String(
		context.getNodeParameter('consentReference', itemIndex, '') ?? '',
	);
	// It is copied to the output, where the card number must not be.
	if (consentReference.replace(/\D/g, '').includes(pan))
		throw new InvalidParameterError(
			'CONSENT_REFERENCE',
			"'Consent Reference' holds the card number",
			'Map it to the number of the consent in your records.',
		);
	return { pan, consentReference };
}

/**
 * Makes the fields of a run's items from its settings. Without the credential's card reference key there is no
 * `cardReference`, because a hash without a key can be turned back into the card number.
 */
export async function createCardFields(
	context: IExecuteFunctions,
): Promise<(row: CardRow) => IDataObject> {
	const output = createSettingReader(context)<string>('options.cardNumberOutput', 'masked');
	const { cardReferenceKey } = await context.getCredentials('mastercardApi');
	const key = String(cardReferenceKey ?? '');
	return ({ pan, consentReference }) => ({
		// Only these two words change the default: anything else an expression makes stays masked.
		...(output === 'none' ? {} : { customerPAN: output === 'full' ? pan : maskPan(pan) }),
		...(key.trim() === '' ? {} : { cardReference: cardReference(pan, key) }),
		...(consentReference === '' ? {} : { consentReference }),
	});
}
