/** Every bound on what the other side, or a pasted field, controls, in one place. */

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
