/** The absolute URL of a request, with its query inside, in the one spelling that is signed and sent. */
import { canonicalUrl } from '../../mastercard/oauth1/canonicalUrl';
import { formEncode } from './formEncoding';
import type { RequestOptions } from './requestOptions';
import { readPart, UnsignableRequestError } from './UnsignableRequestError';

const ABSOLUTE = /^[a-z][a-z\d+.-]*:\/\//i;

/**
 * @returns base URL, URL and query in one, joined as n8n's HTTP client (axios) joins them
 * @throws UnsignableRequestError when the request has no complete URL, or a query that cannot be written
 */
export function buildUrl(options: RequestOptions): string {
	const url = readPart('The URL', () => joinUrl(options));
	const query = readPart('The query', () => buildQuery(options));
	if (!URL.canParse(url))
		throw new UnsignableRequestError('The request has no complete URL, so it cannot be signed.');
	const beforeFragment = url.replace(/#.*/s, '');
	const separator = beforeFragment.includes('?') ? '&' : '?';
	return canonicalUrl(query ? `${beforeFragment}${separator}${query}` : beforeFragment);
}

function joinUrl({ url, uri, baseURL }: RequestOptions): string {
	const target = String(url ?? uri ?? '');
	const base = String(baseURL ?? '');
	if (ABSOLUTE.test(target)) return target;
	return target === '' ? base : `${base.replace(/\/?\/$/, '')}/${target.replace(/^\/+/, '')}`;
}

function buildQuery(options: RequestOptions): string {
	const { qs, arrayFormat, qsStringifyOptions, useQuerystring } = options;
	if (qs instanceof URLSearchParams) return qs.toString();
	if (typeof qs !== 'object' || qs === null) return '';
	const legacyFormat = useQuerystring ? 'repeat' : qsStringifyOptions?.arrayFormat;
	return formEncode(qs, arrayFormat ?? legacyFormat);
}
