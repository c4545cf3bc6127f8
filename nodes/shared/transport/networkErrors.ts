import type { Attempt } from '../../../batch/types';

type Unanswered = Extract<Attempt<unknown>, { kind: 'unanswered' }>;

/** Error codes of Node.js and axios by what they mean for the request. */
const NOT_CONNECTED = [
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'EHOSTDOWN',
];
const TIMED_OUT = ['ECONNABORTED', 'ETIMEDOUT', 'ESOCKETTIMEDOUT'];
const LOST = ['ECONNRESET', 'EPIPE', 'ERR_BAD_RESPONSE', 'Z_BUF_ERROR'];
/** Unpacking failed although all of it was there; an end too early is Z_BUF_ERROR. */
const GARBLED = /^Z_DATA_ERROR$|^ERR_.*_FORMAT_|BROTLI|ZSTD/;
const TLS = /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|EPROTO/;

/**
 * Says in our words what went wrong with a request that brought no answer. The wording avoids error codes:
 * n8n replaces messages that contain one.
 * @param error What n8n's request helper threw; the code sits somewhere in its chain of causes.
 */
export function connectionTrouble(error: unknown): Unanswered {
	const code = codeOf(error);
	if (NOT_CONNECTED.includes(code))
		return trouble('notConnected', 'Mastercard could not be reached: no connection was made');
	if (TIMED_OUT.includes(code)) return trouble('timeout', 'Mastercard did not answer in time');
	// Before LOST: a handshake that fails can also end in a closed connection.
	if (TLS.test(code))
		return trouble(
			'tls',
			"No secure connection could be made: the server's certificate was not accepted",
		);
	if (LOST.includes(code) || /^HPE_/.test(code))
		return trouble('lost', 'The connection was lost before the answer was complete');
	if (GARBLED.test(code))
		return trouble('garbled', 'The answer arrived in a form that cannot be unpacked');
	if (code === 'ERR_CANCELED')
		return trouble('cancelled', 'The execution was cancelled while the call was under way');
	return trouble('other', 'The request could not be carried out');
}

function trouble(cause: Unanswered['cause'], message: string): Unanswered {
	return { kind: 'unanswered', cause, message };
}

function codeOf(error: unknown): string {
	for (let link = error; link instanceof Error; link = link.cause) {
		if ('code' in link && typeof link.code === 'string') return link.code;
	}
	return codeInWords(error);
}

/** n8n 1.x drops the cause of an error, but keeps the words of it in a list of messages. */
function codeInWords(error: unknown): string {
	if (!(error instanceof Error)) return '';
	const kept: unknown = 'messages' in error ? error.messages : [];
	const words = [error.message, ...(Array.isArray(kept) ? kept : [])].join(' ');
	if (/socket hang up|\baborted\b/.test(words)) return 'ECONNRESET';
	if (/timeout of \d+ms exceeded/.test(words)) return 'ETIMEDOUT';
	return /\bE[A-Z_]{4,}\b/.exec(words)?.[0] ?? '';
}
