/**
 * Rejects a row with an invalid parameter before any call. Other rows are not affected.
 *
 * The message names the parameter by the label the user sees and never repeats the value, which may be a
 * card number.
 */
export class InvalidParameterError extends Error {
	override readonly name = 'InvalidParameterError';

	/**
	 * @param code Stable identifier for workflows that branch on it, e.g. `PAN_LENGTH`.
	 * @param message What is wrong, with the parameter's label in single quotes.
	 * @param hint What the user can do about it.
	 */
	constructor(
		readonly code: string,
		message: string,
		readonly hint: string,
	) {
		super(message);
	}
}
