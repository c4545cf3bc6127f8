/** Why an attempt has no response: one table with everything that follows from each cause. */
import type { NetworkError, RetryLimit } from '../../../batch/types';
import type { FailureScope } from '../../../mastercard/errors/scope';
import { isRecord } from '../../../mastercard/json';

interface NetworkErrorFacts {
	/** Error codes of Node.js and axios with this cause, or the name of n8n's error. */
	codes?: RegExp;
	retry: RetryLimit;
	/** Requests that left the node; 1 when omitted. */
	requests?: 0;
	/** Whether Mastercard may have processed the request. */
	mayBeProcessed: boolean;
	/** Whether the row can succeed when it is run again later. */
	retryable: boolean;
	scope: FailureScope;
	reasonCode: string;
	/** Without error codes: n8n replaces messages that contain one. */
	message: string;
	advice: string;
}

/** axios's code for a request that a signal has ended. */
const ABORTED = 'ERR_CANCELED';

/** Searched from top to bottom for an error's code. */
export const NETWORK_ERRORS = {
	/** Nothing was sent, so nothing can have been billed. */
	notConnected: {
		codes: /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN)$/,
		retry: 'maxAttempts',
		mayBeProcessed: false,
		retryable: true,
		scope: 'run',
		reasonCode: 'NO_CONNECTION',
		message: 'Mastercard could not be reached: no connection was made',
		advice:
			"Check the network, the proxy and 'Environment' in the credential. Nothing was charged for this row.",
	},
	/** n8n's own protection, before anything was sent. */
	blocked: {
		codes: /^SsrfBlocked/,
		retry: 'never',
		requests: 0,
		mayBeProcessed: false,
		retryable: false,
		scope: 'run',
		reasonCode: 'REQUEST_BLOCKED',
		message:
			'n8n blocked the request: its protection against server-side request forgery does not allow this address',
		advice:
			"Check 'Environment' in the credential. If the address is right, ask the administrator of n8n to allow it with N8N_SSRF_ALLOWED_HOSTNAMES or N8N_SSRF_ALLOWED_IP_RANGES. Nothing was sent or charged.",
	},
	/** The call may have been billed; only one more is risked for the same result. */
	timeout: {
		codes: /^(ECONNABORTED|ETIMEDOUT|ESOCKETTIMEDOUT)$/,
		retry: 'once',
		mayBeProcessed: true,
		retryable: true,
		scope: 'call',
		reasonCode: 'TIMEOUT',
		message: 'Mastercard did not respond in time',
		advice:
			"Mastercard may have processed and charged the call. Raise 'Timeout' in the node's options, or run the row again later.",
	},
	/** Before `connectionReset`: a failed handshake can also end in a closed connection. */
	tls: {
		codes: /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|EPROTO/,
		retry: 'never',
		mayBeProcessed: false,
		retryable: false,
		scope: 'run',
		reasonCode: 'NO_SECURE_CONNECTION',
		message: "No secure connection could be made: the server's certificate was not accepted",
		advice:
			'If a company proxy inspects the traffic, give n8n its certificate with NODE_EXTRA_CA_CERTS.',
	},
	/** As for `timeout`. An end in the middle of compressed content is Z_BUF_ERROR. */
	connectionReset: {
		codes: /^(ECONNRESET|EPIPE|ERR_BAD_RESPONSE|Z_BUF_ERROR)$|^HPE_/,
		retry: 'once',
		mayBeProcessed: true,
		retryable: true,
		scope: 'call',
		reasonCode: 'RESPONSE_LOST',
		message: 'The connection was lost before the response was complete',
		advice: 'Mastercard may have processed and charged the call. Run the row again later.',
	},
	/** All of it arrived, so it was very likely billed. */
	undecodable: {
		codes: /^Z_DATA_ERROR$|^ERR_.*_FORMAT_|BROTLI|ZSTD/,
		retry: 'never',
		mayBeProcessed: true,
		retryable: false,
		scope: 'call',
		reasonCode: 'RESPONSE_UNDECODABLE',
		message: 'The response could not be decompressed',
		advice:
			'The call may have been charged, so it was not repeated. A proxy may have changed the response.',
	},
	tooLarge: {
		codes: /^RESPONSE_TOO_LARGE$/,
		retry: 'never',
		mayBeProcessed: true,
		retryable: false,
		scope: 'call',
		reasonCode: 'RESPONSE_TOO_LARGE',
		message: 'The response is larger than any that Mastercard sends, so it was not read to its end',
		advice:
			"The call may have been charged, so it was not repeated. Check 'Base URL' in the credential, and whether a proxy has responded instead.",
	},
	cancelled: {
		codes: /^ERR_CANCELED$/,
		retry: 'never',
		mayBeProcessed: true,
		retryable: true,
		scope: 'run',
		reasonCode: 'CANCELLED',
		message: 'The execution was cancelled while the call was in progress',
		advice: 'Mastercard may have processed and charged the call. Run the row again when needed.',
	},
	requestNotBuilt: {
		retry: 'never',
		requests: 0,
		mayBeProcessed: false,
		retryable: false,
		scope: 'call',
		reasonCode: 'REQUEST_NOT_READY',
		message: 'The request could not be built or encrypted, so it was not sent',
		advice: 'Nothing was sent or charged for this row. Check its values and the credential.',
	},
	other: {
		retry: 'never',
		mayBeProcessed: true,
		retryable: true,
		scope: 'call',
		reasonCode: 'REQUEST_NOT_POSSIBLE',
		message: 'The request could not be completed',
		advice:
			'Mastercard may have charged the call. Run the row again; if it happens again, look at the log of n8n.',
	},
} as const satisfies Record<string, NetworkErrorFacts>;

/** Our reason codes for requests that Mastercard may have processed, although no usable response came. */
export const UNCONFIRMED_REASON_CODES: readonly string[] = Object.values(NETWORK_ERRORS)
	.filter(({ mayBeProcessed }) => mayBeProcessed)
	.map(({ reasonCode }) => reasonCode);

export type NetworkErrorCause = keyof typeof NETWORK_ERRORS;

export function isNetworkErrorCause(text: string): text is NetworkErrorCause {
	return Object.hasOwn(NETWORK_ERRORS, text);
}

/** The attempt that ended with this cause. */
export function networkError(cause: NetworkErrorCause): NetworkError {
	const { requests, retry }: NetworkErrorFacts = NETWORK_ERRORS[cause];
	return { kind: 'networkError', cause, retry, requests };
}

/**
 * Classifies a request that got no response.
 *
 * @param error What n8n's request helper threw; the code is somewhere in its chain of causes.
 * @param cancelSignal Of the execution. A request that was aborted without it has used up its time.
 */
export function toNetworkError(error: unknown, cancelSignal?: AbortSignal): NetworkError {
	const code = getErrorCode(error);
	if (code === ABORTED && cancelSignal?.aborted !== true) return networkError('timeout');
	const facts: Readonly<Record<NetworkErrorCause, NetworkErrorFacts>> = NETWORK_ERRORS;
	const causes = Object.keys(NETWORK_ERRORS) as NetworkErrorCause[];
	return networkError(causes.find((cause) => facts[cause].codes?.test(code)) ?? 'other');
}

function getErrorCode(error: unknown): string {
	for (let link = error; isRecord(link); link = link.cause) {
		if (typeof link.code === 'string') return link.code;
		if (typeof link.name === 'string' && link.name.startsWith('SsrfBlocked')) return link.name;
	}
	return findCodeInMessages(error);
}

/** n8n 1.x drops the cause of an error, but keeps its text in a list of messages. */
function findCodeInMessages(error: unknown): string {
	if (!(error instanceof Error)) return '';
	const messages: unknown = 'messages' in error ? error.messages : [];
	const text = [error.message, ...(Array.isArray(messages) ? messages : [])].join(' ');
	if (/socket hang up|\baborted\b/.test(text)) return 'ECONNRESET';
	if (/timeout of \d+ms exceeded/.test(text)) return 'ETIMEDOUT';
	return /\bE[A-Z_]{4,}\b/.exec(text)?.[0] ?? '';
}
