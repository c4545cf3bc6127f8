/** Detects what a DER file contains by its outermost elements, so that a message can name a wrong file. */

export type DerKind =
	| 'pkcs12'
	| 'privateKey'
	| 'encryptedPrivateKey'
	| 'publicKey'
	| 'certificate'
	| 'truncated'
	| 'unknown';

interface Element {
	tag: number;
	content: Buffer;
	end: number;
	complete: boolean;
}

const INTEGER = 0x02;
const BIT_STRING = 0x03;
const OCTET_STRING = 0x04;
const OBJECT_IDENTIFIER = 0x06;
const SEQUENCE = 0x30;
const CONTEXT_0 = 0xa0;
/** A length that is not given: the content ends with two zeros. */
const INDEFINITE = 0x80;

/** X.690 8.1: one tag byte (all that keys and certificates use), a length in short, long or indefinite form, content. */
function parseElement(bytes: Buffer, start = 0): Element | undefined {
	if (start + 2 > bytes.length) return undefined;
	const [tag, first] = [bytes.readUInt8(start), bytes.readUInt8(start + 1)];
	const lengthBytes = first & 0x80 ? first & 0x7f : 0;
	if (lengthBytes > 4 || start + 2 + lengthBytes > bytes.length) return undefined;
	const length = lengthBytes === 0 ? first & 0x7f : bytes.readUIntBE(start + 2, lengthBytes);
	const contentStart = start + 2 + lengthBytes;
	const end = first === INDEFINITE ? bytes.length : contentStart + length;
	return {
		tag,
		content: bytes.subarray(contentStart, end),
		end,
		complete: end <= bytes.length,
	};
}

function getChildren(element: Element): Element[] {
	const children: Element[] = [];
	for (let at = 0; at < element.content.length;) {
		const child = parseElement(element.content, at);
		if (!child) break;
		children.push(child);
		at = child.end;
	}
	return children;
}

/**
 * @param bytes a whole file
 * @returns its kind by the ASN.1 of RFC 7292 (PFX), 5208 (PKCS#8), 8017 (PKCS#1), 5915 (EC) and 5280 (X.509)
 */
export function derKind(bytes: Buffer): DerKind {
	const file = parseElement(bytes);
	if (!file || file.tag !== SEQUENCE) return 'unknown';
	if (!file.complete) return 'truncated';
	const [first, second] = getChildren(file);
	if (!first || !second) return 'unknown';
	if (first.tag === INTEGER) {
		const version = first.content.length === 1 ? first.content[0] : undefined;
		if (version === 3 && second.tag === SEQUENCE) return 'pkcs12';
		if (version === undefined && second.tag === INTEGER) return 'publicKey';
		if (version === 0 || version === 1) return 'privateKey';
		return 'unknown';
	}
	if (first.tag !== SEQUENCE) return 'unknown';
	const [inner, innerSecond] = getChildren(first);
	if (inner?.tag === OBJECT_IDENTIFIER) {
		if (second.tag === BIT_STRING) return 'publicKey';
		if (second.tag === OCTET_STRING) return 'encryptedPrivateKey';
	}
	const isCertificate =
		inner?.tag === CONTEXT_0 || (inner?.tag === INTEGER && innerSecond?.tag === SEQUENCE);
	return isCertificate && second.tag === SEQUENCE ? 'certificate' : 'unknown';
}
