/** @returns the action's result, or undefined when it throws. The error is dropped: those of `node:crypto` and JSON tell too much. */
export function attempt<T>(action: () => T): T | undefined {
	try {
		return action();
	} catch {
		return undefined;
	}
}
