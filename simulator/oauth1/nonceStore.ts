// Remembers nonces for as long as a request that repeats one could still be within the timestamp window.

export interface NonceStore {
	/** Stores a nonce; returns false if it was already used. `now` is in milliseconds since 1970. */
	add(nonce: string, now: number): boolean;
	clear(): void;
}

/** @param ttlSeconds how long a nonce is remembered: twice the timestamp window, which extends in both directions */
export function createNonceStore(ttlSeconds: number): NonceStore {
	const addedAt = new Map<string, number>();
	return {
		add(nonce, now) {
			// A Map keeps insertion order, so the oldest nonces come first.
			for (const [oldNonce, time] of addedAt) {
				if (now - time <= ttlSeconds * 1000) break;
				addedAt.delete(oldNonce);
			}
			if (addedAt.has(nonce)) return false;
			addedAt.set(nonce, now);
			return true;
		},
		clear: () => addedAt.clear(),
	};
}
