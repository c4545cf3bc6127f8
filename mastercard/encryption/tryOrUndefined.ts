/** @returns the action's result, or undefined when it throws: the errors of `node:crypto` and `JSON` tell too much. */
export function tryOrUndefined<T>(action: () => T): T | undefined {
	try {
		return action();
	} catch {
		return undefined;
	}
}
