/** The content of a "Mastercard API" credential, and the keys in it. */
import type { KeyObject, X509Certificate } from 'node:crypto';
import { BASE_URL_FIELD, type Environment } from './environment';
import { ENCRYPTION_CERTIFICATE_FIELD, parseCertificate } from './keys/certificate';
import { checkLength } from './keys/checkLength';
import { CONSUMER_KEY_FIELD } from './keys/consumerKey';
import { CredentialFieldError } from './keys/CredentialFieldError';
import {
	CARD_SEALING_KEY_FIELDS,
	DECRYPTION_KEY_FIELDS,
	parsePrivateKey,
	SIGNING_KEY_FIELDS,
} from './keys/privateKey';
import type { PrivateKeyEntry } from './keys/privateKeyTypes';
import { checkSealingKey } from './keys/checkSealingKey';
import { checkValidity, describeExpiry } from './keys/validity';
import { MAX_BASE_URL_LENGTH, MAX_FIELD_LENGTH, MAX_KEY_LENGTH } from './limits';

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

/** The name of every text field in the editor, and the most characters that are read of it. */
const FIELDS: Record<Exclude<keyof MastercardApiCredential, 'environment'>, [string, number]> = {
	baseUrl: [BASE_URL_FIELD, MAX_BASE_URL_LENGTH],
	consumerKey: [CONSUMER_KEY_FIELD, MAX_FIELD_LENGTH],
	signingKey: [SIGNING_KEY_FIELDS.key, MAX_KEY_LENGTH],
	signingKeyAlias: ['Signing Key Alias', MAX_FIELD_LENGTH],
	signingKeyPassword: [SIGNING_KEY_FIELDS.password, MAX_FIELD_LENGTH],
	encryptionCertificate: [ENCRYPTION_CERTIFICATE_FIELD, MAX_KEY_LENGTH],
	decryptionKey: [DECRYPTION_KEY_FIELDS.key, MAX_KEY_LENGTH],
	decryptionKeyAlias: ['Decryption Key Alias', MAX_FIELD_LENGTH],
	decryptionKeyPassword: [DECRYPTION_KEY_FIELDS.password, MAX_FIELD_LENGTH],
	encryptedValueFieldName: ['Encrypted Value Field Name', MAX_FIELD_LENGTH],
	cardReferenceKey: ['Card Reference Key', MAX_FIELD_LENGTH],
	cardSealingKey: [CARD_SEALING_KEY_FIELDS.key, MAX_KEY_LENGTH],
	cardSealingKeyPassword: [CARD_SEALING_KEY_FIELDS.password, MAX_FIELD_LENGTH],
};

/**
 * @param raw the credential data from n8n, in which fields that are new or were never filled in are missing
 * @throws CredentialFieldError for a field that is longer than any valid value
 */
export function toMastercardApiCredential(raw: Record<string, unknown>): MastercardApiCredential {
	const text = (name: keyof typeof FIELDS): string => {
		const value = raw[name];
		if (typeof value !== 'string') return '';
		checkLength(value, ...FIELDS[name]);
		return value;
	};
	const { environment } = raw;
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
export async function getSigningKey(
	credential: MastercardApiCredential,
	now: Date,
): Promise<PrivateKeyEntry> {
	const entry = await parsePrivateKey(
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
export async function getEncryptionCertificate(
	credential: MastercardApiCredential,
	now: Date,
): Promise<X509Certificate> {
	const certificate = parseCertificate(credential.encryptionCertificate);
	checkValidity(certificate, now, ENCRYPTION_CERTIFICATE_FIELD);
	const own = [
		{ name: 'signing', key: (await getSigningKey(credential, now)).key },
		{ name: 'decryption', key: await getDecryptionKey(credential, now) },
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
export async function getDecryptionKey(
	credential: MastercardApiCredential,
	now: Date,
): Promise<KeyObject> {
	const entry = hasDecryptionKey(credential)
		? await parseDecryptionKey(credential)
		: await getSigningKey(credential, now);
	return entry.key;
}

const hasDecryptionKey = ({ decryptionKey }: MastercardApiCredential) =>
	decryptionKey.trim() !== '';

function parseDecryptionKey(credential: MastercardApiCredential): Promise<PrivateKeyEntry> {
	return parsePrivateKey(
		{
			text: credential.decryptionKey,
			alias: credential.decryptionKeyAlias,
			password: credential.decryptionKeyPassword,
		},
		DECRYPTION_KEY_FIELDS,
	);
}

/**
 * Says what has to be renewed soon. Key files without a certificate have no day to tell.
 *
 * @param encrypts whether the fields for encryption are used
 * @returns a sentence for every certificate that expires within 30 days; see `describeExpiry`
 * @throws CredentialFieldError as reading those fields does
 */
export async function describeExpiries(
	credential: MastercardApiCredential,
	encrypts: boolean,
	now: Date,
): Promise<string[]> {
	const { certificate: signing } = await getSigningKey(credential, now);
	const used = [{ field: SIGNING_KEY_FIELDS.key, certificate: signing }];
	if (encrypts) {
		const encryption = await getEncryptionCertificate(credential, now);
		used.push({ field: ENCRYPTION_CERTIFICATE_FIELD, certificate: encryption });
		if (hasDecryptionKey(credential)) {
			const { certificate } = await parseDecryptionKey(credential);
			used.push({ field: DECRYPTION_KEY_FIELDS.key, certificate });
		}
	}
	return used.flatMap(({ field, certificate }) => {
		const sentence = certificate && describeExpiry(certificate, now, field);
		return sentence === undefined ? [] : [sentence];
	});
}

/**
 * @returns the key that opens sealed cards (RSA or EC)
 * @throws CredentialFieldError also when the field is empty
 */
export async function getCardSealingKey(credential: MastercardApiCredential): Promise<KeyObject> {
	const { key: field } = CARD_SEALING_KEY_FIELDS;
	if (credential.cardSealingKey.trim() === '') {
		throw new CredentialFieldError(
			'MISSING',
			field,
			`The card is sealed, and '${field}' in the credential is empty. Turn on 'More Settings' there and fill in the private key that belongs to the public key the card was sealed with.`,
		);
	}
	const entry = await parsePrivateKey(
		{ text: credential.cardSealingKey, password: credential.cardSealingKeyPassword },
		CARD_SEALING_KEY_FIELDS,
		checkSealingKey,
	);
	return entry.key;
}
