/** Compares two plain values and says where they differ. */

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}

/**
 * Lists the differences between an expected and an actual value as sentences, empty when there are none.
 * A field that is absent equals one that is `undefined`.
 * @param at The path so far.
 */
export function differences(expected: unknown, actual: unknown, at = ''): string[] {
	if (isRecord(expected) && isRecord(actual) && Array.isArray(expected) === Array.isArray(actual)) {
		const names = new Set([...Object.keys(expected), ...Object.keys(actual)]);
		return [...names].flatMap((name) =>
			differences(expected[name], actual[name], at ? `${at}.${name}` : name),
		);
	}
	if (Object.is(expected, actual)) return [];
	return [`${at}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`];
}
