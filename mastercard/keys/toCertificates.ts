/** Parses certificates and drops damaged ones, on which OpenSSL would otherwise fail later. */
import { X509Certificate } from 'node:crypto';

/** @param files DER; what is no certificate is dropped too */
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
