// Sends a serialized response: through Hono, or on the raw connection if a fault requires it.
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';

/** A serialized response, and how it is sent. */
export interface RawResponse {
	status: number;
	/** The words after the status; the usual ones if omitted. */
	statusText?: string | undefined;
	headers: Record<string, string>;
	bytes: Buffer;
	/** Sends the body in chunks of this size, at this interval. */
	trickle?: { chunkBytes: number; intervalMs: number };
	/** Sends spaces until the client closes the connection. */
	endless?: { gzip: boolean };
	/** Sends half of the body and then waits until the client closes the connection. */
	isStalled?: boolean;
	/** Point at which the connection is closed. */
	reset?: 'beforeHeaders' | 'midBody' | 'beforeContentLength';
}

/** Returns the response for Hono to send; if a fault affects the connection, sends it first and resolves afterwards. */
export async function sendResponse(raw: RawResponse, outgoing: ServerResponse): Promise<Response> {
	// A client that timed out and disconnected is not an error here.
	outgoing.on('error', () => undefined);
	if (raw.reset === 'beforeHeaders' || outgoing.destroyed) {
		outgoing.destroy();
	} else if (raw.reset !== undefined) {
		await resetConnection(raw, outgoing);
	} else if (raw.endless !== undefined) {
		await sendEndlessBody(raw, raw.endless, outgoing);
	} else if (raw.isStalled === true) {
		await stallBody(raw, outgoing);
	} else if (raw.trickle !== undefined) {
		await trickleBody(raw, raw.trickle, outgoing);
	} else if (raw.statusText !== undefined) {
		// Hono sends the usual words.
		outgoing.writeHead(raw.status, raw.statusText, getHeaders(raw, raw.bytes.length));
		outgoing.end(raw.bytes);
	} else {
		// Some statuses allow no body, not even an empty one.
		const body = raw.bytes.length > 0 ? new Uint8Array(raw.bytes) : null;
		return new Response(body, { status: raw.status, headers: getHeaders(raw, raw.bytes.length) });
	}
	return RESPONSE_ALREADY_SENT;
}

async function resetConnection(raw: RawResponse, outgoing: ServerResponse): Promise<void> {
	const { length } = raw.bytes;
	const isMidBody = raw.reset === 'midBody';
	outgoing.writeHead(raw.status, getHeaders(raw, isMidBody ? length : length + 10));
	const sent = isMidBody ? raw.bytes.subarray(0, Math.ceil(length / 2)) : raw.bytes;
	await new Promise((written) => outgoing.write(sent, written));
	outgoing.destroy();
}

const SPACES = Buffer.alloc(64 * 1024, ' ');

function* endlessSpaces(): Generator<Buffer> {
	for (;;) yield SPACES;
}

async function sendEndlessBody(
	raw: RawResponse,
	{ gzip }: NonNullable<RawResponse['endless']>,
	outgoing: ServerResponse,
): Promise<void> {
	outgoing.writeHead(raw.status, { ...raw.headers, ...(gzip && { 'Content-Encoding': 'gzip' }) });
	const spaces = Readable.from(endlessSpaces());
	const sent = gzip ? pipeline(spaces, createGzip(), outgoing) : pipeline(spaces, outgoing);
	// It can only end with the connection.
	await sent.catch(() => undefined);
}

async function stallBody(raw: RawResponse, outgoing: ServerResponse): Promise<void> {
	outgoing.writeHead(raw.status, getHeaders(raw, raw.bytes.length));
	outgoing.write(raw.bytes.subarray(0, Math.ceil(raw.bytes.length / 2)));
	await once(outgoing, 'close');
}

async function trickleBody(
	raw: RawResponse,
	{ chunkBytes, intervalMs }: NonNullable<RawResponse['trickle']>,
	outgoing: ServerResponse,
): Promise<void> {
	outgoing.writeHead(raw.status, getHeaders(raw, raw.bytes.length));
	for (let at = 0; at < raw.bytes.length && !outgoing.destroyed; at += chunkBytes) {
		outgoing.write(raw.bytes.subarray(at, at + chunkBytes));
		await sleep(intervalMs);
	}
	outgoing.end();
}

function getHeaders(raw: RawResponse, contentLength: number): Record<string, string> {
	return { ...raw.headers, 'Content-Length': String(contentLength) };
}

/** Waits without keeping the process alive. */
export function sleep(milliseconds: number): Promise<void> {
	if (milliseconds <= 0) return Promise.resolve();
	return new Promise((resolve) => {
		setTimeout(resolve, milliseconds).unref();
	});
}
