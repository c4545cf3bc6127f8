/** A small cache of parsed keys. Its keys are digests, so it contains no key text and no password. */
import { createHash } from 'node:crypto';
import { BoundedMap } from '../boundedMap';

/** More than the keys of any one n8n user's credentials in turn; each entry is a few kilobytes. */
const CAPACITY = 32;
const parsed = new BoundedMap<Promise<unknown>>(CAPACITY);

/**
 * @param parts everything that `parse` depends on
 * @param parse runs once for the same parts, as long as they stay among the last 32 used; a rejection is not remembered
 */
export function memoize<T>(parts: Array<string | undefined>, parse: () => Promise<T>): Promise<T> {
	const digest = createHash('sha256').update(JSON.stringify(parts)).digest('base64');
	const known = parsed.get(digest) as Promise<T> | undefined;
	if (known !== undefined) return known;
	const value = parse();
	parsed.set(digest, value);
	value.catch(() => parsed.delete(digest));
	return value;
}
