/** Parses certificates, and drops those that are damaged, whose parts OpenSSL may otherwise fail on later. */
import { X509Certificate } from 'node:crypto';

/** @param files DER */
export function toCertificates(files: Buffer[]): X509Certificate[] {
	return files.flatMap((der) => {
		try {
			const certificate = new X509Certificate(der);
			const isReadable =
				certificate.publicKey.type === 'public' &&
				[certificate.validFrom, certificate.validTo].every((date) => !isNaN(Date.parse(date)));
			return isReadable ? [certificate] : [];
		} catch {
			return [];
		}
	});
}
