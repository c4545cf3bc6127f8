/** A memory of limited size. */

/** Holds the entries used last; with one too many, the entry unused for longest is forgotten. */
export class BoundedMap<Value> {
	private readonly entries = new Map<string, Value>();

	constructor(private readonly capacity: number) {}

	get(key: string): Value | undefined {
		const value = this.entries.get(key);
		// A Map iterates in the order of insertion, so what is put back becomes the last.
		if (value !== undefined) this.set(key, value);
		return value;
	}

	delete(key: string): void {
		this.entries.delete(key);
	}

	set(key: string, value: Value): void {
		this.entries.delete(key);
		this.entries.set(key, value);
		for (const oldest of this.entries.keys()) {
			if (this.entries.size <= this.capacity) break;
			this.entries.delete(oldest);
		}
	}
}
