/** The content of a "Mastercard Open Finance API" credential. */
import { parseBaseUrl } from '../environment';
import { CredentialFieldError } from '../keys/CredentialFieldError';

export interface OpenFinanceCredential {
	/** Without a trailing slash. */
	baseUrl: string;
	appKey: string;
	partnerId: string;
	partnerSecret: string;
	/** The token that n8n stores; empty before the first authentication. */
	token: string;
	/** What `describeSession` wrote about that token. */
	session: string;
}

export const DEFAULT_BASE_URL = 'https://api.finicity.com';

/**
 * @param raw the credential data from n8n
 * @throws CredentialFieldError for the first field that is empty or invalid
 */
export function toOpenFinanceCredential(raw: Record<string, unknown>): OpenFinanceCredential {
	const text = (name: keyof OpenFinanceCredential): string => {
		const value = raw[name];
		return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
	};
	const required = (name: keyof OpenFinanceCredential, label: string): string => {
		const value = text(name);
		// Headers cannot carry other characters.
		if (/^[\x21-\x7e]+$/.test(value)) return value;
		throw new CredentialFieldError(
			value === '' ? 'MISSING' : 'UNREADABLE',
			label,
			`'${label}' ${value === '' ? 'is empty' : 'contains invalid characters'}. Copy it from your project on Mastercard Developers.`,
		);
	};
	return {
		baseUrl: parseBaseUrl(text('baseUrl') || DEFAULT_BASE_URL, DEFAULT_BASE_URL),
		appKey: required('appKey', 'App Key'),
		partnerId: required('partnerId', 'Partner ID'),
		partnerSecret: required('partnerSecret', 'Partner Secret'),
		token: text('token'),
		session: text('session'),
	};
}
