// Reads an OAuth 1.0a Authorization header, strictly (RFC 5849 section 3.5.1).

/** The parameters of one header, values exactly as received (still percent-encoded, if the client did so). */
export type OAuthParameters = Map<string, string>;

const REQUIRED = [
	'oauth_consumer_key',
	'oauth_nonce',
	'oauth_signature',
	'oauth_signature_method',
	'oauth_timestamp',
	'oauth_body_hash',
];

const PARAMETER = /^([A-Za-z0-9_.~-]+)="([^"]*)"$/;

/**
 * Parses the header value.
 * @returns the parameters, or the reason why the header is refused
 */
export function parseAuthorization(header: string | undefined): OAuthParameters | string {
	if (header === undefined) return 'The Authorization header is missing.';
	if (!header.startsWith('OAuth ')) return 'The Authorization header must start with "OAuth ".';
	const parameters: OAuthParameters = new Map();
	for (const part of header.slice('OAuth '.length).split(',')) {
		const [, name, value] = PARAMETER.exec(part.trim()) ?? [];
		if (name === undefined || value === undefined) {
			return 'The Authorization header must be a list of name="value" pairs.';
		}
		if (parameters.has(name)) return `The Authorization header repeats ${name}.`;
		parameters.set(name, value);
	}
	const missing = REQUIRED.filter((name) => !parameters.get(name));
	if (missing.length > 0) return `The Authorization header lacks ${missing.join(', ')}.`;
	const version = parameters.get('oauth_version') ?? '1.0';
	if (version !== '1.0') return 'The oauth_version must be 1.0.';
	if (!/^\d+$/.test(parameters.get('oauth_timestamp') ?? '')) {
		return 'The oauth_timestamp must be whole seconds since 1970.';
	}
	return parameters;
}

/** Decodes percent-encoding; text that is not valid percent-encoding is returned as it is. */
export function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
