/**
 * Reads password-protected files with node-forge, which decrypts all that older tools wrote but derives keys in slow
 * JavaScript and in one block. So the derivation is taken out of its hands: whenever forge calls for a key that is not
 * derived yet, reading stops, the key is derived, and forge starts again. Thus no derivation can be overlooked, wherever
 * in the file it is called for.
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
 * @param read is run several times, and never with more than one derivation in between
 * @param field the file's field in the editor
 * @throws CredentialFieldError when the file demands more iterations than are allowed, before they are run
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

/** @returns what puts forge's own functions back */
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

/** forge takes SHA-512/224 for the SHA-224 that files name, and SHA-1 where they name none. */
function getDigestName(digest?: MessageDigest): string {
	const name = (digest?.algorithm ?? 'sha1').toLowerCase().replace('-', '');
	return name === 'sha512/224' ? 'sha224' : name;
}

function tooManyIterations(field: string): CredentialFieldError {
	return new CredentialFieldError(
		'TOO_MANY_ITERATIONS',
		field,
		`The file in '${field}' demands more than ${MAX_KEY_ITERATIONS} iterations of key derivation, which would hold up n8n. Export the key again with fewer; 2048 are usual.`,
	);
}
