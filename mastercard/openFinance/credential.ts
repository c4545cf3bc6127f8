/** The content of a "Mastercard Open Finance API" credential. */
import { parseBaseUrl } from '../environment';
import { CredentialFieldError } from '../keys/CredentialFieldError';

export interface OpenFinanceCredential {
	/** Without a slash at its end. */
	baseUrl: string;
	appKey: string;
	partnerId: string;
	partnerSecret: string;
	/** The token that n8n keeps; empty before the first log-in. */
	token: string;
	/** What `describeSession` wrote about that token. */
	session: string;
}

export const DEFAULT_BASE_URL = 'https://api.finicity.com';

/**
 * @param raw what n8n hands out
 * @throws CredentialFieldError for the first field that is empty or cannot be right
 */
export function toOpenFinanceCredential(raw: Record<string, unknown>): OpenFinanceCredential {
	const text = (name: keyof OpenFinanceCredential): string => {
		const value = raw[name];
		return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
	};
	const required = (name: keyof OpenFinanceCredential, label: string): string => {
		const value = text(name);
		// Both travel in headers, where other characters cannot be sent.
		if (/^[\x21-\x7e]+$/.test(value)) return value;
		throw new CredentialFieldError(
			value === '' ? 'MISSING' : 'UNREADABLE',
			label,
			`'${label}' ${value === '' ? 'is empty' : 'holds characters that do not belong there'}. Copy it from your project on Mastercard Developers.`,
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
