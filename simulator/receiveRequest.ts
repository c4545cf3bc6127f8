// Reads a request without altering a byte of it.
import type { IncomingMessage } from 'node:http';
import type { ReceivedRequest } from './http';

/** @param now the simulator's clock, in milliseconds since 1970 */
export async function receiveRequest(
	message: IncomingMessage,
	now: number,
): Promise<ReceivedRequest> {
	const chunks: Buffer[] = [];
	for await (const chunk of message) chunks.push(chunk as Buffer);
	const [path, rawQuery] = splitTarget(message.url ?? '/');
	return {
		method: message.method ?? '',
		path,
		rawQuery,
		host: message.headers.host ?? '',
		headers: Object.fromEntries(
			Object.entries(message.headers).map(([name, value]) => [name, [value].flat().join(', ')]),
		),
		rawBody: Buffer.concat(chunks),
		now,
	};
}

/** Splits a request target, which is not decoded, into path and query string. */
function splitTarget(target: string): [path: string, rawQuery: string] {
	const mark = target.indexOf('?');
	return mark < 0 ? [target, ''] : [target.slice(0, mark), target.slice(mark + 1)];
}
