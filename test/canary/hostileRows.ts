// What a hostile server has for the rows of a run: each place of a response in turn, with other secrets in another form.
import type { Fault } from '../../simulator/server';
import { encodings } from '../redaction/encodings';
import type { CanaryCredentials } from './canaries';
import { cardForms, usualCardForms } from './cardForms';
import { hostileFaults } from './hostileFaults';
import type { CanarySubject } from './subjects';

/** So few that a text is not shortened before all are read. */
const SECRETS_IN_A_TEXT = 3;
const FORMS = Object.values(encodings);

/** What the server of the subject's API knows of the credential. */
export const getSecrets = (
	{ credential }: CanarySubject,
	canaries: CanaryCredentials,
): Record<string, string> =>
	credential === 'mastercardApi'
		? canaries.mastercardSecrets
		: { ...canaries.openFinanceSecrets, token: canaries.token };

interface Place {
	isResult: boolean;
	toFault: (text: string, card: string) => Fault;
}

export function getPlaces({ credential, results }: CanarySubject): Place[] {
	const places = [
		...Object.values(hostileFaults).map((toFault) => ({ toFault, isResult: false })),
		...Object.values(results).map((toFault) => ({ toFault, isResult: true })),
	];
	// With a token that it does not know, the simulator has no response of its own to change.
	const isOpenFinance = credential === 'mastercardOpenFinanceApi';
	return places.filter(({ toFault }) => !isOpenFinance || toFault('x', 'x').kind === 'status');
}

/**
 * @param cards one for each row
 * @param start another one gives other forms to the same places
 * @returns one fault for each row
 */
export function createHostileFaults(
	subject: CanarySubject,
	canaries: CanaryCredentials,
	cards: readonly string[],
	start: number,
): Fault[] {
	const places = getPlaces(subject);
	const secrets = Object.values(getSecrets(subject, canaries));
	return cards.map((card, index) => {
		const { toFault, isResult } = places[index % places.length] as Place;
		// What a merchant's data shows may look like a card, and is passed on.
		const quotesCard = !isResult || subject.sendsCards === true;
		const text = [
			...(quotesCard ? [quoteCard(subject, card, start + index)] : []),
			...quoteSecrets(secrets, start + index),
		].join(' ');
		return { ...toFault(text, card), path: subject.path };
	});
}

function quoteSecrets(secrets: readonly string[], number: number): string[] {
	const encode = FORMS[number % FORMS.length] ?? String;
	return Array.from({ length: SECRETS_IN_A_TEXT }, (_, index) =>
		encode(secrets[(number + index) % secrets.length] ?? ''),
	);
}

/** A card that a node has not sent may be anything else in other forms. */
function quoteCard({ sendsCards }: CanarySubject, card: string, number: number): string {
	const forms = Object.values(sendsCards === true ? cardForms : usualCardForms);
	return `Problem with ${forms[number % forms.length]?.(card) ?? card}`;
}
