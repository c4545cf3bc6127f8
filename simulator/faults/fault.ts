// The faults that tests can inject.

/** What goes wrong. Everything that a fault does not mention is as in the regular response. */
export type FaultKind =
	/** Another status and headers; a string body is sent as it is, any other value as JSON. */
	| {
			kind: 'status';
			status: number;
			/** The words after the status; the usual ones if omitted. */
			statusText?: string;
			headers?: Record<string, string>;
			body?: unknown;
	  }
	/** The regular response, delayed by `delayMs`. */
	| { kind: 'delay' }
	/** The regular body, sent slowly in small chunks. */
	| { kind: 'trickle'; chunkBytes: number; intervalMs: number }
	/** A body that never ends, sent as fast as the client reads; compressed, it shrinks to a thousandth. */
	| { kind: 'endlessBody'; gzip?: boolean }
	/** The regular headers and half of the body, then nothing; the connection stays open. */
	| { kind: 'stalledBody' }
	/** The connection is closed before the response begins. */
	| { kind: 'resetBeforeHeaders' }
	/** The connection is closed after half of the body. */
	| { kind: 'resetMidBody' }
	/** Half of the body, with a matching Content-Length. */
	| { kind: 'truncatedBody' }
	/** A Content-Length greater than the body, after which the connection is closed. */
	| { kind: 'wrongContentLength' }
	/** 200 without a body. */
	| { kind: 'emptyBody' }
	/** 200 with a web page, as sent by a proxy or captive portal. */
	| { kind: 'htmlPage' }
	/** Content-Encoding: gzip with a body that is not compressed. */
	| { kind: 'corruptGzip' }
	/** The regular response without the encryption that it should have. */
	| { kind: 'plaintext' }
	/** Encrypted with a key that the client does not hold. */
	| { kind: 'wrongKey' }
	/** One part of the JWE has a bit flipped, is overwritten with zeros, is cut to a quarter, or is removed. */
	| { kind: 'tamperedJwe'; part: JwePart; mutation: JweMutation }
	/** False header fields, such as `{ alg: 'none' }` or `{ enc: 'A128CBC-HS256' }`. */
	| { kind: 'forgedJweHeader'; header: Record<string, string> }
	/** Standard Base64 with `+`, `/` and padding instead of base64url, in every part except the header. */
	| { kind: 'standardBase64' }
	/** The JWE in a field with another name. */
	| { kind: 'wrongFieldName'; name: string }
	/** Any text instead of the response's JSON, encrypted if the response would be. */
	| { kind: 'responseText'; text: string }
	/** The first card is missing from both lists. */
	| { kind: 'missingCard' }
	/** The first scored card is also in the list of errors. */
	| { kind: 'duplicatedCard' }
	/** The cards are in reverse order. */
	| { kind: 'reversedCards' }
	/** Only the first and last four digits of each card number are shown. */
	| { kind: 'maskedPan' }
	/** A report that is still being created: status `inProgress`, without metrics. */
	| { kind: 'reportInProgress' }
	/** A finished report whose list of metrics is empty, which the specification allows. */
	| { kind: 'emptyReport' }
	/** A report whose only metrics are those of another location. */
	| { kind: 'foreignReport' }
	/** Undocumented fields and values. */
	| { kind: 'unknownFields' }
	/** 400 with the first card number of the request in Description and Details, to detect leaks. */
	| { kind: 'panInError' }
	/** A Date header that is off by a number of seconds. */
	| { kind: 'skewedDate'; seconds: number };

/** The parts of a compact JWE, in order. */
export const JWE_PARTS = ['header', 'encryptedKey', 'iv', 'ciphertext', 'tag'] as const;
export type JwePart = (typeof JWE_PARTS)[number];
export type JweMutation = 'flipBit' | 'zero' | 'truncate' | 'remove';

/** A kind of fault, and the calls it applies to. */
export type Fault = FaultKind & {
	/** Only calls whose path contains this text; every call if omitted. */
	path?: string;
	/** Number of calls it applies to; 1 if omitted, Infinity for all. */
	times?: number;
	/** Number of matching calls to let through first; 0 if omitted. */
	skip?: number;
	/** The request is not processed: what it would have created does not exist. */
	isUnprocessed?: true;
	/** Milliseconds to wait before the response. */
	delayMs?: number;
};
