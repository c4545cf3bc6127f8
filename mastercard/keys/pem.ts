/**
 * Finds PEM blocks in pasted text, even on one line, with literal `\n`, indented, without line breaks or with typographic
 * dashes. The text is split at runs of dashes and scanned once, so that the time is linear in its length.
 */

export interface PemBlock {
	/** e.g. `RSA PRIVATE KEY` */
	label: string;
	/** DER content; still encrypted when `cipher` is given. */
	der: Buffer;
	/** The DEK-Info value of a traditionally encrypted key (RFC 1421), e.g. `AES-256-CBC,0011…`. */
	cipher?: string;
}

const DASHES = /[-\u2010-\u2015]{2,}/;
const HEADERS = /^Proc-Type:\s*4,\s*ENCRYPTED\s*DEK-Info:\s*([A-Z0-9-]+,\s*[0-9A-Fa-f]+)(?=\s)/;

/** Undoes the damage that JSON, environment files and word processors do to pasted text. */
export function normalizePastedText(text: string): string {
	return text
		.replace(/[\uFEFF\u200B]/g, '')
		.replace(/(?:\\r)?\\n|\\r/g, '\n')
		.replace(/\\t/g, ' ')
		.replace(/\u00A0/g, ' ')
		.trim()
		.replace(/^(["'`])([\s\S]*)\1$/, '$2')
		.trim();
}

/** @returns true when the text has a PEM header, whole or not */
export function looksLikePem(text: string): boolean {
	return splitAtDashes(text).some((part, index) => index > 0 && part.startsWith('BEGIN'));
}

/**
 * @param text already through `normalizePastedText`
 * @returns every complete block, in order
 */
export function parsePemBlocks(text: string): PemBlock[] {
	const parts = splitAtDashes(text);
	return parts.slice(1, -3).flatMap((part, index) => {
		const label = getLabel('BEGIN', part);
		const [content, end] = parts.slice(index + 2) as [string, string];
		return label !== undefined && label === getLabel('END', end) ? [toBlock(label, content)] : [];
	});
}

const splitAtDashes = (text: string): string[] => text.split(DASHES).map((part) => part.trim());

/** @returns `RSA PRIVATE KEY` of `BEGIN RSA PRIVATE KEY` */
function getLabel(keyword: 'BEGIN' | 'END', part: string): string | undefined {
	const [first, ...words] = part.split(/\s+/);
	const label = words.join(' ');
	return first === keyword && /^[A-Z0-9 ]+$/.test(label) ? label : undefined;
}

function toBlock(label: string, content: string): PemBlock {
	const headers = HEADERS.exec(content);
	const base64 = headers ? content.slice(headers[0].length) : content;
	return {
		label,
		der: Buffer.from(base64.replace(/\s/g, ''), 'base64'),
		...(headers?.[1] && { cipher: headers[1].replace(/\s/g, '') }),
	};
}

/** Writes a block as RFC 7468 defines it. */
export function toPem({ label, der, cipher }: PemBlock): string {
	const headers = cipher ? `Proc-Type: 4,ENCRYPTED\nDEK-Info: ${cipher}\n\n` : '';
	const lines = der.toString('base64').replace(/.{64}(?=.)/g, '$&\n');
	return `-----BEGIN ${label}-----\n${headers}${lines}\n-----END ${label}-----\n`;
}
