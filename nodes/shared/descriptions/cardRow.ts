/** The fields that say which card an item is about. */
import type { KeyObject } from 'node:crypto';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { parsePan } from '../../../mastercard/cca/parsePan';
import { isSealedCard, openSealedCard } from '../../../mastercard/cca/sealedCard';
import { getCardSealingKey, toMastercardApiCredential } from '../../../mastercard/credential';
import { InvalidParameterError } from '../../../mastercard/errors/InvalidParameterError';
import { requireConsent } from '../../../mastercard/requireConsent';
import { cardReference } from '../../../redaction/cardReference';
import { maskPan, MIN_PAN_DIGITS } from '../../../redaction/maskPan';
import { createRunParameterReader } from '../execution/runSettings';
import type { IdentifyRow } from '../output/errorItem';
import { createItemParameterReader, type ParameterReader } from '../parameters';

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
export async function createCardParser(
	context: IExecuteFunctions,
	read: ParameterReader,
): Promise<CardParser> {
	const credential = toMastercardApiCredential(await context.getCredentials('mastercardApi'));
	// Parsed once for a run, even if it fails: that can take a second for a .p12 file.
	let sealingKey: Promise<KeyObject> | undefined;

	return async (itemIndex) => {
		requireConsent(read('hasConsent', itemIndex));
		const value = read('customerPan', itemIndex);
		const pan = parsePan(
			isSealedCard(value)
				? await openSealedCard(value, await (sealingKey ??= getCardSealingKey(credential)))
				: value,
		);
		return {
			pan,
			consentReference: parseConsentReference(read('consentReference', itemIndex), pan),
		};
	};
}

function parseConsentReference(value: unknown, pan: string): string {
	const consentReference = toConsentReference(value);
	// It is copied to the output, where the card number must not be.
	if (getDigits(consentReference).includes(pan))
		throw new InvalidParameterError(
			'CONSENT_REFERENCE',
			"'Consent Reference' contains the card number",
			'Map it to the number of the consent in your records.',
		);
	return consentReference;
}

/** Makes the card's fields of a run's items. */
export async function createCardFields(
	context: IExecuteFunctions,
): Promise<(row: CardRow) => IDataObject> {
	const output = createRunParameterReader(context)<string>('options.cardNumberOutput', 'masked');
	const key = await getCardReferenceKey(context);
	return ({ pan, consentReference }) => ({
		// Only these two words change the default: anything else an expression makes stays masked.
		...(output === 'none' ? {} : { customerPAN: output === 'full' ? pan : maskPan(pan) }),
		...referenceFields(pan, consentReference, key),
	});
}

/**
 * Makes the card's fields of a run's errors, where a card number is never shown in full. A row that could not be
 * parsed has those that can be told safely; a setting that cannot be read hides what it is about.
 */
export async function createCardIdentity(
	context: IExecuteFunctions,
): Promise<IdentifyRow<CardRow>> {
	const setting = createRunParameterReader(context);
	const read = createItemParameterReader(context);
	const output = orElse('none', () => setting<string>('options.cardNumberOutput', 'masked'));
	const key = await getCardReferenceKey(context).catch(() => '');
	return (itemIndex, row) => {
		const { pan, consentReference } = row ?? readUnparsed(read, itemIndex);
		return {
			...(output === 'none' || pan === '' ? {} : { customerPAN: maskPan(pan) }),
			...referenceFields(pan, consentReference, key),
		};
	};
}

/** The card number if it is a valid one, and the consent reference if it cannot hold one that is not valid. */
function readUnparsed(read: ParameterReader, itemIndex: number): CardRow {
	const value = orElse<unknown>('', () => read('customerPan', itemIndex));
	const consentReference = orElse('', () =>
		toConsentReference(read('consentReference', itemIndex)),
	);
	const digits = getDigits(consentReference);
	// The digits of a sealed card are not those of the card.
	const badDigits = isSealedCard(value) ? '' : orElse('', () => getDigits(String(value)));
	const mayHoldCard =
		digits.length >= MIN_PAN_DIGITS || (badDigits !== '' && digits.includes(badDigits));
	return {
		pan: orElse('', () => parsePan(value)),
		consentReference: mayHoldCard ? '' : consentReference,
	};
}

function referenceFields(pan: string, consentReference: string, key: string): IDataObject {
	return {
		// A hash without a key can be turned back into the card number.
		...(key.trim() === '' || pan === '' ? {} : { cardReference: cardReference(pan, key) }),
		...(consentReference === '' ? {} : { consentReference }),
	};
}

function toConsentReference(value: unknown): string {
	return String(value ?? '');
}

async function getCardReferenceKey(context: IExecuteFunctions): Promise<string> {
	const { cardReferenceKey } = await context.getCredentials('mastercardApi');
	return String(cardReferenceKey ?? '');
}

function getDigits(text: string): string {
	return text.normalize('NFKC').replace(/\D/g, '');
}

function orElse<Value>(fallback: Value, read: () => Value): Value {
	try {
		return read();
	} catch {
		return fallback;
	}
}
