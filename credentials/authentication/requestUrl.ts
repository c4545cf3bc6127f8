/** The absolute URL of a request, with its query inside, in the one spelling that is signed and sent. */
import { canonicalUrl } from '../../mastercard/oauth1/canonicalUrl';
import { formEncode } from './formEncoding';
import type { RequestOptions } from './requestOptions';

const ABSOLUTE = /^[a-z][a-z\d+.-]*:\/\//i;

/**
 * @returns base URL, URL and query in one, joined as n8n's HTTP client (axios) joins them
 * @throws Error when the request has no complete URL
 */
export function buildUrl(options: RequestOptions): string {
	const target = String(options.url ?? options.uri ?? '');
	const base = String(options.baseURL ?? '');
	const url = base === '' || ABSOLUTE.test(target) ? target : join(base, target);
	if (!URL.canParse(url))
		throw new Error('The request has no complete URL, so it cannot be signed.');
	const query = buildQuery(options);
	const [beforeFragment = ''] = url.split('#');
	const separator = beforeFragment.includes('?') ? '&' : '?';
	return canonicalUrl(query ? `${beforeFragment}${separator}${query}` : beforeFragment);
}

function join(base: string, path: string): string {
	return path === '' ? base : `${base.replace(/\/?\/$/, '')}/${path.replace(/^\/+/, '')}`;
}

function buildQuery(options: RequestOptions): string {
	const { qs, arrayFormat, qsStringifyOptions, useQuerystring } = options;
	if (qs instanceof URLSearchParams) return qs.toString();
	if (typeof qs !== 'object' || qs === null) return '';
	const legacyFormat = useQuerystring ? 'repeat' : qsStringifyOptions?.arrayFormat;
	return formEncode(qs, arrayFormat ?? legacyFormat);
}
