// Location ids: the documented ones, and generated ones that can be told from made-up UUIDs without remembering them.
import { createHash } from 'node:crypto';

const DOCUMENTED = /^a1b2c3d4-0000-1234-abcd-00000000000(\d)$/;

/** The number of a documented test location (1 to 7 have a meaning), or undefined for any other id. */
export function documentedNumber(locationId: string): number | undefined {
	const [, number] = DOCUMENTED.exec(locationId) ?? [];
	return number === undefined ? undefined : Number(number);
}

/** The id of the generated location for `seed`: always the same UUID, ending in a check of its first part. */
export function generatedLocationId(seed: string): string {
	const hex = digest(`location ${seed}`);
	const start = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-a${hex.slice(15, 18)}-${hex.slice(18, 26)}`;
	return start + check(start);
}

/** Whether an id was made by `generatedLocationId`. */
export function isGeneratedLocationId(locationId: string): boolean {
	return check(locationId.slice(0, -4)) === locationId.slice(-4);
}

/** Whether a text has the form of a UUID. */
export function isUuid(text: string): boolean {
	return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

function check(start: string): string {
	return digest(`check ${start}`).slice(0, 4);
}

function digest(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}
