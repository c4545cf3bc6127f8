// Decides which fault, if any, applies to a call.
import type { Fault } from './fault';

export interface FaultQueue {
	add(faults: Fault[]): void;
	/** The fault for a call to `path`, if any; counts the call against the first matching fault. */
	take(path: string): Fault | undefined;
	clear(): void;
}

/** Faults apply one after another, in the order in which they were added. */
export function createFaultQueue(): FaultQueue {
	let queue: Array<{ fault: Fault; skipsLeft: number; timesLeft: number }> = [];
	return {
		add(faults) {
			queue.push(
				...faults.map((fault) => ({
					fault,
					skipsLeft: fault.skip ?? 0,
					timesLeft: fault.times ?? 1,
				})),
			);
		},
		take(path) {
			const next = queue.find(({ fault }) => path.includes(fault.path ?? ''));
			if (next === undefined) return undefined;
			if (next.skipsLeft > 0) {
				next.skipsLeft -= 1;
				return undefined;
			}
			next.timesLeft -= 1;
			if (next.timesLeft <= 0) queue = queue.filter((entry) => entry !== next);
			return next.fault;
		},
		clear() {
			queue = [];
		},
	};
}
