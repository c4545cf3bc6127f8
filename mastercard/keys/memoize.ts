/** A small cache of parsed keys. Its keys are digests, so it contains no key text and no password. */
import { createHash } from 'node:crypto';

/** More than the keys of any one n8n user's credentials in turn; each entry is a few kilobytes. */
const CAPACITY = 32;
const parsed = new Map<string, Promise<unknown>>();

/**
 * @param parts everything that `parse` depends on
 * @param parse runs once for the same parts, as long as they stay among the last 32 used; a rejection is not remembered
 */
export function memoize<T>(parts: Array<string | undefined>, parse: () => Promise<T>): Promise<T> {
	const digest = createHash('sha256').update(JSON.stringify(parts)).digest('base64');
	const known = parsed.get(digest) as Promise<T> | undefined;
	const value = known ?? parse();
	// A Map iterates in insertion order: put back last, the first entry is the one unused for longest.
	parsed.delete(digest);
	parsed.set(digest, value);
	if (parsed.size > CAPACITY) parsed.delete(parsed.keys().next().value as string);
	if (known === undefined) {
		value.catch(() => {
			if (parsed.get(digest) === value) parsed.delete(digest);
		});
	}
	return value;
}
