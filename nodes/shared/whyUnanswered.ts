import type { CallOutcome } from '../../batch/types';
import type { Failure } from '../../mastercard/errors/Failure';

/** Why a row has no answer: it was never sent, or nothing usable came back. */
export function whyUnanswered(outcome: CallOutcome<unknown>): Failure {
	const failure = { httpCode: null, source: 'Node', retryable: true, correlationId: null };
	if (outcome.kind === 'notSent')
		return {
			...failure,
			reasonCode: 'NOT_SENT',
			message:
				outcome.because === 'cancelled'
					? 'Not sent: the execution was cancelled'
					: 'Not sent: an earlier call failed',
			description: 'Nothing was charged for this row. Run it again.',
		};
	if (outcome.kind === 'unanswered')
		return {
			...failure,
			reasonCode: REASON_CODES[outcome.cause],
			retryable: RETRYABLE.includes(outcome.cause),
			message: outcome.message,
			description: ADVICE[outcome.cause],
		};
	return {
		...failure,
		reasonCode: 'UNREADABLE_ANSWER',
		message: 'The answer does not cover this row',
		description: 'The call may have been charged. Give the time of the run to Mastercard support.',
	};
}

type Cause = Extract<CallOutcome<unknown>, { kind: 'unanswered' }>['cause'];

const REASON_CODES: Readonly<Record<Cause, string>> = {
	notConnected: 'NO_CONNECTION',
	lost: 'ANSWER_LOST',
	timeout: 'TIMEOUT',
	tls: 'NO_SECURE_CONNECTION',
	notReady: 'REQUEST_NOT_READY',
	cancelled: 'CANCELLED',
	garbled: 'ANSWER_GARBLED',
	other: 'REQUEST_NOT_POSSIBLE',
};

/** Causes that can pass by themselves. */
const RETRYABLE: readonly Cause[] = ['notConnected', 'lost', 'timeout', 'cancelled', 'other'];

const ADVICE: Readonly<Record<Cause, string>> = {
	notConnected:
		"Check the network, the proxy and 'Environment' in the credential. Nothing was charged for this row.",
	lost: 'Mastercard may have answered and charged the call. Run the row again later.',
	timeout:
		"Mastercard may have answered and charged the call. Raise 'Timeout' in the node's options, or run the row again later.",
	tls: 'If a company proxy inspects the traffic, give n8n its certificate with NODE_EXTRA_CA_CERTS.',
	notReady: 'Nothing was sent or charged for this row. Check its values and the credential.',
	cancelled: 'Mastercard may have answered and charged the call. Run the row again when needed.',
	garbled:
		'The call may have been charged, and was therefore not repeated. A proxy on the way may have changed the answer.',
	other:
		'Mastercard may have charged the call. Run the row again; if it happens again, look at the log of n8n.',
};
