/** Clears a response where it enters, so that no later way out can forget to. */
import { createRedactor, createSecretRedactor } from '../redaction/redactText';
import type { Pans } from '../redaction/findKnownCards';
import { redactJson } from '../redaction/redactJson';
import type { HttpResponse } from './errors/Failure';
import { isDeeperThan } from './json';
import { MAX_JSON_DEPTH } from './limits';

/** Characters of a secret that is looked for in results: a password such as "1234" is also part of many amounts. */
const MIN_LENGTH_IN_RESULTS = 8;

/** Takes a parsed response and returns it without secrets. */
export type RedactResponse = <Response extends HttpResponse>(response: Response) => Response;

/**
 * Prepares for any number of responses.
 *
 * - Of a successful response (2xx), the body loses the secrets alone: a merchant ID or an amount can look like a card
 *   number. Its cards are masked in the output of nodes that send cards.
 * - Any other body, and all headers, also lose whatever looks like a card number.
 * - A body nested too deeply to be read becomes null.
 *
 * @param secrets Of the credential, and the token in use.
 * @param pans Cards of the run: where whatever looks like a card is redacted, they are in the same pass, or a part of
 * one that looks like another card would hide the rest from a later pass.
 */
export function createResponseRedactor(secrets: Iterable<string>, pans: Pans = []): RedactResponse {
	const known = [...secrets];
	const redact = createRedactor({ secrets: known, pans });
	const redactSecrets = createSecretRedactor(
		known.filter((secret) => secret.trim().length >= MIN_LENGTH_IN_RESULTS),
	);
	return (response) => {
		const { status, headers, body } = response;
		const isSuccessful = status >= 200 && status < 300;
		return {
			...response,
			headers: Object.fromEntries(
				Object.entries(headers).map(([name, value]) => [name, redact(value)]),
			),
			body: isDeeperThan(MAX_JSON_DEPTH, body)
				? null
				: redactJson(body, isSuccessful ? redactSecrets : redact),
		};
	};
}
