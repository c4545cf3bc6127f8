// What a user pastes into the n8n credential, made from the identity.
import type { Identity } from './identity';
import { ALIAS, PASSWORD } from './keyFiles';

/** The fields of the n8n credential `mastercardApi`. */
export interface SimulatorCredential {
	environment: 'custom';
	baseUrl: string;
	consumerKey: string;
	/** Base64 of a .p12 */
	signingKey: string;
	signingKeyAlias: string;
	signingKeyPassword: string;
	/** PEM */
	encryptionCertificate: string;
	/** Base64 of a .p12 */
	decryptionKey: string;
	decryptionKeyAlias: string;
	decryptionKeyPassword: string;
	encryptedValueFieldName: string;
	cardReferenceKey: string;
}

/** The fields of the n8n credential `mastercardOpenFinanceApi`. */
export interface SimulatorOpenFinanceCredential {
	baseUrl: string;
	appKey: string;
	partnerId: string;
	partnerSecret: string;
}

/** The `mastercardApi` fields that reach the server at `url`. */
export function credentialFor(identity: Identity, url: string): SimulatorCredential {
	return {
		environment: 'custom',
		baseUrl: url,
		consumerKey: identity.consumerKey,
		signingKey: identity.signing.file,
		signingKeyAlias: ALIAS,
		signingKeyPassword: PASSWORD,
		encryptionCertificate: identity.request.file,
		decryptionKey: identity.answer.file,
		decryptionKeyAlias: ALIAS,
		decryptionKeyPassword: PASSWORD,
		encryptedValueFieldName: 'encryptedData',
		cardReferenceKey: identity.cardReferenceKey,
	};
}

/** The `mastercardOpenFinanceApi` fields that reach the server at `url`. */
export function openFinanceCredentialFor(
	identity: Identity,
	url: string,
): SimulatorOpenFinanceCredential {
	return { baseUrl: url, ...identity.openFinance };
}
