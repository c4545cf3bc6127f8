/** @returns what the action returns; undefined when it throws, whatever the reason: errors of `node:crypto` and JSON tell too much */
export function attempt<T>(action: () => T): T | undefined {
	try {
		return action();
	} catch {
		return undefined;
	}
}
