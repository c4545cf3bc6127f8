/** What a credential test says about each status: n8n would show the words of the server, which may quote a secret. */
import type { IAuthenticateRuleResponseCode } from 'n8n-workflow';

/** To some test requests it is the response when everything is right. */
const NOT_FOUND = 404;

/** n8n takes every status that is not in this list for a success, also that of a redirect. */
const FAILED_STATUSES = Array.from({ length: 300 }, (_, index) => 300 + index).filter(
	(status) => status !== NOT_FOUND,
);

export const ignoreHttpStatusErrors: { ignore: true; except: number[] } = {
	ignore: true,
	except: FAILED_STATUSES,
};

/** @param messages By status. All others that fail get a message of their own. */
export function statusRules(
	messages: Readonly<Record<number, string>>,
): IAuthenticateRuleResponseCode[] {
	return FAILED_STATUSES.map((status) => ({
		type: 'responseCode',
		properties: { value: status, message: messages[status] ?? describeStatus(status) },
	}));
}

function describeStatus(status: number): string {
	if (status < 400)
		return `The server sends the request to another address (${status}), which was not followed. Check 'Base URL', and whether a proxy stands in between.`;
	if (status === 429)
		return "Mastercard's rate limit for this credential is exceeded (429). Test it again later.";
	if (status >= 500) return `Mastercard reports a server error (${status}). Test it again later.`;
	return `Mastercard declined the request (${status}). Check every field of the credential.`;
}
