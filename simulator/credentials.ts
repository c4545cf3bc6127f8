// The values of the two n8n credentials that connect to this simulator.
import type { Identity } from './identity';
import { KEY_ALIAS, KEYSTORE_PASSWORD } from './keyFiles';

/** The fields of the n8n credential `mastercardApi`. */
export interface SimulatorCredential {
	environment: 'custom';
	baseUrl: string;
	consumerKey: string;
	/** Base64 of a .p12 file */
	signingKey: string;
	signingKeyAlias: string;
	signingKeyPassword: string;
	/** PEM */
	encryptionCertificate: string;
	/** Base64 of a .p12 file */
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

/** The `mastercardApi` values for the simulator at `url`. */
export function createCredential(identity: Identity, url: string): SimulatorCredential {
	return {
		environment: 'custom',
		baseUrl: url,
		consumerKey: identity.consumerKey,
		signingKey: identity.signingKey.file,
		signingKeyAlias: KEY_ALIAS,
		signingKeyPassword: KEYSTORE_PASSWORD,
		encryptionCertificate: identity.requestEncryptionKey.file,
		decryptionKey: identity.responseEncryptionKey.file,
		decryptionKeyAlias: KEY_ALIAS,
		decryptionKeyPassword: KEYSTORE_PASSWORD,
		encryptedValueFieldName: 'encryptedData',
		cardReferenceKey: identity.cardReferenceKey,
	};
}

/** The `mastercardOpenFinanceApi` values for the simulator at `url`. */
export function createOpenFinanceCredential(
	identity: Identity,
	url: string,
): SimulatorOpenFinanceCredential {
	return { baseUrl: url, ...identity.openFinance };
}
