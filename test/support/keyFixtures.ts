// The throwaway keys of test/fixtures/keys, and keys that are generated at test time.
import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import forge from 'node-forge';
import { CredentialFieldError } from '../../mastercard/keys/CredentialFieldError';

export const PASSWORD = 'keystorepassword';
export const ALIAS = 'keyalias';
export const CONSUMER_KEY = `${'c'.repeat(48)}!${'k'.repeat(48)}`;

const folder = path.join(__dirname, '..', 'fixtures', 'keys');

export const keyFile = (name: string): Buffer => readFileSync(path.join(folder, name));
export const keyText = (name: string): string => keyFile(name).toString('utf8');
export const base64File = (name: string): string => keyFile(name).toString('base64');
export const privateKey = (name: string): KeyObject => createPrivateKey(keyText(name));
export const certificate = (name: string): X509Certificate => new X509Certificate(keyText(name));

/** A self-signed certificate for a key of the fixtures. */
export function certificateFor(name: string, notBefore: Date, notAfter: Date): string {
	const key = forge.pki.privateKeyFromPem(keyText(name));
	const made = forge.pki.createCertificate();
	made.publicKey = forge.pki.setRsaPublicKey(key.n, key.e);
	made.serialNumber = '01';
	made.validity.notBefore = notBefore;
	made.validity.notAfter = notAfter;
	made.setSubject([{ name: 'commonName', value: 'throwaway' }]);
	made.setIssuer([{ name: 'commonName', value: 'throwaway' }]);
	made.sign(key, forge.md.sha256.create());
	return forge.pki.certificateToPem(made);
}

/** The Base64 of a .p12 file as the portal creates it: node-forge, 3DES, SHA-1 MAC, clear certificate. */
export function portalP12(keyName: string, certificatePem: string, password = PASSWORD): string {
	return toP12(keyText(keyName), certificatePem, password);
}

/** The same of any key in PEM format. */
export function toP12(keyPem: string, certificatePem: string, password = PASSWORD): string {
	const file = forge.pkcs12.toPkcs12Asn1(
		forge.pki.privateKeyFromPem(keyPem),
		forge.pki.certificateFromPem(certificatePem),
		password,
		{ algorithm: '3des', friendlyName: ALIAS },
	);
	return forge.util.encode64(forge.asn1.toDer(file).getBytes());
}

/** The error for a credential field, for assertions on its parts. */
export function getFieldError(read: () => unknown): CredentialFieldError {
	try {
		read();
	} catch (error) {
		if (error instanceof CredentialFieldError) return error;
		throw error;
	}
	throw new Error('Expected an error, but the field was accepted.');
}

/** The same of a field whose key is opened. */
export async function getFieldRejection(
	read: () => Promise<unknown>,
): Promise<CredentialFieldError> {
	const error: unknown = await read().then(
		() => new Error('Expected a rejection, but the field was accepted.'),
		(reason: unknown) => reason,
	);
	if (error instanceof CredentialFieldError) return error;
	throw error;
}
