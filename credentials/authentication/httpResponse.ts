/** Reads what n8n's request helpers return, within a bound for its size. */
import type { HttpResponse } from '../../mastercard/errors/Failure';
import { isRecord } from '../../mastercard/json';

/** A response whose body is not parsed yet. */
export interface RawResponse extends Omit<HttpResponse, 'body'> {
	bytes: Buffer;
}

/** Options under which n8n's helper returns every response, with its body as a stream. */
export const FULL_RESPONSE = {
	returnFullResponse: true,
	// Otherwise n8n hides the body of an error, and repeats a request after a 401.
	ignoreHttpStatusErrors: true,
	// Otherwise n8n reads, and decompresses, a body of any size into memory.
	encoding: 'stream',
	json: false,
} as const;

/** A body with more bytes than are read. */
export class ResponseTooLargeError extends Error {
	readonly code = 'RESPONSE_TOO_LARGE';

	constructor() {
		super('The response is larger than any that Mastercard sends.');
	}
}

/**
 * @param response As a helper of n8n returned it for {@link FULL_RESPONSE}.
 * @param maxBytes Of the body, decompressed.
 * @throws ResponseTooLargeError, or the error that ended the connection or the decompression.
 */
export async function readResponse(response: unknown, maxBytes: number): Promise<RawResponse> {
	const { statusCode, headers, body } = isRecord(response) ? response : {};
	return {
		status: Number(statusCode),
		headers: Object.fromEntries(
			Object.entries(isRecord(headers) ? headers : {}).map(([name, value]) => [
				name.toLowerCase(),
				String(value),
			]),
		),
		bytes: isStream(body) ? await readBody(body, maxBytes) : Buffer.alloc(0),
	};
}

interface BodyStream extends AsyncIterable<Uint8Array> {
	on(event: 'error', listener: () => void): unknown;
}

function isStream(body: unknown): body is BodyStream {
	return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}

async function readBody(stream: BodyStream, maxBytes: number): Promise<Buffer> {
	// An error after the last read has no other listener, and would end n8n.
	stream.on('error', () => undefined);
	const chunks: Uint8Array[] = [];
	let length = 0;
	// Leaving the loop early destroys the stream, which closes the connection.
	for await (const chunk of stream) {
		length += chunk.length;
		if (length > maxBytes) throw new ResponseTooLargeError();
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

/** Parses a body; one that is not JSON becomes text. */
export function parseBody({ status, headers, bytes }: RawResponse): HttpResponse & {
	isJson: boolean;
} {
	const text = new TextDecoder().decode(bytes);
	try {
		return { status, headers, body: JSON.parse(text), isJson: true };
	} catch {
		return { status, headers, body: text, isJson: false };
	}
}
