// The signature base strings this gateway accepts for a request (RFC 5849 section 3.4.1).
import type { Received } from '../http';
import { decoded, type OAuthParameters } from './header';

/** RFC 3986: everything but unreserved characters is percent-encoded, in upper-case hex. */
export function encoded(text: string): string {
	return encodeURIComponent(text).replace(
		/[!'()*]/g,
		(character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
	);
}

type Pair = readonly [name: string, value: string];
type Reading = (text: string) => string;

const asReceived: Reading = (text) => text;
const normalised: Reading = (text) => encoded(decoded(text));
// In a query a plus sign may stand for a space; RFC 5849 reads it so.
const normalisedQuery: Reading = (text) => encoded(decoded(text.replace(/\+/g, ' ')));

/**
 * Every base string that is acceptable, the gateway's own first. Mastercard's gateway encodes the raw
 * query and header values once, while RFC 5849 decodes them before; strictly encoded requests give one and the
 * same string both ways. Any combination is accepted, because Mastercard's own clients mix them.
 */
export function acceptableBaseStrings(request: Received, oauth: OAuthParameters): string[] {
	const header: Pair[] = [...oauth].filter(
		([name]) => name !== 'oauth_signature' && name !== 'realm',
	);
	const readings: Array<[query: Reading, header: Reading]> = [
		[asReceived, asReceived],
		[normalisedQuery, normalised],
		[normalisedQuery, asReceived],
		[asReceived, normalised],
	];
	const strings = readings.map(([readQuery, readHeader]) =>
		baseString(request, [
			...queryPairs(request.rawQuery).map((pair) => read(pair, readQuery)),
			...header.map((pair) => read(pair, readHeader)),
		]),
	);
	return [...new Set(strings)];
}

function read([name, value]: Pair, reading: Reading): Pair {
	return [reading(name), reading(value)];
}

function queryPairs(rawQuery: string): Pair[] {
	return rawQuery
		.split('&')
		.filter((part) => part !== '')
		.map((part) => {
			const equals = part.indexOf('=');
			return equals < 0 ? [part, ''] : [part.slice(0, equals), part.slice(equals + 1)];
		});
}

function baseString(request: Received, pairs: Pair[]): string {
	const list = [...pairs]
		.sort(([nameA, valueA], [nameB, valueB]) => compare(nameA, nameB) || compare(valueA, valueB))
		.map(([name, value]) => `${name}=${value}`)
		.join('&');
	const address = `http://${request.host.toLowerCase().replace(/:80$/, '')}${request.path}`;
	return [request.method.toUpperCase(), encoded(address), encoded(list)].join('&');
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
