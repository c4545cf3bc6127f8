/** Every bound on what the other side, or a pasted field, controls, in one place. */

/** Characters of a key or certificate. A .p12 file with a chain of certificates has about 10,000 in Base64. */
export const MAX_KEY_LENGTH = 65_536;

/** Characters of any other field of the credential "Mastercard API" except 'Base URL': names, passwords, secrets. */
export const MAX_FIELD_LENGTH = 4096;

/** Characters of a sealed card. An RSA key of 16,384 bits makes about 2,900. */
export const MAX_SEALED_CARD_LENGTH = 4096;

/** Bits of an RSA key. Mastercard's have 2048; the time for a signature grows with the cube: 50 ms at 8192. */
export const MAX_KEY_BITS = 8192;

/**
 * Iterations of key derivation that one file may require in total: 600,000, the highest recommendation (OWASP), for each
 * of key, certificate and MAC. Mastercard Developers and OpenSSL use 2048, Java's keytool 10,000.
 */
export const MAX_KEY_ITERATIONS = 2_000_000;

/** Key derivations for one file: a .p12 file has one or two for each key and certificate, and one for its MAC. */
export const MAX_DERIVED_KEYS = 64;

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

/** Levels of lists and objects in the query or body of a request. Deeper ones exhaust the stack. */
export const MAX_REQUEST_DEPTH = 100;

/**
 * Bytes of the JSON of one failed row's `error`. n8n stores it with the execution, once for every failed row: a run
 * of 10,000 rows that all fail then adds at most 40 MB.
 */
export const MAX_ERROR_BYTES = 4096;

/** Bytes of one text in an error. The longest that Mastercard has published has some 200 characters. */
export const MAX_ERROR_TEXT_BYTES = 600;

/** Bytes of all details that Mastercard gives about one failure: what to do, which follows them, still has room. */
export const MAX_ERROR_DETAILS_BYTES = 1200;

/** Bytes of a name in an error: a reason code, a source, a correlation ID, a consent reference. */
export const MAX_ERROR_NAME_BYTES = 150;

/** Entries read from one error response. Mastercard sends one for each field at fault. */
export const MAX_ERROR_ENTRIES = 20;

/**
 * Failed authentications of one partner, in a row, after which a pause follows, or the end for the same credential.
 * Mastercard locks the account after five, and other processes and programs may contribute.
 */
export const MAX_FAILED_AUTHENTICATIONS = 3;

/** Milliseconds of that pause. */
export const FAILED_AUTHENTICATION_PAUSE_MS = 15 * 60_000;

/** Tokens of one credential that replace declined ones, in a minute. More are declined for another reason than age. */
export const MAX_TOKEN_REPLACEMENTS = 5;

/** Credentials of one partner whose failed authentication is remembered. n8n stores it with the credential: 10 KB. */
export const MAX_REMEMBERED_FAILURES = 10;

/** Levels of lists and objects in a response. Mastercard's have up to 5; n8n cannot store items nested in thousands. */
export const MAX_JSON_DEPTH = 100;
