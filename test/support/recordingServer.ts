// A local server that records requests, including their bytes and raw target, and sends the given responses.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WireRequest } from './oauth1Verifiers';

export interface Recorded extends WireRequest {
	headers: Record<string, string | string[] | undefined>;
}

export interface RecordedResponse {
	status: number;
	statusText?: string;
	body?: unknown;
	headers?: Record<string, string>;
}

export interface RecordingServer {
	url: string;
	requests: Recorded[];
	/** The next responses, in order; afterwards what `respond` gives. */
	responses: RecordedResponse[];
	close(): Promise<void>;
}

/** @param respond 200 with `{}` if omitted */
export async function startRecordingServer(
	respond: (request: Recorded) => RecordedResponse = () => ({ status: 200 }),
): Promise<RecordingServer> {
	const requests: Recorded[] = [];
	const responses: RecordingServer['responses'] = [];
	const server: Server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const recorded: Recorded = {
				method: request.method ?? '',
				scheme: 'http',
				host: request.headers.host ?? '',
				// A server on this machine is addressed as if it were its own proxy: with an absolute target.
				target: (request.url ?? '').replace(/^http:\/\/[^/]+/, ''),
				authorization: request.headers.authorization ?? '',
				body: Buffer.concat(chunks),
				headers: request.headers,
			};
			requests.push(recorded);
			const { status, statusText, body = {}, headers } = responses.shift() ?? respond(recorded);
			const text = typeof body === 'string' ? body : JSON.stringify(body);
			const type = typeof body === 'string' ? 'text/html' : 'application/json';
			const allHeaders = { 'Content-Type': type, ...headers };
			if (statusText === undefined) response.writeHead(status, allHeaders);
			else response.writeHead(status, statusText, allHeaders);
			response.end(text);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		requests,
		responses,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}
