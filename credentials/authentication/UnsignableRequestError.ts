/** A request that cannot be signed or sent, in a sentence for the person who configured it. */
export class UnsignableRequestError extends Error {
	override readonly name = 'UnsignableRequestError';
}

/**
 * Replaces what JavaScript says about odd values, such as a list that contains itself: it may quote them.
 *
 * @param part Of the request, as the beginning of a sentence.
 * @throws UnsignableRequestError for whatever `read` throws.
 */
export function readPart<Part>(part: string, read: () => Part): Part {
	try {
		return read();
	} catch (cause) {
		throw toUnsignable(part, cause);
	}
}

function toUnsignable(part: string, cause: unknown): UnsignableRequestError {
	if (cause instanceof UnsignableRequestError) return cause;
	return new UnsignableRequestError(
		`${part} of the request could not be read. Use texts, numbers, lists and objects that do not contain themselves.`,
	);
}
