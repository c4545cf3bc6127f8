/**
 * Reads password-protected files with node-forge, which supports the ciphers of older tools but derives keys in slow,
 * blocking JavaScript. So key derivation is replaced: when forge needs a key that has not been derived yet, parsing
 * stops, the key is derived without blocking, and parsing starts again. This covers, and limits, every derivation,
 * wherever in the file it is.
 */
import type { forge as ForgeNamespace, Util } from '../libraries/nodeForge';
import { MAX_DERIVED_KEYS, MAX_KEY_ITERATIONS } from '../limits';
import { CredentialFieldError } from './CredentialFieldError';
import { deriveKey, type KeyDerivation } from './keyDerivation';

export type Forge = typeof ForgeNamespace;

/** A hash function of forge. */
interface MessageDigest {
	algorithm: string;
}

type FindKey = (derivation: KeyDerivation) => Buffer;

/**
 * @param read is called again after each derivation
 * @param field the file's field in the editor
 * @throws CredentialFieldError if the file requires too many iterations, before running them
 * @throws whatever `read` throws
 */
export async function readWithForge<T>(read: (forge: Forge) => T, field: string): Promise<T> {
	const { forge } = await import('../libraries/nodeForge');
	const derived = new Map<string, Buffer>();
	let iterations = 0;
	for (;;) {
		const missing: KeyDerivation[] = [];
		const findKey: FindKey = (derivation) => {
			const key = derived.get(JSON.stringify(derivation));
			if (key) return key;
			missing.push(derivation);
			throw new Error('The key is not derived yet.');
		};
		const restore = replaceKeyDerivation(forge, findKey);
		try {
			return read(forge);
		} catch (cause) {
			if (missing.length === 0) return await Promise.reject(cause);
		} finally {
			restore();
		}
		for (const derivation of missing) {
			iterations += derivation.iterations;
			// forge reads counts of 2^31 and more as negative numbers.
			const tooMany = derivation.iterations < 0 || iterations > MAX_KEY_ITERATIONS;
			if (tooMany || derived.size >= MAX_DERIVED_KEYS) throw tooManyIterations(field);
			derived.set(JSON.stringify(derivation), await deriveKey(derivation));
		}
	}
}

/** @returns a function that restores forge's own */
function replaceKeyDerivation({ pkcs5, pkcs12, pki, util }: Forge, findKey: FindKey): () => void {
	const { pbe } = pki as unknown as { pbe: object };
	const own = [pkcs5, pbe, pkcs12].map((holder) => ({ holder, functions: { ...holder } }));

	const generatePkcs12Key = (
		password: string,
		salt: Util.ByteBuffer,
		purpose: 1 | 2 | 3,
		iterations: number,
		length: number,
		digest?: MessageDigest,
	) => {
		const derivation = {
			purpose,
			digest: getDigestName(digest),
			password,
			salt: salt.toHex(),
			iterations,
			length,
		};
		return util.createBuffer(findKey(derivation).toString('binary'));
	};
	Object.assign(pbe, { generatePkcs12Key });
	Object.assign(pkcs12, { generateKey: generatePkcs12Key });
	Object.assign(pkcs5, {
		pbkdf2: (
			password: string,
			salt: string,
			iterations: number,
			length: number,
			digest: MessageDigest,
		) => {
			const derivation = {
				digest: getDigestName(digest),
				password,
				salt: util.bytesToHex(salt),
				iterations,
				length,
			};
			return findKey(derivation).toString('binary');
		},
	});
	return () => {
		for (const { holder, functions } of own) Object.assign(holder, functions);
	};
}

/** forge mistakes SHA-224 for SHA-512/224. Files that name no hash function use SHA-1. */
function getDigestName(digest?: MessageDigest): string {
	const name = (digest?.algorithm ?? 'sha1').toLowerCase().replace('-', '');
	return name === 'sha512/224' ? 'sha224' : name;
}

function tooManyIterations(field: string): CredentialFieldError {
	return new CredentialFieldError(
		'TOO_MANY_ITERATIONS',
		field,
		`The file in '${field}' requires more than ${MAX_KEY_ITERATIONS} iterations of key derivation. Export the key again with fewer, for example 2048.`,
	);
}
