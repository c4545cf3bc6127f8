/** Every bound on what the other side, or a pasted field, controls, in one place. */

/**
 * Bytes of one response body, decompressed. The largest JSON is that of 20 scored cards with embeddings, some 100 KB;
 * a report as PDF may have a few MB. With the default concurrency of 4, hostile responses take 32 MB at most.
 */
export const MAX_RESPONSE_BYTES = 8 * 1024 * 1024;

/** Bytes of the response to a token request, decompressed. Mastercard's has less than 100, an error less than 1,000. */
export const MAX_TOKEN_RESPONSE_BYTES = 64 * 1024;

/** Characters of an access token. Mastercard's have 20; a token travels in a header, and servers take some 8,000. */
export const MAX_TOKEN_LENGTH = 4096;

/** Milliseconds for a token request as a whole, however slowly its bytes arrive. Users of the credential wait for it. */
export const TOKEN_TIMEOUT_MS = 30_000;

/** Characters of a base URL: what browsers and proxies take at most. */
export const MAX_BASE_URL_LENGTH = 2048;

/** Characters of 'App Key', 'Partner ID' and 'Partner Secret'. Mastercard's have 13 to 32. */
export const MAX_OPEN_FINANCE_FIELD_LENGTH = 1024;

/** Credentials, and partners, of Open Finance that one process remembers; the one unused for longest is forgotten first. */
export const MAX_REMEMBERED_SESSIONS = 1000;

/**
 * Failed authentications of one partner, in a row, after which a pause follows, or the end for the same credential.
 * Mastercard locks the account after five, and other processes and programs may contribute.
 */
export const MAX_FAILED_AUTHENTICATIONS = 3;

/** Milliseconds of that pause. */
export const FAILED_AUTHENTICATION_PAUSE_MS = 15 * 60_000;

/** Credentials of one partner whose failed authentication is remembered. n8n stores it with the credential: 10 KB. */
export const MAX_REMEMBERED_FAILURES = 10;

/** Levels of lists and objects in a response. Mastercard's have up to 5; n8n cannot store items nested in thousands. */
export const MAX_JSON_DEPTH = 100;
