import { createHash, pbkdf2Sync, randomBytes } from 'node:crypto';
import forge from 'node-forge';
import { deriveKey } from '../../../mastercard/keys/keyDerivation';

const SALT = '0123456789abcdef';

describe.each([1, 2, 3] as const)('the function of PKCS#12 for purpose %d', (purpose) => {
	test.each([
		['sha1', 24],
		['sha1', 20],
		['sha1', 8],
		['sha256', 32],
		['sha256', 80],
		['sha384', 48],
		['sha384', 100],
		['sha512', 64],
		['sha512', 130],
	] as const)('derives with %s %d bytes, as node-forge does', async (digest, length) => {
		for (const salt of [SALT, randomBytes(70).toString('hex')]) {
			for (const password of ['pässwörd', '', 'x'.repeat(70)]) {
				const expected = forge.pkcs12.generateKey(
					password,
					forge.util.createBuffer(forge.util.hexToBytes(salt)),
					purpose,
					3,
					length,
					forge.md[digest].create(),
				);
				const derived = await deriveKey({ purpose, digest, password, salt, iterations: 3, length });
				expect(derived.toString('hex')).toBe(expected.toHex());
			}
		}
	});
});

test('PBKDF2 is that of Node.js', async () => {
	const derived = await deriveKey({
		digest: 'sha256',
		password: 'pässwörd',
		salt: SALT,
		iterations: 10,
		length: 40,
	});
	expect(derived).toEqual(pbkdf2Sync('pässwörd', Buffer.from(SALT, 'hex'), 10, 40, 'sha256'));
});

test.each([
	['no iterations', { purpose: 1, iterations: 0 }],
	['fewer than none', { purpose: 1, iterations: -1 }],
	['an unknown hash function', { purpose: 1, digest: 'none' }],
	['no iterations of PBKDF2', { iterations: 0 }],
	['an unknown hash function of PBKDF2', { digest: 'none' }],
] as const)('%s is an error', async (_, odd) => {
	const derivation = { digest: 'sha1', password: 'p', salt: SALT, iterations: 1, length: 20 };
	await expect(deriveKey({ ...derivation, ...odd })).rejects.toThrow();
});

test('one iteration is enough', async () => {
	const derivation = { digest: 'sha1', password: '', salt: '', iterations: 1, length: 20 };
	const input = Buffer.concat([Buffer.alloc(64, 1), Buffer.alloc(64)]);
	expect(await deriveKey({ ...derivation, purpose: 1 })).toEqual(
		createHash('sha1').update(input).digest(),
	);
});

test('other work is done after every thousand iterations', async () => {
	let turns = 0;
	let isDone = false;
	const count = () => {
		turns += 1;
		if (!isDone) setImmediate(count);
	};
	setImmediate(count);
	await deriveKey({
		purpose: 1,
		digest: 'sha1',
		password: 'p',
		salt: SALT,
		iterations: 20_000,
		length: 20,
	});
	isDone = true;
	expect(turns).toBeGreaterThanOrEqual(15);
});
