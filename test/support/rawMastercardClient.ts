// A client for the Mastercard simulator that shares no code with it or the nodes; it signs and encrypts with node:crypto.
import {
	constants,
	createCipheriv,
	createDecipheriv,
	createHash,
	createPrivateKey,
	privateDecrypt,
	publicEncrypt,
	randomBytes,
	sign,
	X509Certificate,
	type KeyObject,
} from 'node:crypto';
import { request as httpRequest } from 'node:http';
import forge from 'node-forge';
import type { SimulatorCredential } from '../../simulator/server';

/** A response: the body as text, as JSON if it is JSON, and decrypted if it was encrypted. */
export interface RawResponse {
	status: number;
	headers: Record<string, string | string[] | undefined>;
	text: string;
	json: unknown;
	/** The decrypted JSON if the response was a JWE, otherwise `json`. */
	body: unknown;
}

/** Deviations from a correct request. */
export interface Departures {
	/** Overrides of OAuth parameters; undefined omits one. Applied before signing. */
	oauth?: Record<string, string | undefined>;
	/** Header sent in place of the correct one; null sends none. */
	authorization?: string | null;
	/** Bytes sent in place of the signed ones. */
	sentBytes?: string;
	signingKey?: KeyObject;
	pss?: boolean;
	/** Percent-encode header values, as RFC 5849 says; Mastercard's own clients do not. */
	encodeHeaderValues?: boolean;
	fieldName?: string;
	ivBytes?: number;
	/** Rewrites the finished request token. */
	token?: (token: string) => string;
	/** Send the body unencrypted. */
	unencrypted?: boolean;
}

/** Opens a Base64 .p12 with node-forge. */
export function privateKeyFromP12(base64: string, password: string): KeyObject {
	const p12 = forge.pkcs12.pkcs12FromAsn1(
		forge.asn1.fromDer(forge.util.decode64(base64)),
		password,
	);
	const bags = p12.getBags({ bagType: forge.pki.oids['pkcs8ShroudedKeyBag'] ?? '' });
	const key = Object.values(bags).flat()[0]?.key;
	if (!key) throw new Error('no key in the .p12');
	return createPrivateKey(forge.pki.privateKeyToPem(key));
}

/** Strict RFC 3986 percent-encoding. */
export function percentEncode(text: string): string {
	return [...Buffer.from(text)]
		.map((byte) => {
			const character = String.fromCharCode(byte);
			return /[A-Za-z0-9._~-]/.test(character)
				? character
				: `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
		})
		.join('');
}

/** A client with a credential, whose keys it loads once. */
export class RawMastercardClient {
	readonly signingKey: KeyObject;
	readonly decryptionKey: KeyObject;
	readonly certificate: X509Certificate;

	constructor(readonly credential: SimulatorCredential) {
		this.signingKey = privateKeyFromP12(credential.signingKey, credential.signingKeyPassword);
		this.decryptionKey = privateKeyFromP12(
			credential.decryptionKey,
			credential.decryptionKeyPassword,
		);
		this.certificate = new X509Certificate(credential.encryptionCertificate);
	}

	/** A signed GET; `query` is encoded strictly. */
	async get(path: string, query: Record<string, string> = {}, departures: Departures = {}) {
		const pairs = Object.entries(query).map(
			([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`,
		);
		return await this.send(
			'GET',
			pairs.length > 0 ? `${path}?${pairs.join('&')}` : path,
			'',
			departures,
		);
	}

	/** A signed POST of `body` as JWE. */
	async postEncrypted(path: string, body: unknown, departures: Departures = {}) {
		const text = JSON.stringify(body);
		const token = (departures.token ?? ((same) => same))(
			this.encrypt(text, departures.ivBytes ?? 12),
		);
		const payload = departures.unencrypted
			? text
			: JSON.stringify({ [departures.fieldName ?? 'encryptedData']: token });
		return await this.send('POST', path, payload, departures);
	}

	/** Signs and sends; `target` is the exact path and query. */
	async send(method: string, target: string, body: string, departures: Departures = {}) {
		const authorization =
			departures.authorization === undefined
				? this.authorization(method, target, body, departures)
				: departures.authorization;
		return await new Promise<RawResponse>((resolve, reject) => {
			const sent = httpRequest(
				this.credential.baseUrl,
				{
					// As an option, since the URL parser would re-encode it.
					path: target,
					method,
					headers: {
						...(authorization === null ? {} : { Authorization: authorization }),
						...(method === 'POST' ? { 'Content-Type': 'application/json' } : {}),
					},
				},
				(response) => {
					const chunks: Buffer[] = [];
					response.on('data', (chunk: Buffer) => chunks.push(chunk));
					response.on('error', reject);
					response.on('end', () => {
						const text = Buffer.concat(chunks).toString('utf8');
						const json = parsed(text);
						resolve({
							status: response.statusCode ?? 0,
							headers: response.headers,
							text,
							json,
							body: this.decryptBody(json),
						});
					});
				},
			);
			sent.on('error', reject);
			sent.end(departures.sentBytes ?? body);
		});
	}

	/** The Authorization header for a request. */
	authorization(method: string, target: string, body: string, departures: Departures = {}): string {
		const [path = '', query = ''] = target.split('?');
		const values: Record<string, string | undefined> = {
			oauth_consumer_key: this.credential.consumerKey,
			oauth_nonce: randomBytes(16).toString('hex'),
			oauth_signature_method: departures.pss ? 'RSA-PSS' : 'RSA-SHA256',
			oauth_timestamp: String(Math.floor(Date.now() / 1000)),
			oauth_version: '1.0',
			oauth_body_hash: createHash('sha256').update(body).digest('base64'),
			...departures.oauth,
		};
		const encode = departures.encodeHeaderValues ? percentEncode : (text: string) => text;
		const oauth = Object.entries(values)
			.filter((entry): entry is [string, string] => entry[1] !== undefined)
			.map(([name, value]) => [name, encode(value)] as const);
		const list = [
			...query.split('&').filter(Boolean),
			...oauth.map(([name, value]) => `${name}=${value}`),
		].sort(byNameThenValue);
		const base = [method, this.credential.baseUrl + path, list.join('&')]
			.map(percentEncode)
			.join('&');
		const signature = sign('sha256', Buffer.from(base), {
			key: departures.signingKey ?? this.signingKey,
			...(departures.pss
				? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }
				: { padding: constants.RSA_PKCS1_PADDING }),
		}).toString('base64');
		return `OAuth ${[...oauth, ['oauth_signature', percentEncode(signature)] as const]
			.map(([name, value]) => `${name}="${value}"`)
			.join(',')}`;
	}

	/** Encrypts to the simulator's certificate. */
	encrypt(text: string, ivBytes = 12): string {
		const header = Buffer.from(
			JSON.stringify({ alg: 'RSA-OAEP-256', enc: 'A256GCM', cty: 'application/json' }),
		).toString('base64url');
		const key = randomBytes(32);
		const iv = randomBytes(ivBytes);
		const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(header));
		const ciphertext = Buffer.concat([cipher.update(text), cipher.final()]);
		const wrapped = publicEncrypt(
			{
				key: this.certificate.publicKey,
				padding: constants.RSA_PKCS1_OAEP_PADDING,
				oaepHash: 'sha256',
			},
			key,
		);
		const rest = [wrapped, iv, ciphertext, cipher.getAuthTag()].map((part) =>
			part.toString('base64url'),
		);
		return [header, ...rest].join('.');
	}

	/** Decrypts a compact JWE from the simulator. */
	decrypt(token: string): string {
		const [header = '', wrapped = '', iv = '', ciphertext = '', tag = ''] = token.split('.');
		const key = privateDecrypt(
			{
				key: this.decryptionKey,
				padding: constants.RSA_PKCS1_OAEP_PADDING,
				oaepHash: 'sha256',
			},
			Buffer.from(wrapped, 'base64url'),
		);
		const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url'))
			.setAAD(Buffer.from(header))
			.setAuthTag(Buffer.from(tag, 'base64url'));
		return decipher.update(ciphertext, 'base64url', 'utf8') + decipher.final('utf8');
	}

	private decryptBody(json: unknown): unknown {
		const token = getToken(json);
		if (token === undefined) return json;
		try {
			return parsed(this.decrypt(token));
		} catch {
			// Tests of broken tokens use `json`.
			return undefined;
		}
	}
}

/** The JWE in a response's JSON, in either of the common fields. */
export function getToken(json: unknown): string | undefined {
	if (typeof json !== 'object' || json === null) return undefined;
	const { encryptedData, encryptedValue } = json as Record<string, unknown>;
	const token = encryptedData ?? encryptedValue;
	return typeof token === 'string' ? token : undefined;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function byNameThenValue(a: string, b: string): number {
	const [nameA = '', valueA = ''] = a.split(/=(.*)/s);
	const [nameB = '', valueB = ''] = b.split(/=(.*)/s);
	if (nameA !== nameB) return nameA < nameB ? -1 : 1;
	return valueA < valueB ? -1 : valueA > valueB ? 1 : 0;
}
