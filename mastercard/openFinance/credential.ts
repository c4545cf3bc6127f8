/** The content of a "Mastercard Open Finance API" credential. */
import { createHash } from 'node:crypto';
import { parseBaseUrl } from '../environment';
import { CredentialFieldError } from '../keys/CredentialFieldError';
import { MAX_OPEN_FINANCE_FIELD_LENGTH } from '../limits';

export interface OpenFinanceCredential {
	/** Without a trailing slash. */
	baseUrl: string;
	appKey: string;
	partnerId: string;
	partnerSecret: string;
	/** The token that n8n stores; empty before the first authentication. */
	token: string;
	/** What `storedState.ts` wrote about that token, or about failed authentications. */
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
		const isSendable = /^[\x21-\x7e]+$/.test(value);
		if (isSendable && value.length <= MAX_OPEN_FINANCE_FIELD_LENGTH) return value;
		const flaw = isSendable
			? `is longer than ${MAX_OPEN_FINANCE_FIELD_LENGTH} characters`
			: 'contains invalid characters';
		throw new CredentialFieldError(
			value === '' ? 'MISSING' : 'UNREADABLE',
			label,
			`'${label}' ${value === '' ? 'is empty' : flaw}. Copy it from your project on Mastercard Developers.`,
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

/** What must not leave the credential; also the partner ID, which is part of what authenticates. */
export function getSecrets(credential: OpenFinanceCredential): string[] {
	const { appKey, partnerId, partnerSecret, token } = credential;
	return [appKey, partnerId, partnerSecret, token];
}

/** A name for the values of the credential that tells nothing about them. */
export function digestCredential(credential: OpenFinanceCredential): string {
	const { baseUrl, appKey, partnerId, partnerSecret } = credential;
	return digest([baseUrl, appKey, partnerId, partnerSecret]);
}

/** A name for the account at Mastercard, whatever app key and secret are used for it. */
export function digestPartner({ baseUrl, partnerId }: OpenFinanceCredential): string {
	return digest([new URL(baseUrl).origin, partnerId]);
}

function digest(values: string[]): string {
	return createHash('sha256').update(JSON.stringify(values)).digest('base64url');
}
