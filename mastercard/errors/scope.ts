/**
 * How far a failure reaches, so that a workflow knows what to do with the other rows.
 *
 * - `row`: this row is at fault. Sent again as it is, it fails again.
 * - `call`: one request failed. Its rows may be sent again, a limited number of times.
 * - `run`: the credential, a setting or an outage. Every row would fail alike, and none of them is at fault.
 */
import { findKnownReasonCode } from './advice';

export type FailureScope = 'row' | 'call' | 'run';

/** Codes about the credential, the project, the request limit or encryption, whatever the status. */
const RUN_REASON_CODES: readonly string[] = [
	'AUTHENTICATION_FAILED',
	'INVALID_AUTH_HEADER',
	'INVALID_BODY_HASH',
	'INVALID_TIMESTAMP',
	'DECLINED',
	'NOT_FOUND',
	'RATE_LIMIT_EXCEEDED',
	'CRYPTOGRAPHY_ERROR',
	'CRYPTO_ERROR',
	'10022',
	'10023',
	'10024',
	'10026',
	'10027',
	'NOT_ENCRYPTED',
	'UNSUPPORTED_ENCRYPTION',
	'DECRYPTION_FAILED',
];

/** For reason codes without an advice of their own. */
const RUN_STATUSES: readonly number[] = [401, 403, 404, 407, 429, 502, 503];

/**
 * As above, with all other 5xx: a single row on which a service fails every time, with 500 or 504, must not hold up
 * all others for ever, as `run` would.
 */
const CALL_STATUSES: readonly number[] = [408, 413];

/**
 * The scope of a request that Mastercard, or something before it, declined. Codes that have an advice are about the
 * content of the request, except for those of the list above.
 *
 * @param rowCount How many rows the request carried: with more than one, it is not known which one is at fault.
 */
export function getScope(
	status: number,
	reasonCode: string | null,
	rowCount: number,
): FailureScope {
	if (isRunReasonCode(reasonCode)) return 'run';
	if (findKnownReasonCode(reasonCode) === undefined) {
		if (RUN_STATUSES.includes(status) || (status >= 300 && status < 400)) return 'run';
		if (CALL_STATUSES.includes(status) || status >= 500) return 'call';
	}
	return rowCount === 1 ? 'row' : 'call';
}

/** @returns Whether every row would fail with this code. */
export function isRunReasonCode(reasonCode: string | null): boolean {
	return reasonCode !== null && RUN_REASON_CODES.includes(reasonCode);
}
