// Parses an OAuth 1.0a Authorization header, strictly (RFC 5849 section 3.5.1).

/** The parameters of a header; values are as received (still percent-encoded if the client encoded them). */
export type OAuthParameters = Map<string, string>;

const REQUIRED_PARAMETERS = [
	'oauth_consumer_key',
	'oauth_nonce',
	'oauth_signature',
	'oauth_signature_method',
	'oauth_timestamp',
	'oauth_body_hash',
];

const PARAMETER_PATTERN = /^([A-Za-z0-9_.~-]+)="([^"]*)"$/;

/** @returns the parameters, or the reason why the header is invalid */
export function parseAuthorizationHeader(header: string | undefined): OAuthParameters | string {
	if (header === undefined) return 'The Authorization header is missing.';
	if (!header.startsWith('OAuth ')) return 'The Authorization header must start with "OAuth ".';
	const parameters: OAuthParameters = new Map();
	for (const part of header.slice('OAuth '.length).split(',')) {
		const [, name, value] = PARAMETER_PATTERN.exec(part.trim()) ?? [];
		if (name === undefined || value === undefined) {
			return 'The Authorization header must be a list of name="value" pairs.';
		}
		if (parameters.has(name)) return `The Authorization header repeats ${name}.`;
		parameters.set(name, value);
	}
	const missing = REQUIRED_PARAMETERS.filter((name) => !parameters.get(name));
	if (missing.length > 0) return `The Authorization header lacks ${missing.join(', ')}.`;
	const version = parameters.get('oauth_version') ?? '1.0';
	if (version !== '1.0') return 'The oauth_version must be 1.0.';
	if (!/^\d+$/.test(parameters.get('oauth_timestamp') ?? '')) {
		return 'The oauth_timestamp must be whole seconds since 1970.';
	}
	return parameters;
}

/** Decodes percent-encoding; returns text with invalid percent-encoding unchanged. */
export function percentDecode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
