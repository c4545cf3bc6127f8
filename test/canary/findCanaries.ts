// Looks for canaries wherever they may have gone: in values, texts, and all files of a folder. Shares no code with the redaction.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inspect } from 'node:util';
import type { Canaries } from './canaries';

/** Characters of a secret, letters and digits alone, that give it away: in any case, of the text or of its Base64. */
const SECRET_WINDOW = 12;
/** Digits of a card that give it away: one more than its mask shows. */
const CARD_WINDOW = 11;

/** How deep escapes may be nested: HTML in JSON in a URL that is encoded twice. */
const PASSES = 4;

/** @returns the names of the canaries in a text, each with what stands around the first place */
export type FindCanaries = (text: string) => string[];

export function createCanarySearch({ secrets, cards }: Canaries): FindCanaries {
	const windows = new Map<string, string>();
	const add = (name: string, text: string, length: number) => {
		const folded = fold(text);
		if (folded.length < length) throw new Error(`${name} is too short for a canary.`);
		for (let at = 0; at + length <= folded.length; at++)
			windows.set(folded.slice(at, at + length), name);
	};
	for (const [name, secret] of Object.entries(secrets)) {
		add(name, secret, SECRET_WINDOW);
		for (const text of [secret, encodeURIComponent(secret)])
			for (const before of ['', 'a', 'ab']) {
				// The first and last characters depend on the neighbours.
				const encoded = Buffer.from(before + text).toString('base64');
				add(`${name} in Base64`, encoded.replace(/=+$/, '').slice(4, -2), SECRET_WINDOW);
			}
	}
	for (const [index, card] of cards.entries()) add(`card ${index}`, card, CARD_WINDOW);

	return (text) => {
		const found = new Map<string, string>();
		for (const view of getViews(text)) {
			const folded = fold(view);
			for (const length of [SECRET_WINDOW, CARD_WINDOW])
				for (let at = 0; at + length <= folded.length; at++) {
					const name = windows.get(folded.slice(at, at + length));
					if (name !== undefined && !found.has(name))
						found.set(name, folded.slice(Math.max(0, at - 60), at + 60));
				}
		}
		return [...found].map(([name, context]) => `${name}: ...${context}...`);
	};
}

/** Everything that a value holds, also where JSON does not look: in errors, their causes and hidden properties. */
export function toText(value: unknown): string {
	return inspect(value, {
		depth: Infinity,
		showHidden: true,
		getters: true,
		maxArrayLength: Infinity,
		maxStringLength: Infinity,
		breakLength: Infinity,
	});
}

/**
 * @param skipped a folder in it that is not searched
 * @returns by file, relative to the folder, what was found in its bytes or in its name; others are left out
 */
export function searchFolder(
	folder: string,
	find: FindCanaries,
	skipped?: string,
): Record<string, string[]> {
	const findings = readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap(
		(entry): Array<[string, string[]]> => {
			const file = path.join(entry.parentPath, entry.name);
			const name = path.relative(folder, file);
			if (skipped !== undefined && name.startsWith(skipped)) return [];
			return [[name, find(name + (entry.isFile() ? readFileSync(file, 'latin1') : ''))]];
		},
	);
	return Object.fromEntries(findings.filter(([, found]) => found.length > 0));
}

const fold = (text: string): string =>
	text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '');

/** The text, and what it reads as with its escapes decoded, again and again. */
function getViews(text: string): string[] {
	const views = [text];
	for (let view = text; views.length <= PASSES; views.push(view)) {
		const decoded = decode(view);
		if (decoded === view) break;
		view = decoded;
	}
	return views;
}

const NAMED: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
};

function decode(text: string): string {
	return text.replace(
		/%([0-9a-f]{2})|\\u([0-9a-f]{4})|\\x([0-9a-f]{2})|&#x([0-9a-f]{1,6});|&#(\d{1,7});|&(amp|lt|gt|quot|apos);|\\(.)/gi,
		(whole, percent, unicode, hex, entity, decimal, name: string | undefined, other) => {
			if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
			if (other !== undefined) return String(other);
			const code =
				decimal === undefined
					? Number.parseInt(String(percent ?? unicode ?? hex ?? entity), 16)
					: Number(decimal);
			return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
		},
	);
}
