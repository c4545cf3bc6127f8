// Decides which fault strikes a call.
import type { Fault } from './fault';

/** Faults in waiting. */
export interface FaultQueue {
	add(faults: Fault[]): void;
	/** The fault for a call to `path`, if one is due; each call uses up one stroke of one fault. */
	take(path: string): Fault | undefined;
	clear(): void;
}

/** Faults strike in the order they were added: one after the other, so a list is a sequence. */
export function createFaultQueue(): FaultQueue {
	let waiting: Array<{ fault: Fault; toPass: number; toStrike: number }> = [];
	return {
		add(faults) {
			waiting.push(
				...faults.map((fault) => ({
					fault,
					toPass: fault.after ?? 0,
					toStrike: fault.times ?? 1,
				})),
			);
		},
		take(path) {
			const due = waiting.find(({ fault }) => path.includes(fault.path ?? ''));
			if (due === undefined) return undefined;
			if (due.toPass > 0) {
				due.toPass -= 1;
				return undefined;
			}
			due.toStrike -= 1;
			if (due.toStrike <= 0) waiting = waiting.filter((entry) => entry !== due);
			return due.fault;
		},
		clear() {
			waiting = [];
		},
	};
}
