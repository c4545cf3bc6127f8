// Remembers nonces for as long as a request with them could still be inside the timestamp window.

/** Says whether a nonce is new, and remembers it. */
export interface NonceMemory {
	isNew(nonce: string, now: number): boolean;
	clear(): void;
}

/** @param keepSeconds how long a nonce is remembered; twice the timestamp window covers both of its sides */
export function createNonceMemory(keepSeconds: number): NonceMemory {
	const seenAt = new Map<string, number>();
	return {
		isNew(nonce, now) {
			// A Map keeps insertion order, so the oldest nonces come first.
			for (const [old, at] of seenAt) {
				if (now - at <= keepSeconds * 1000) break;
				seenAt.delete(old);
			}
			if (seenAt.has(nonce)) return false;
			seenAt.set(nonce, now);
			return true;
		},
		clear: () => seenAt.clear(),
	};
}
