/** A call of the standalone API: a GET without a body and without encryption. */
export interface StandaloneRequest {
	/** Absolute path, already encoded. */
	path: string;
	/** Names and values as they are, not yet encoded. */
	query: Record<string, string>;
}

/** Where the API lives on Mastercard's host. */
export const BASE_PATH = '/small-business/credit-analytics/locations';
