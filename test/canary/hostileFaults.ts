// Every place in which a response can hold a text, as a fault of the Mastercard simulator.
import type { Fault, FaultKind } from '../../simulator/server';

type Status = Omit<Extract<FaultKind, { kind: 'status' }>, 'kind'>;

const status = (fault: Status): Fault => ({ kind: 'status', ...fault });

const entry = (text: string, ReasonCode = text) => ({
	Source: text,
	ReasonCode,
	Description: text,
	Details: text,
	Recoverable: false,
});
const errors = (...entries: unknown[]) => ({ Errors: { Error: entries } });

/** Headers hold no line breaks, and nothing beyond ASCII. */
const inHeader = (text: string) => text.replace(/[^\x20-\x7e]/g, '');

const headers = (text: string) => ({
	'X-MC-Correlation-ID': inHeader(text),
	'X-Request-ID': inHeader(text),
	'Retry-After': inHeader(text),
	'WWW-Authenticate': inHeader(text),
	'Set-Cookie': inHeader(text),
	[inHeader(text).replace(/[^\w-]/g, '')]: '1',
});

/** By name, from a text to the fault that sends it. For every API: what nobody would take for a result. */
export const hostileFaults: Readonly<Record<string, (text: string) => Fault>> = {
	...Object.fromEntries(
		[203, 400, 403, 404, 409, 422, 429, 500, 503].map((code) => [
			`the errors of a ${code}`,
			(text: string) => status({ status: code, body: errors(entry(text)) }),
		]),
	),
	'several errors': (text) =>
		status({ status: 400, body: errors(entry(text), entry(text), entry(text)) }),
	'an error outside a list': (text) =>
		status({ status: 400, body: { Errors: { Error: entry(text) } } }),
	'an error in camel case': (text) =>
		status({ status: 400, body: { errors: [{ source: text, reasonCode: text, message: text }] } }),
	'a flat error': (text) => status({ status: 400, body: { code: text, message: text } }),
	'a code with a parameter': (text) =>
		status({ status: 400, body: errors(entry(text, `INVALID_DATA: ${text}`)) }),
	'an error about the card': (text) =>
		status({ status: 400, body: errors(entry(text, 'PAN_NOT_FOUND')) }),
	'a lost location': (text) =>
		status({ status: 404, body: errors(entry(text, 'LOCATION_NOT_FOUND')) }),
	'no match': (text) => status({ status: 404, body: errors(entry(text, 'MATCHES_NOT_FOUND')) }),
	'no match on Open Finance': (text) =>
		status({ status: 404, body: { code: 10100, message: text } }),
	'keys of an error': (text) =>
		status({ status: 400, body: errors({ [text]: text, Details: { [text]: [text] } }) }),
	'a page with an error': (text) => status({ status: 502, body: `<h1>${text}</h1>` }),
	'a page in place of a result': (text) => status({ status: 200, body: `<h1>${text}</h1>` }),
	'broken JSON': (text) => status({ status: 200, body: `{"message": "${text}` }),
	'broken JSON with an error': (text) => status({ status: 400, body: `{"message": "${text}` }),
	'JSON that is a text': (text) => status({ status: 200, body: JSON.stringify(text) }),
	'a list': (text) => status({ status: 200, body: [[text]] }),
	'an object of another kind': (text) => status({ status: 200, body: { [text]: text } }),
	'deeply nested lists': (text) =>
		status({ status: 200, body: `${'['.repeat(200)}${JSON.stringify(text)}${']'.repeat(200)}` }),
	headers: (text) => status({ status: 400, headers: headers(text), body: {} }),
	'headers of a page': (text) =>
		status({
			status: 503,
			headers: { ...headers(text), 'Content-Type': inHeader(text) },
			body: '',
		}),
	'the status text': (text) => status({ status: 400, statusText: inHeader(text), body: {} }),
	'the status text of a 200': (text) =>
		status({ status: 200, statusText: inHeader(text), body: errors(entry(text)) }),
	...Object.fromEntries(
		[301, 302, 303, 307, 308].map((code) => [
			`the target of a redirect (${code})`,
			(text: string) =>
				status({
					status: code,
					headers: { Location: `http://127.0.0.1:9/${encodeURI(text)}?${inHeader(text)}` },
					body: text,
				}),
		]),
	),
	// Encrypted where a response would be.
	'a decrypted text': (text) => ({ kind: 'responseText', text }),
	'a decrypted error': (text) => ({
		kind: 'responseText',
		text: JSON.stringify({ ...errors(entry(text)), [text]: text }),
	}),
	'a forged header of a JWE': (text) => ({
		kind: 'forgedJweHeader',
		header: { kid: text, enc: text },
	}),
	'the name of the encrypted field': (name) => ({ kind: 'wrongFieldName', name }),
};

/** Every place in which the response to a token request can hold a text. */
export const hostileTokenFaults: Readonly<Record<string, (text: string) => Fault>> = {
	...Object.fromEntries(
		Object.entries(hostileFaults).filter(([name]) => !/decrypted|JWE|encrypted/.test(name)),
	),
	'the errors of a 401': (text) => status({ status: 401, body: errors(entry(text)) }),
	'a flat error of a 401': (text) => status({ status: 401, body: { code: 10001, message: text } }),
	'an unknown app key': (text) => status({ status: 401, body: { code: 10027, message: text } }),
	'a flat code of a 401': (text) => status({ status: 401, body: { code: text, message: text } }),
	'a token of another kind': (text) => status({ status: 200, body: { token: { [text]: text } } }),
	'a token that no header can hold': (text) =>
		status({ status: 200, body: { token: `\n${text}` } }),
};
