/** Options that keep a request, and the secrets in it, with the one server it is for, and within its time. */
import type { RequestOptions } from './requestOptions';

export interface Restrictions {
	disableFollowRedirect: true;
	followRedirect: false;
	followAllRedirects: false;
	proxy?: { protocol: 'http'; host: string; port: number };
	abortSignal?: AbortSignal;
}

/**
 * @param url The address of the request, absolute.
 * @param options Its `timeout` becomes the limit for the whole request, and its `abortSignal` stays in force.
 */
export function restrictRequest(
	url: string,
	{ timeout, abortSignal }: Pick<RequestOptions, 'timeout' | 'abortSignal'>,
): Restrictions {
	return {
		// The name in n8n's current helper, and the two in its legacy one.
		disableFollowRedirect: true,
		followRedirect: false,
		followAllRedirects: false,
		...bypassProxy(url),
		...(timeout !== undefined && { abortSignal: limitTime(timeout, abortSignal) }),
	};
}

/**
 * Only this machine may be addressed without TLS. Nothing can turn off a proxy that n8n's environment prescribes
 * (`HTTP_PROXY`), and it would see the secrets; a proxy named by the request has precedence. The server itself can be
 * that proxy: all that differs is the request target, whose absolute form every server has to accept (RFC 9112, 3.2.2).
 */
function bypassProxy(url: string): Pick<Restrictions, 'proxy'> {
	const { protocol, hostname, port } = new URL(url);
	if (protocol !== 'http:') return {};
	return { proxy: { protocol: 'http', host: hostname, port: Number(port || 80) } };
}

/**
 * n8n's own timeout starts anew with every byte, and ends when the body begins.
 *
 * @returns Aborts after so many milliseconds, or when `cancel` does.
 */
export function limitTime(milliseconds: number, cancel: unknown): AbortSignal {
	const limit = AbortSignal.timeout(Math.ceil(milliseconds));
	// Without a listener of its own, Node.js may drop the timer while `AbortSignal.any` still waits for it.
	limit.addEventListener('abort', () => undefined);
	return cancel instanceof AbortSignal ? AbortSignal.any([cancel, limit]) : limit;
}
