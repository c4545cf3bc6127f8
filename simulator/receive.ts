// Takes a request in, without changing a byte of it.
import type { IncomingMessage } from 'node:http';
import type { Received } from './http';

/** @param now the server's own clock, milliseconds since 1970 */
export async function receive(message: IncomingMessage, now: number): Promise<Received> {
	const chunks: Buffer[] = [];
	for await (const chunk of message) chunks.push(chunk as Buffer);
	const target = message.url ?? '/';
	const mark = target.indexOf('?');
	return {
		method: message.method ?? '',
		path: mark < 0 ? target : target.slice(0, mark),
		rawQuery: mark < 0 ? '' : target.slice(mark + 1),
		host: message.headers.host ?? '',
		headers: Object.fromEntries(
			Object.entries(message.headers).map(([name, value]) => [name, [value].flat().join(', ')]),
		),
		bytes: Buffer.concat(chunks),
		now,
	};
}
