/** An error that the user can resolve: printed as its message, without a stack trace. */
export class DemoError extends Error {
	override name = 'DemoError';
}
