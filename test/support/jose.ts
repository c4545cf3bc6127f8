// jose, an independent implementation of JWE, on the other side.
import type { KeyObject } from 'node:crypto';
import { CompactEncrypt, compactDecrypt } from 'jose';

/** @param header RSA-OAEP-256 unless it says otherwise */
export async function joseEncrypt(
	plaintext: string,
	publicKey: KeyObject,
	header: { enc: string; alg?: string; [member: string]: unknown },
): Promise<string> {
	return await new CompactEncrypt(new TextEncoder().encode(plaintext))
		.setProtectedHeader({ alg: 'RSA-OAEP-256', ...header })
		.encrypt(publicKey);
}

/** @returns the plaintext */
export async function joseDecrypt(token: string, privateKey: KeyObject): Promise<string> {
	const { plaintext } = await compactDecrypt(token, privateKey);
	return new TextDecoder().decode(plaintext);
}
