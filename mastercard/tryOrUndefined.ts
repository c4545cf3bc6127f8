/** @returns The action's result, or undefined when it throws: errors of others, such as `node:crypto`, tell too much. */
export function tryOrUndefined<T>(action: () => T): T | undefined {
	try {
		return action();
	} catch {
		return undefined;
	}
}
