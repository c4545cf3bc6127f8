/** Parses the text of a key or certificate field: PEM, or a binary file as Base64. */
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
 * @param field its name in the editor, for the message
 * @param wanted what belongs there, e.g. `the Base64 text of the .p12 file, or a PEM private key`
 * @throws CredentialFieldError when it is neither PEM nor Base64 of a DER file
 */
export function parsePastedFile(text: string, field: string, wanted: string): PastedFile {
	const reject = (code: CredentialFieldError['code'], what: string): CredentialFieldError =>
		new CredentialFieldError(code, field, `'${field}' ${what}. Paste ${wanted}.`);

	if (text.trim() === '') throw reject('MISSING', 'is empty');
	if (FILE_NAME.test(text.trim()) && text.trim().length < 1000) {
		throw reject('FILE_NAME', "contains a file name, not the file's content");
	}
	const repaired = normalizePastedText(text);
	if (looksLikePem(repaired)) {
		const blocks = parsePemBlocks(repaired);
		if (blocks.length > 0) return { format: 'pem', blocks };
		throw reject('TRUNCATED', 'has a PEM header without its END line: part of the text is missing');
	}
	if (repaired.startsWith('PK\u0003\u0004')) throw reject('ZIP_ARCHIVE', ZIP);
	const base64 = repaired.replace(DATA_URL, '').replace(/\s/g, '');
	if (!BASE64.test(base64)) {
		throw /[\uFFFD\p{Cc}]/u.test(repaired.replace(/\s/g, ''))
			? reject('BINARY_FILE', 'contains a binary file opened as text')
			: reject('UNREADABLE', 'is neither PEM nor Base64');
	}
	const bytes = Buffer.from(base64, 'base64');
	if (bytes.subarray(0, 2).toString('latin1') === 'PK') throw reject('ZIP_ARCHIVE', ZIP);
	if (bytes.subarray(0, 4).equals(JAVA_KEYSTORE_MAGIC)) {
		throw reject('JAVA_KEYSTORE', 'contains a Java keystore (.jks); export the key as .p12 first');
	}
	// A PEM file as Base64, as `base64 key.pem` prints it.
	if (looksLikePem(bytes.toString('latin1'))) {
		return parsePastedFile(bytes.toString('utf8'), field, wanted);
	}
	const kind = derKind(bytes);
	if (kind === 'truncated')
		throw reject('TRUNCATED', 'is incomplete: the end of the file is missing');
	if (kind === 'unknown') {
		throw reject('UNREADABLE', 'is Base64, but not of a key, certificate or .p12 file');
	}
	return { format: 'der', der: bytes, kind };
}

const ZIP =
	'contains the .zip archive from Mastercard Developers; unpack it and use the .p12 file inside';
