/**
 * @param cause What our own code or node:crypto has thrown.
 * @returns An error of the same message, without a `code`: the credential test would show that in place of the message.
 */
export function stripErrorCode(cause: unknown): Error {
	return new Error((cause as Error).message);
}
