// The last stage: bytes on the connection, sent well or badly.
import type { ServerResponse } from 'node:http';

/** An answer as bytes, and how it is to be sent. */
export interface Wire {
	status: number;
	headers: Record<string, string>;
	bytes: Buffer;
	/** Pieces of so many bytes, so many milliseconds apart. */
	drip?: { pieceBytes: number; everyMs: number };
	/** Where the connection is cut. */
	sever?: 'beforeHeaders' | 'midBody' | 'shortOfContentLength';
}

/** Sends `wire`; resolves when all that will be sent has been sent. */
export async function deliver(wire: Wire, response: ServerResponse): Promise<void> {
	// A client that timed out and left is no error of this server's.
	response.on('error', () => undefined);
	if (wire.sever === 'beforeHeaders' || response.destroyed) {
		response.destroy();
		return;
	}
	const extra = wire.sever === 'shortOfContentLength' ? 10 : 0;
	response.writeHead(wire.status, {
		...wire.headers,
		'Content-Length': String(wire.bytes.length + extra),
	});
	if (wire.sever !== undefined) {
		const sent = extra > 0 ? wire.bytes : wire.bytes.subarray(0, Math.ceil(wire.bytes.length / 2));
		await new Promise((written) => response.write(sent, written));
		response.destroy();
		return;
	}
	if (wire.drip !== undefined) {
		const { pieceBytes, everyMs } = wire.drip;
		for (let at = 0; at < wire.bytes.length && !response.destroyed; at += pieceBytes) {
			response.write(wire.bytes.subarray(at, at + pieceBytes));
			await pause(everyMs);
		}
		response.end();
		return;
	}
	response.end(wire.bytes);
}

/** Waits without keeping the process alive. */
export function pause(milliseconds: number): Promise<void> {
	if (milliseconds <= 0) return Promise.resolve();
	return new Promise((resolve) => {
		setTimeout(resolve, milliseconds).unref();
	});
}
