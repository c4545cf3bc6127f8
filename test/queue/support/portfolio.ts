/** A portfolio of sealed cards as a CSV file, and what the simulator knows of them. */
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { generatePrediction } from '../../../simulator/cca/generatePrediction';
import { createCardSealer } from '../../../seal/cardSealer';
import { withCheckDigit } from '../../support/cardNumbers';

export interface Portfolio {
	/** `card_id` -> card number */
	cards: Map<string, string>;
	/** The file to load; sealing takes a while. */
	csv: Promise<string>;
	/** For the credential. */
	sealingKey: string;
}

const pem = (key: KeyObject, type: 'spki' | 'pkcs8') =>
	key.export({ type, format: 'pem' }).toString();

/** @param badRows lines to append to the file */
export function createPortfolio(count: number, badRows: string[]): Portfolio {
	const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const seal = createCardSealer(pem(publicKey, 'spki'));
	const cards = new Map(
		Array.from({ length: count }, (_, index) => [
			`A-${index + 1}`,
			withCheckDigit(`5${100_000_000_000_00 + index}`),
		]),
	);
	const rows = [...cards].map(
		async ([id, pan]) => `${id},${await seal(pan)},true,CONSENT-${id},USA`,
	);
	const header = 'card_id,sealed_card,has_consent,consent_reference,country_code';
	const csv = Promise.all(rows).then((lines) => [header, ...lines, ...badRows].join('\n'));
	return { cards, csv, sealingKey: pem(privateKey, 'pkcs8') };
}

/** The score that the simulator gives a card this week; null if it cannot be scored. */
export function getExpectedScore(pan: string): number | null {
	const prediction = generatePrediction(pan, 0);
	return 'scores' in prediction ? (prediction.scores[0]?.score ?? null) : null;
}
