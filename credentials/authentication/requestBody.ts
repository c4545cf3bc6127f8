/** The exact bytes of a request's body: n8n passes it on unserialised, but the body hash is over what is sent. */
import { formEncode } from './formEncoding';
import type { RequestOptions } from './requestOptions';
import { readPart, UnsignableRequestError } from './UnsignableRequestError';

export interface SerializedBody {
	/** undefined: the request has none. */
	body?: string | Buffer;
	contentType?: string;
}

const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';

/**
 * @param options as n8n's request helpers take them: text, bytes, form, or an object that is sent as JSON
 * @returns what to hash and to send, in a shape that n8n's HTTP client leaves as it is
 * @throws UnsignableRequestError for multipart bodies and streams, whose bytes are not known before they are sent, and
 * for what cannot be written as text
 */
export function serializeBody(options: RequestOptions): SerializedBody {
	return readPart('The body', () => serializeWithType(options));
}

function serializeWithType(options: RequestOptions): SerializedBody {
	const given = getContentType(options.headers);
	if (
		options.formData !== undefined ||
		given?.toLowerCase().includes('multipart/') ||
		isStream(options.body)
	) {
		throw new UnsignableRequestError(
			'Files, multipart forms and streams cannot be signed, because Mastercard signs the whole body. Send JSON, text or a URL-encoded form.',
		);
	}
	const serialized = serialize(options, given);
	if (serialized === undefined || serialized.body.length === 0) return {};
	if ((options.method ?? 'GET').toUpperCase() === 'GET') {
		// One of n8n's two helpers drops such a body and the other sends it.
		throw new UnsignableRequestError(
			'A GET request with a body cannot be signed. Remove the body, or use POST.',
		);
	}
	const contentType = given ?? serialized.contentType;
	return { body: asExactBytes(serialized.body, contentType), contentType };
}

function serialize(
	options: RequestOptions,
	given: string | undefined,
): Required<SerializedBody> | undefined {
	const { body, form } = options;
	const isForm = given?.toLowerCase().startsWith(FORM) ?? false;
	if (body === undefined || body === null || body === '') {
		return form === undefined ? undefined : { body: formText(form), contentType: FORM };
	}
	if (typeof body === 'string') return { body, contentType: isJson(body) ? JSON_TYPE : FORM };
	if (body instanceof URLSearchParams) return { body: body.toString(), contentType: FORM };
	if (body instanceof Uint8Array || body instanceof ArrayBuffer) {
		const bytes = body instanceof ArrayBuffer ? Buffer.from(body) : asBuffer(body);
		// The legacy helper takes a form apart unless it is text.
		return isForm
			? { body: bytes.toString(), contentType: FORM }
			: { body: bytes, contentType: 'application/octet-stream' };
	}
	const content = isObject(body) && isObject(form) ? { ...body, ...form } : body;
	if (isForm) return { body: formText(content), contentType: FORM };
	// The current helper sends no body for an empty object, the legacy one `{}`.
	if (options.uri === undefined && isObject(content) && Object.keys(content).length === 0)
		return undefined;
	return { body: JSON.stringify(content), contentType: JSON_TYPE };
}

/** axios trims JSON text, and puts quotes around text that claims to be JSON and is not. It leaves bytes alone. */
function asExactBytes(body: string | Buffer, contentType: string): string | Buffer {
	if (typeof body !== 'string' || !contentType.toLowerCase().includes('json')) return body;
	return body === body.trim() && isJson(body) ? body : Buffer.from(body);
}

function getContentType(headers: RequestOptions['headers'] = {}): string | undefined {
	const header = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type');
	const value = header?.[1];
	return typeof value === 'string' ? value : undefined;
}

function isStream(body: unknown): boolean {
	return (
		body instanceof FormData ||
		body instanceof Blob ||
		(isObject(body) && ['pipe', 'getReader', 'getHeaders'].some((name) => name in body))
	);
}

function formText(form: unknown): string {
	if (typeof form === 'string') return form;
	return form instanceof URLSearchParams ? form.toString() : formEncode(Object(form) as object);
}

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}

function isObject(value: unknown): value is object {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asBuffer(bytes: Uint8Array): Buffer {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
