// Location IDs: documented ones, and generated ones that contain a checksum, so that they need not be stored.
import { createHash } from 'node:crypto';

const DOCUMENTED_ID = /^a1b2c3d4-0000-1234-abcd-00000000000(\d)$/;

/** The number of a documented test location (1 to 7 have a meaning), or undefined for any other ID. */
export function getDocumentedLocationNumber(locationId: string): number | undefined {
	const [, number] = DOCUMENTED_ID.exec(locationId) ?? [];
	return number === undefined ? undefined : Number(number);
}

/** The ID of the generated location for `seed`: always the same UUID, ending in a checksum. */
export function generateLocationId(seed: string): string {
	const hex = sha256(`location ${seed}`);
	const prefix = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-a${hex.slice(15, 18)}-${hex.slice(18, 26)}`;
	return prefix + getChecksum(prefix);
}

/** Whether an ID was created by `generateLocationId`. */
export function isGeneratedLocationId(locationId: string): boolean {
	return getChecksum(locationId.slice(0, -4)) === locationId.slice(-4);
}

/** Whether a string has the format of a UUID. */
export function isUuid(text: string): boolean {
	return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

function getChecksum(prefix: string): string {
	return sha256(`check ${prefix}`).slice(0, 4);
}

function sha256(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}
