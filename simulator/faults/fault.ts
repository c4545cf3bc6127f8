// The ways in which this server can be told to misbehave.

/** What goes wrong. Every kind but the `status` ones answers truly otherwise. */
export type FaultKind =
	/** Another status, with any headers; a text body is sent as it is, anything else as JSON. */
	| { kind: 'status'; status: number; headers?: Record<string, string>; body?: unknown }
	/** The true answer, only late: see `delayMs`. */
	| { kind: 'delay' }
	/** The true body in small pieces. */
	| { kind: 'drip'; pieceBytes: number; everyMs: number }
	/** The connection is cut before any byte of the answer. */
	| { kind: 'severBeforeHeaders' }
	/** The connection is cut after half of the body. */
	| { kind: 'severMidBody' }
	/** Half of the body, declared as if it were all. */
	| { kind: 'truncate' }
	/** A Content-Length longer than the body, and the connection closed after it. */
	| { kind: 'wrongContentLength' }
	/** 200 with no body. */
	| { kind: 'empty' }
	/** 200 with a web page, as a proxy or a captive portal sends. */
	| { kind: 'html' }
	/** Content-Encoding: gzip over bytes that are not. */
	| { kind: 'garbageGzip' }
	/** The true answer, not encrypted though it should be. */
	| { kind: 'plaintext' }
	/** Encrypted to a key that the client does not hold. */
	| { kind: 'wrongKey' }
	/** One part of the JWE: a bit flipped, all bytes zeroed, cut to a quarter, or left out. */
	| { kind: 'tamper'; part: JwePart; how: 'flip' | 'zero' | 'cut' | 'remove' }
	/** Header fields that are not true, such as `{ alg: 'none' }` or `{ enc: 'A128CBC-HS256' }`. */
	| { kind: 'forgeHeader'; header: Record<string, string> }
	/** Base64 with `+`, `/` and padding in place of base64url, in all parts but the header. */
	| { kind: 'plainBase64' }
	/** The JWE under another field name. */
	| { kind: 'otherFieldName'; name: string }
	/** Any text in place of the answer's JSON, encrypted where the answer would be. */
	| { kind: 'answerText'; text: string }
	/** The first card is in neither list. */
	| { kind: 'dropCard' }
	/** The first scored card is also in the list of errors. */
	| { kind: 'cardInBoth' }
	/** The cards come in the opposite order. */
	| { kind: 'reverseCards' }
	/** The answer shows card numbers only as first six and last four. */
	| { kind: 'maskPan' }
	/** Fields, list entries and values that nobody documented. */
	| { kind: 'extraFields' }
	/** 400 whose Description and Details quote the first card number of the request: a canary for leaks. */
	| { kind: 'quotePan' }
	/** A Date header that is off by so many seconds. */
	| { kind: 'dateSkew'; seconds: number };

/** The five parts of a compact JWE, in their order. */
export const JWE_PARTS = ['header', 'key', 'iv', 'ciphertext', 'tag'] as const;
export type JwePart = (typeof JWE_PARTS)[number];

/** A kind of fault, and which calls it strikes. */
export type Fault = FaultKind & {
	/** Only calls whose path contains this; every call when left out. */
	path?: string;
	/** How many calls it strikes; 1 when left out, Infinity for every one. */
	times?: number;
	/** How many matching calls pass before the first is struck; 0 when left out. */
	after?: number;
	/** Milliseconds before the answer is begun. */
	delayMs?: number;
};
