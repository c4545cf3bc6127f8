/**
 * Derives keys from passwords by PBKDF2 (RFC 8018) and by the function of PKCS#12 (RFC 7292, appendix B.2), without
 * blocking n8n, however many iterations a file requires.
 */
import { hash, pbkdf2, randomBytes } from 'node:crypto';

export interface KeyDerivation {
	/** What the PKCS#12 function derives: 1 a key, 2 an initialization vector, 3 the key of a MAC. PBKDF2 has none. */
	purpose?: 1 | 2 | 3;
	/** A hash function by its name in OpenSSL, e.g. `sha256`. */
	digest: string;
	password: string;
	/** Hexadecimal. */
	salt: string;
	iterations: number;
	/** Of the derived key, in bytes. */
	length: number;
}

/** About 2 ms of hashing. */
const ITERATIONS_IN_ONE_TURN = 1000;

/** @throws Error for a hash function that OpenSSL does not have, or for no iterations */
export async function deriveKey(derivation: KeyDerivation): Promise<Buffer> {
	const { purpose, digest, password, iterations, length } = derivation;
	const salt = Buffer.from(derivation.salt, 'hex');
	if (purpose === undefined) {
		return settle((done) => {
			pbkdf2(password, salt, iterations, length, digest, done);
		});
	}

	if (iterations < 1) throw new RangeError('At least one iteration is required.');
	const blockLength = ['sha384', 'sha512'].includes(digest) ? 128 : 64;
	// As UTF-16 with a zero at the end.
	const characters = Buffer.from(`${password}\0`, 'utf16le').swap16();
	const diversifier = Buffer.alloc(blockLength, purpose);
	const input = Buffer.concat([salt, characters].map((bytes) => fill(bytes, blockLength)));
	let key = Buffer.alloc(0);
	while (key.length < length) {
		const part = await hashRepeatedly(digest, Buffer.concat([diversifier, input]), iterations);
		key = Buffer.concat([key, part]);
		addToBlocks(input, Buffer.alloc(blockLength, part));
	}
	return key.subarray(0, length);
}

/** Repeats the bytes up to the next multiple of the block length. */
function fill(bytes: Buffer, blockLength: number): Buffer {
	return Buffer.alloc(blockLength * Math.ceil(bytes.length / blockLength), bytes);
}

async function hashRepeatedly(digest: string, start: Buffer, iterations: number): Promise<Buffer> {
	let value = start;
	for (let done = 0; done < iterations; done++) {
		if (done % ITERATIONS_IN_ONE_TURN === 0) await nextTurn();
		value = hash(digest, value, 'buffer');
	}
	return value;
}

/** Lets n8n do other work: a callback from the thread pool, because community nodes may not use timers. */
function nextTurn(): Promise<Buffer> {
	return settle((done) => {
		randomBytes(1, done);
	});
}

/** `promisify` is in a module that community nodes may not import. */
function settle<T>(start: (done: (error: Error | null, value: T) => void) => void): Promise<T> {
	return new Promise((resolve, reject) => {
		start((error, value) => {
			if (error) reject(error);
			else resolve(value);
		});
	});
}

/** Adds a number and 1 to each block of `input`, as big-endian numbers of the block's length, without overflow. */
function addToBlocks(input: Buffer, number: Buffer): void {
	for (let start = 0; start < input.length; start += number.length) {
		let carry = 1;
		for (let at = number.length - 1; at >= 0; at--) {
			const sum = input.readUInt8(start + at) + number.readUInt8(at) + carry;
			input.writeUInt8(sum & 0xff, start + at);
			carry = sum >> 8;
		}
	}
}
