/**
 * A row that cannot be sent as it is. Thrown before any call; the row fails alone.
 *
 * The message names the parameter by the label the user sees and never repeats the value: it may be a
 * card number.
 */
export class InvalidParameterError extends Error {
	override readonly name = 'InvalidParameter';

	/**
	 * @param code Stable identifier for workflows that branch on it, e.g. `PAN_LENGTH`.
	 * @param message What is the matter, with the parameter's label in single quotes.
	 * @param wayOut What the user can do about it.
	 */
	constructor(
		readonly code: string,
		message: string,
		readonly hint: string,
	) {
		super(message);
	}
}
