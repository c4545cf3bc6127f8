/** A call of the standalone API: a GET without a body and without encryption. */
export interface StandaloneRequest {
	/** Absolute path, already encoded. */
	path: string;
	/** Names and values, not yet encoded. */
	query: Record<string, string>;
}

/** Path of the API on Mastercard's host. */
export const BASE_PATH = '/small-business/credit-analytics/locations';
