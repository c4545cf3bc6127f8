/** Reads what was pasted into a key or certificate field: PEM, or the Base64 of a binary file. */
import { CredentialFieldError } from './CredentialFieldError';
import { derKind, type DerKind } from './derKind';
import { looksLikePem, parsePemBlocks, normalizePastedText, type PemBlock } from './pem';

export type PastedFile =
	{ format: 'pem'; blocks: PemBlock[] } | { format: 'der'; der: Buffer; kind: DerKind };

const DATA_URL = /^data:[^,]*,/i;
const BASE64 = /^[A-Za-z0-9+/_-]+={0,2}$/;
const FILE_NAME = /\.(p12|pfx|pem|key|crt|cer|cert|der|zip|jks|txt)$/i;
const JAVA_KEYSTORE_MAGIC = Buffer.from('feedfeed', 'hex');

/**
 * @param text the field's content
 * @param field its name in the editor, for the sentence
 * @param wanted what belongs there, e.g. `the Base64 text of the .p12 file, or a PEM private key`
 * @throws CredentialFieldError when it is neither PEM nor Base64 of a DER file
 */
export function parsePastedFile(text: string, field: string, wanted: string): PastedFile {
	const refuse = (code: CredentialFieldError['code'], what: string): CredentialFieldError =>
		new CredentialFieldError(code, field, `'${field}' ${what}. Paste ${wanted}.`);

	if (text.trim() === '') throw refuse('MISSING', 'is empty');
	if (FILE_NAME.test(text.trim()) && text.trim().length < 1000) {
		throw refuse('FILE_NAME', "holds a file's name, not its content");
	}
	const repaired = normalizePastedText(text);
	if (looksLikePem(repaired)) {
		const blocks = parsePemBlocks(repaired);
		if (blocks.length > 0) return { format: 'pem', blocks };
		throw refuse('TRUNCATED', 'has a PEM header without its END line: part of the text is missing');
	}
	if (repaired.startsWith('PK\u0003\u0004')) throw refuse('ZIP_ARCHIVE', ZIP);
	const base64 = repaired.replace(DATA_URL, '').replace(/\s/g, '');
	if (!BASE64.test(base64)) {
		throw /[\uFFFD\p{Cc}]/u.test(repaired.replace(/\s/g, ''))
			? refuse('BINARY_FILE', 'holds a binary file opened as text')
			: refuse('UNREADABLE', 'is neither PEM nor Base64');
	}
	const bytes = Buffer.from(base64, 'base64');
	if (bytes.subarray(0, 2).toString('latin1') === 'PK') throw refuse('ZIP_ARCHIVE', ZIP);
	if (bytes.subarray(0, 4).equals(JAVA_KEYSTORE_MAGIC)) {
		throw refuse('JAVA_KEYSTORE', 'holds a Java .jks keystore; export the key as .p12 first');
	}
	// Base64 of a PEM file: what `base64 key.pem` prints.
	if (looksLikePem(bytes.toString('latin1'))) {
		return parsePastedFile(bytes.toString('utf8'), field, wanted);
	}
	const kind = derKind(bytes);
	if (kind === 'truncated') throw refuse('TRUNCATED', 'is cut off: part of the file is missing');
	if (kind === 'unknown') {
		throw refuse('UNREADABLE', 'is Base64, but not of a key, certificate or .p12 file');
	}
	return { format: 'der', der: bytes, kind };
}

const ZIP =
	'holds the .zip archive that the portal delivers; open it and use the .p12 file that is inside';
