// Reads a request without altering a byte of it.
import type { IncomingMessage } from 'node:http';
import type { ReceivedRequest } from './http';

/** @param now the simulator's clock, in milliseconds since 1970 */
export async function receiveRequest(
	incoming: IncomingMessage,
	now: number,
): Promise<ReceivedRequest> {
	const chunks: Buffer[] = [];
	for await (const chunk of incoming) chunks.push(chunk as Buffer);
	return {
		method: incoming.method ?? '',
		...parseRequestTarget(incoming.url ?? '/'),
		host: incoming.headers.host ?? '',
		headers: Object.fromEntries(
			Object.entries(incoming.headers).map(([name, value]) => [name, [value].flat().join(', ')]),
		),
		rawBody: Buffer.concat(chunks),
		now,
	};
}

/**
 * Splits the target of a request line into path and query string, neither of which is decoded. In absolute form
 * (RFC 9112, 3.2.2) the scheme and the host are left out.
 */
export function parseRequestTarget(absoluteOrOriginForm: string): {
	path: string;
	rawQuery: string;
} {
	const target = absoluteOrOriginForm.replace(/^https?:\/\/[^/?]*/i, '');
	const mark = target.indexOf('?');
	return mark < 0
		? { path: target, rawQuery: '' }
		: { path: target.slice(0, mark), rawQuery: target.slice(mark + 1) };
}
