/** The content of a "Mastercard API" credential, and the keys in it. */
import type { KeyObject, X509Certificate } from 'node:crypto';
import type { Environment } from './environment';
import { ENCRYPTION_CERTIFICATE_FIELD, parseCertificate } from './keys/certificate';
import { CredentialFieldError } from './keys/CredentialFieldError';
import {
	CARD_SEALING_KEY_FIELDS,
	DECRYPTION_KEY_FIELDS,
	parsePrivateKey,
	SIGNING_KEY_FIELDS,
} from './keys/privateKey';
import type { PrivateKeyEntry } from './keys/privateKeyTypes';
import { checkSealingStrength } from './keys/strength';
import { checkValidity } from './keys/validity';

export interface MastercardApiCredential {
	environment: Environment;
	baseUrl: string;
	consumerKey: string;
	signingKey: string;
	signingKeyAlias: string;
	signingKeyPassword: string;
	encryptionCertificate: string;
	decryptionKey: string;
	decryptionKeyAlias: string;
	decryptionKeyPassword: string;
	encryptedValueFieldName: string;
	cardReferenceKey: string;
	cardSealingKey: string;
	cardSealingKeyPassword: string;
}

export const DEFAULT_ENCRYPTED_FIELD = 'encryptedData';

/** @param raw the credential data from n8n, in which fields that are new or were never filled in are missing */
export function toMastercardApiCredential(raw: Record<string, unknown>): MastercardApiCredential {
	const text = (name: keyof MastercardApiCredential): string => {
		const value = raw[name];
		return typeof value === 'string' ? value : '';
	};
	const environment = text('environment');
	return {
		environment: environment === 'production' || environment === 'custom' ? environment : 'sandbox',
		baseUrl: text('baseUrl'),
		consumerKey: text('consumerKey'),
		signingKey: text('signingKey'),
		signingKeyAlias: text('signingKeyAlias'),
		signingKeyPassword: text('signingKeyPassword'),
		encryptionCertificate: text('encryptionCertificate'),
		decryptionKey: text('decryptionKey'),
		decryptionKeyAlias: text('decryptionKeyAlias'),
		decryptionKeyPassword: text('decryptionKeyPassword'),
		encryptedValueFieldName: text('encryptedValueFieldName').trim() || DEFAULT_ENCRYPTED_FIELD,
		cardReferenceKey: text('cardReferenceKey'),
		cardSealingKey: text('cardSealingKey'),
		cardSealingKeyPassword: text('cardSealingKeyPassword'),
	};
}

/**
 * @returns the signing key, with its certificate when the file contains one
 * @throws CredentialFieldError also when that certificate is not valid now, because Mastercard then declines the key
 */
export function getSigningKey(credential: MastercardApiCredential, now: Date): PrivateKeyEntry {
	const entry = parsePrivateKey(
		{
			text: credential.signingKey,
			alias: credential.signingKeyAlias,
			password: credential.signingKeyPassword,
		},
		SIGNING_KEY_FIELDS,
	);
	if (entry.certificate) checkValidity(entry.certificate, now, SIGNING_KEY_FIELDS.key);
	return entry;
}

/**
 * @returns Mastercard's certificate, for encrypting requests
 * @throws CredentialFieldError also when it is empty or not valid now, or belongs to our own signing or decryption key
 */
export function getEncryptionCertificate(
	credential: MastercardApiCredential,
	now: Date,
): X509Certificate {
	const certificate = parseCertificate(credential.encryptionCertificate);
	checkValidity(certificate, now, ENCRYPTION_CERTIFICATE_FIELD);
	const own = [
		{ name: 'signing', key: getSigningKey(credential, now).key },
		{ name: 'decryption', key: getDecryptionKey(credential, now) },
	].find(({ key }) => certificate.checkPrivateKey(key));
	if (own !== undefined) {
		throw new CredentialFieldError(
			'OWN_CERTIFICATE',
			ENCRYPTION_CERTIFICATE_FIELD,
			`'${ENCRYPTION_CERTIFICATE_FIELD}' contains the certificate of your own ${own.name} key, so Mastercard could not decrypt the requests. Paste the certificate from Mastercard Developers called "Client Encryption Key".`,
		);
	}
	return certificate;
}

/** @returns the key for decrypting responses: the decryption key or, when that field is empty, the signing key */
export function getDecryptionKey(credential: MastercardApiCredential, now: Date): KeyObject {
	if (credential.decryptionKey.trim() === '') return getSigningKey(credential, now).key;
	return parsePrivateKey(
		{
			text: credential.decryptionKey,
			alias: credential.decryptionKeyAlias,
			password: credential.decryptionKeyPassword,
		},
		DECRYPTION_KEY_FIELDS,
	).key;
}

/**
 * @returns the key that opens sealed cards (RSA or EC)
 * @throws CredentialFieldError also when the field is empty
 */
export function getCardSealingKey(credential: MastercardApiCredential): KeyObject {
	const { key: field } = CARD_SEALING_KEY_FIELDS;
	if (credential.cardSealingKey.trim() === '') {
		throw new CredentialFieldError(
			'MISSING',
			field,
			`The card is sealed, and '${field}' in the credential is empty. Fill in the private key that belongs to the public key the card was sealed with.`,
		);
	}
	return parsePrivateKey(
		{ text: credential.cardSealingKey, password: credential.cardSealingKeyPassword },
		CARD_SEALING_KEY_FIELDS,
		checkSealingStrength,
	).key;
}
