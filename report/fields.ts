/** Reads the fields of an item, which other nodes may have renamed, left out or turned into text on the way. */

/** One item's JSON. */
export type Fields = Readonly<Record<string, unknown>>;

/** An input that cannot be reported on. The message is one sentence and names the field at fault; it never quotes a value. */
export class ReportInputError extends Error {
	/** @param hint The way out. */
	constructor(
		message: string,
		readonly hint: string,
	) {
		super(message);
		this.name = 'ReportInputError';
	}
}

/** An item that is not in the figures, and why. */
export interface LeftOut {
	/** Position in its input. */
	position: number;
	/** As a sentence without a full stop. */
	reason: string;
	/** Whether a field is missing, or has a value that cannot be read. */
	field: string | null;
}

export function isRecord(value: unknown): value is Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The field's own value: a field named "constructor" must not find an inherited one. */
export function getField(fields: Fields, name: string): unknown {
	return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** @returns A finite number, even when sent as text; otherwise null. */
export function toNumber(value: unknown): number | null {
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

/** @returns The text or number as text; null when there is none. */
export function toText(value: unknown): string | null {
	if (typeof value === 'number' || typeof value === 'bigint') return String(value);
	return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** @returns null for anything that is neither; databases and spreadsheets write 1, 0 and texts. */
export function toBoolean(value: unknown): boolean | null {
	const text = String(value).trim().toLowerCase();
	if (text === 'true' || text === '1') return true;
	return text === 'false' || text === '0' ? false : null;
}

/** @returns The day as YYYY-MM-DD if the value starts with one that exists; otherwise null. */
export function toDay(value: unknown): string | null {
	const iso: unknown = isRecord(value) && 'toISODate' in value ? callIsoDate(value) : value;
	const text = iso instanceof Date && !Number.isNaN(iso.getTime()) ? iso.toISOString() : iso;
	const day = typeof text === 'string' ? /^\d{4}-\d\d-\d\d/.exec(text.trim())?.[0] : undefined;
	if (day === undefined) return null;
	const time = Date.parse(day);
	return Number.isNaN(time) || !new Date(time).toISOString().startsWith(day) ? null : day;
}

/** The date types of n8n's expressions (Luxon) and of JavaScript. */
function callIsoDate(value: Fields): unknown {
	const { toISODate } = value;
	return typeof toISODate === 'function' ? toISODate.call(value) : null;
}
