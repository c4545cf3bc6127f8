/** How characters are compared when secrets are looked for, and a rolling hash of them. */

/** How many characters a hash stands for. */
export const HASHED_LENGTH = 8;
/** Eight shifts by it drop a character from the 32 bits of a hash. */
const SHIFT = 4;
const UNSEEN = 0xff;

/** By UTF-16 unit, filled in as units occur: what it is compared as, and by how many bits it shifts a hash. */
const folds = new Uint16Array(0x10000);
const shifts = new Uint8Array(0x10000).fill(UNSEEN);

/**
 * Letters lose their case. Blanks, and the characters that stand for them or for each other in URLs and Base64 ("+",
 * "-" and space), are ignored. "_" is "/", as in the two alphabets of Base64.
 */
function learn(unit: number): void {
	const char = String.fromCharCode(unit);
	const isIgnored = /[\s+-]/.test(char);
	shifts[unit] = isIgnored ? 0 : SHIFT;
	folds[unit] = isIgnored ? 0 : (char === '_' ? '/' : char.toLowerCase()).charCodeAt(0);
}

/** The hash of the last eight characters that are not ignored, from the hash before and the next UTF-16 unit. */
export function nextHash(hash: number, unit: number): number {
	if (shifts[unit] === UNSEEN) learn(unit);
	return ((hash << (shifts[unit] ?? 0)) + Math.imul(folds[unit] ?? 0, 0x9e3779b1)) | 0;
}

/** A text as it is compared: without the characters that are ignored. */
export interface FoldedText {
	units: Uint16Array;
	/** For each unit, the hash of the eight that end with it. */
	hashes: Int32Array;
	/** For each unit, where it stands in the text. */
	places: Int32Array;
}

export function foldText(text: string): FoldedText {
	const units = new Uint16Array(text.length);
	const hashes = new Int32Array(text.length);
	const places = new Int32Array(text.length);
	let length = 0;
	let hash = 0;
	for (let at = 0; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		hash = nextHash(hash, unit);
		if (shifts[unit] === 0) continue;
		units[length] = folds[unit] ?? 0;
		hashes[length] = hash;
		places[length++] = at;
	}
	return {
		units: units.subarray(0, length),
		hashes: hashes.subarray(0, length),
		places: places.subarray(0, length),
	};
}
