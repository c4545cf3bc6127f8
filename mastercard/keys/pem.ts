/** Finds PEM blocks in whatever a paste made of them: one line, `\n` in letters, indents, lost line breaks, typographic dashes. */

export interface PemBlock {
	/** e.g. `RSA PRIVATE KEY` */
	label: string;
	/** DER content; still encrypted when `cipher` is given. */
	der: Buffer;
	/** The DEK-Info value of a traditionally encrypted key (RFC 1421), e.g. `AES-256-CBC,0011…`. */
	cipher?: string;
}

const DASHES = '[-\\u2010-\\u2015]{2,}';
const BLOCK = new RegExp(
	`${DASHES}\\s*BEGIN\\s+([A-Z0-9 ]+?)\\s*${DASHES}((?:(?!${DASHES})[\\s\\S])*)${DASHES}\\s*END\\s+\\1\\s*${DASHES}`,
	'g',
);
const HEADERS = /^\s*Proc-Type:\s*4,\s*ENCRYPTED\s*DEK-Info:\s*([A-Z0-9-]+,\s*[0-9A-Fa-f]+)(?=\s)/;

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
	return new RegExp(`${DASHES}\\s*BEGIN`).test(text);
}

/**
 * @param text already through `undoPasteDamage`
 * @returns every complete block, in order
 */
export function parsePemBlocks(text: string): PemBlock[] {
	return [...text.matchAll(BLOCK)].map(([, label = '', content = '']) => {
		const headers = HEADERS.exec(content);
		const base64 = headers ? content.slice(headers[0].length) : content;
		return {
			label,
			der: Buffer.from(base64.replace(/\s/g, ''), 'base64'),
			...(headers?.[1] && { cipher: headers[1].replace(/\s/g, '') }),
		};
	});
}

/** Writes a block the way RFC 7468 wants it. */
export function toPem({ label, der, cipher }: PemBlock): string {
	const headers = cipher ? `Proc-Type: 4,ENCRYPTED\nDEK-Info: ${cipher}\n\n` : '';
	const lines = der.toString('base64').replace(/.{64}(?=.)/g, '$&\n');
	return `-----BEGIN ${label}-----\n${headers}${lines}\n-----END ${label}-----\n`;
}
