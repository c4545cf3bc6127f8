// The signature base strings that the gateway accepts for a request (RFC 5849 section 3.4.1).
import type { ReceivedRequest } from '../http';
import { percentDecode, type OAuthParameters } from './authorizationHeader';

/** RFC 3986: percent-encodes everything but unreserved characters, in upper-case hex. */
function percentEncode(text: string): string {
	return encodeURIComponent(text).replace(
		/[!'()*]/g,
		(character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
	);
}

type Parameter = readonly [name: string, value: string];
type Normalize = (text: string) => string;

const asReceived: Normalize = (text) => text;
const normalizeHeader: Normalize = (text) => percentEncode(percentDecode(text));
// RFC 5849 allows a plus sign for a space in a query.
const normalizeQuery: Normalize = (text) => percentEncode(percentDecode(text.replace(/\+/g, ' ')));

/**
 * Returns every accepted base string, the gateway's own first. Mastercard's gateway encodes raw query and header
 * values once, whereas RFC 5849 decodes them first; for strictly encoded requests the result is the same. Every
 * combination is accepted because Mastercard's own clients mix the two.
 */
export function getAcceptedBaseStrings(request: ReceivedRequest, oauth: OAuthParameters): string[] {
	const headerParameters: Parameter[] = [...oauth].filter(
		([name]) => name !== 'oauth_signature' && name !== 'realm',
	);
	const queryParameters = parseQuery(request.rawQuery);
	const normalizations: Array<[query: Normalize, header: Normalize]> = [
		[asReceived, asReceived],
		[normalizeQuery, normalizeHeader],
		[normalizeQuery, asReceived],
		[asReceived, normalizeHeader],
	];
	const baseStrings = normalizations.map(([query, header]) =>
		createBaseString(request, [
			...queryParameters.map(([name, value]): Parameter => [query(name), query(value)]),
			...headerParameters.map(([name, value]): Parameter => [header(name), header(value)]),
		]),
	);
	return [...new Set(baseStrings)];
}

function parseQuery(rawQuery: string): Parameter[] {
	return rawQuery
		.split('&')
		.filter((part) => part !== '')
		.map((part) => {
			const equals = part.indexOf('=');
			return equals < 0 ? [part, ''] : [part.slice(0, equals), part.slice(equals + 1)];
		});
}

function createBaseString(request: ReceivedRequest, parameters: Parameter[]): string {
	const parameterString = [...parameters]
		.sort(([nameA, valueA], [nameB, valueB]) => compare(nameA, nameB) || compare(valueA, valueB))
		.map(([name, value]) => `${name}=${value}`)
		.join('&');
	const baseUri = `http://${request.host.toLowerCase().replace(/:80$/, '')}${request.path}`;
	return [
		request.method.toUpperCase(),
		percentEncode(baseUri),
		percentEncode(parameterString),
	].join('&');
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
