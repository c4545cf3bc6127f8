// Sends the bytes of a response, including the ways in which a connection can fail.
import type { ServerResponse } from 'node:http';

/** A serialized response, and how it is sent. */
export interface RawResponse {
	status: number;
	headers: Record<string, string>;
	bytes: Buffer;
	/** Sends the body in chunks of this size, at this interval. */
	trickle?: { chunkBytes: number; intervalMs: number };
	/** Point at which the connection is closed. */
	reset?: 'beforeHeaders' | 'midBody' | 'beforeContentLength';
}

/** Sends `raw`; resolves once everything has been sent. */
export async function sendResponse(raw: RawResponse, response: ServerResponse): Promise<void> {
	// A client that timed out and disconnected is not an error here.
	response.on('error', () => undefined);
	if (raw.reset === 'beforeHeaders' || response.destroyed) {
		response.destroy();
		return;
	}
	const missingBytes = raw.reset === 'beforeContentLength' ? 10 : 0;
	response.writeHead(raw.status, {
		...raw.headers,
		'Content-Length': String(raw.bytes.length + missingBytes),
	});
	if (raw.reset !== undefined) {
		const half = Math.ceil(raw.bytes.length / 2);
		const sent = raw.reset === 'midBody' ? raw.bytes.subarray(0, half) : raw.bytes;
		await new Promise((written) => response.write(sent, written));
		response.destroy();
		return;
	}
	if (raw.trickle !== undefined) {
		const { chunkBytes, intervalMs } = raw.trickle;
		for (let at = 0; at < raw.bytes.length && !response.destroyed; at += chunkBytes) {
			response.write(raw.bytes.subarray(at, at + chunkBytes));
			await sleep(intervalMs);
		}
		response.end();
		return;
	}
	response.end(raw.bytes);
}

/** Waits without keeping the process alive. */
export function sleep(milliseconds: number): Promise<void> {
	if (milliseconds <= 0) return Promise.resolve();
	return new Promise((resolve) => {
		setTimeout(resolve, milliseconds).unref();
	});
}
