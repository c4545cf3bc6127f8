/**
 * The one spelling of a URL that can be signed and sent. Mastercard's gateway builds its base string from the raw query
 * (oauth1-signer-java issue 12), RFC 5849 from the decoded one; with every character strictly encoded both agree.
 */
import { percentEncode } from './percentEncoding';

/**
 * @param url absolute http or https URL in any spelling. A `+` is a space in the query (form encoding) and itself in
 * the path. Dot segments, default ports, the fragment and empty pairs are dropped.
 * @returns the URL to sign and to send, which HTTP clients leave as it is
 */
export function canonicalUrl(url: string): string {
	const { protocol, host, pathname, search } = new URL(url);
	const path = pathname.split('/').map(percentEncode).join('/');
	const query = search.slice(1).split('&').filter(Boolean).map(canonicalPair).join('&');
	return `${protocol}//${host}${path}${query && `?${query}`}`;
}

/** A name without `=` gets one: RFC 5849 signs `flag` and `flag=` identically, the raw reading does not. */
function canonicalPair(pair: string): string {
	const equals = pair.indexOf('=');
	const name = equals < 0 ? pair : pair.slice(0, equals);
	const value = equals < 0 ? '' : pair.slice(equals + 1);
	return [name, value].map((part) => percentEncode(part.replace(/\+/g, ' '))).join('=');
}
