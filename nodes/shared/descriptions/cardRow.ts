/** The fields that say which card an output item is about. */
import type { KeyObject } from 'node:crypto';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { parsePan } from '../../../mastercard/cca/parsePan';
import { isSealedCard, openSealedCard } from '../../../mastercard/cca/sealedCard';
import { getCardSealingKey, toMastercardApiCredential } from '../../../mastercard/credential';
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

/** Parses the card and the consent of one input item. */
export type CardParser = (itemIndex: number) => Promise<CardRow>;

/**
 * Makes the parser for a run's cards, which may be sealed or not, in any mix. It throws InvalidParameterError when the
 * card or the consent is not valid, and CredentialFieldError for a sealed card without a key to open it.
 */
export async function createCardParser(context: IExecuteFunctions): Promise<CardParser> {
	const credential = toMastercardApiCredential(await context.getCredentials('mastercardApi'));
	// Parsed once for a run, even if it fails: that can take a second for a .p12 file.
	let sealingKey: Promise<KeyObject> | undefined;
	const getSealingKey = async () => getCardSealingKey(credential);

	return async (itemIndex) => {
		requireConsent(context.getNodeParameter('hasConsent', itemIndex, false));
		const value = context.getNodeParameter('customerPan', itemIndex, '');
		const pan = parsePan(
			isSealedCard(value)
				? await openSealedCard(value, await (sealingKey ??= getSealingKey()))
				: value,
		);
		return { pan, consentReference: parseConsentReference(context, itemIndex, pan) };
	};
}

function parseConsentReference(context: IExecuteFunctions, itemIndex: number, pan: string): string {
	const consentReference = String(
		context.getNodeParameter('consentReference', itemIndex, '') ?? '',
	);
	// It is copied to the output, where the card number must not be.
	if (consentReference.replace(/\D/g, '').includes(pan))
		throw new InvalidParameterError(
			'CONSENT_REFERENCE',
			"'Consent Reference' contains the card number",
			'Map it to the number of the consent in your records.',
		);
	return consentReference;
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
