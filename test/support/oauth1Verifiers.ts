// Two verifiers of OAuth 1.0a signatures, based on RFC 5849 and on what Mastercard's gateway echoes. They share no code
// with the signer.
import { createHash, createVerify, type KeyObject } from 'node:crypto';

/** A request as received. */
export interface WireRequest {
	method: string;
	/** e.g. `https` */
	scheme: string;
	/** The Host header. */
	host: string;
	/** The request target: path and query, as received. */
	target: string;
	authorization: string;
	body: Buffer;
}

type Pair = [name: string, value: string];

const escapeAll = (text: string): string =>
	Array.from(new TextEncoder().encode(text), (octet) =>
		/[A-Za-z0-9._~-]/.test(String.fromCharCode(octet))
			? String.fromCharCode(octet)
			: `%${octet.toString(16).toUpperCase().padStart(2, '0')}`,
	).join('');

export function oauthParameters(authorization: string): Map<string, string> {
	const [, list = ''] = /^OAuth (.+)$/.exec(authorization) ?? [];
	return new Map(
		list.split(',').map((entry) => {
			const [, name = '', value = ''] = /^([a-z_]+)="([^"]*)"$/.exec(entry) ?? [];
			return [name, value];
		}),
	);
}

const rawQueryPairs = (target: string): Pair[] =>
	(target.split('?')[1] ?? '')
		.split('&')
		.filter((pair) => pair !== '')
		.map((pair) => {
			const at = pair.indexOf('=');
			return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
		});

const rfc5849 = ([name, value]: Pair): Pair => [formDecode(name), formDecode(value)];
const formDecode = (text: string): string =>
	escapeAll(decodeURIComponent(text.replace(/\+/g, ' ')));
const asReceived = (pair: Pair): Pair => pair;

/**
 * How a verifier decodes query pairs. Both use header values as received: Mastercard's signers do not encode them, and
 * its gateway echoes them unencoded.
 */
export const READINGS = { 'RFC 5849': rfc5849, "Mastercard's gateway": asReceived };

/** @returns what is wrong with the request, or an empty list */
export function verifySignature(
	request: WireRequest,
	publicKey: KeyObject,
	reading: keyof typeof READINGS,
): string[] {
	const oauth = oauthParameters(request.authorization);
	const header = [...oauth].filter(([name]) => name !== 'oauth_signature');
	const parameters = [...rawQueryPairs(request.target).map(READINGS[reading]), ...header]
		.sort(
			([nameA, valueA], [nameB, valueB]) =>
				Buffer.compare(Buffer.from(nameA), Buffer.from(nameB)) ||
				Buffer.compare(Buffer.from(valueA), Buffer.from(valueB)),
		)
		.map(([name, value]) => `${name}=${value}`)
		.join('&');
	const defaultPort = request.scheme === 'https' ? /:443$/ : /:80$/;
	const address = `${request.scheme}://${request.host.toLowerCase().replace(defaultPort, '')}${request.target.split('?')[0]}`;
	const baseString = [request.method.toUpperCase(), address, parameters].map(escapeAll).join('&');
	const genuine = createVerify('RSA-SHA256')
		.update(baseString)
		.verify(publicKey, decodeURIComponent(oauth.get('oauth_signature') ?? ''), 'base64');
	const hash = createHash('sha256').update(request.body).digest('base64');
	return [
		...(genuine ? [] : [`signature does not match ${baseString}`]),
		...(oauth.get('oauth_body_hash') === hash ? [] : ['body hash does not match']),
		...(oauth.get('oauth_signature_method') === 'RSA-SHA256' ? [] : ['signature method']),
		...(oauth.get('oauth_version') === '1.0' ? [] : ['version']),
	];
}
