/** The keys of a credential with new certificates, as after a renewal on Mastercard Developers. */
import { createPublicKey, X509Certificate } from 'node:crypto';
import forge from 'node-forge';
import { parsePrivateKey, SIGNING_KEY_FIELDS } from '../../mastercard/keys/privateKey';
import { keyText, PASSWORD, toP12 } from './keyFixtures';

/** A PEM certificate for a public key in PEM format; who signed it does not matter. */
function issueCertificate(publicKey: string, notAfter: Date): string {
	const made = forge.pki.createCertificate();
	made.publicKey = forge.pki.publicKeyFromPem(publicKey);
	made.serialNumber = '01';
	made.validity.notBefore = new Date('2020-01-01');
	made.validity.notAfter = notAfter;
	made.setSubject([{ name: 'commonName', value: 'throwaway' }]);
	made.setIssuer([{ name: 'commonName', value: 'throwaway authority' }]);
	made.sign(forge.pki.privateKeyFromPem(keyText('short.pem')), forge.md.sha256.create());
	return forge.pki.certificateToPem(made);
}

/** The same certificate with another end. */
export function reissueCertificate(pem: string, notAfter: Date): string {
	const { publicKey } = new X509Certificate(pem);
	return issueCertificate(publicKey.export({ type: 'spki', format: 'pem' }).toString(), notAfter);
}

/** The same key file, Base64 of a .p12, with a certificate that ends then. */
export async function reissueKeyFile(base64: string, notAfter: Date): Promise<string> {
	const { key } = await parsePrivateKey({ text: base64, password: PASSWORD }, SIGNING_KEY_FIELDS);
	const pem = key.export({ type: 'pkcs8', format: 'pem' }).toString();
	const publicKey = createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();
	return toP12(pem, issueCertificate(publicKey, notAfter));
}
