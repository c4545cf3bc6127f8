/** Leaves no program behind. */
import type { ChildProcess } from 'node:child_process';

/** Ends a program when this process ends, however that comes about. */
export function endWithThisProcess(child: ChildProcess): void {
	const end = () => child.kill();
	process.once('exit', end);
	child.once('close', () => process.off('exit', end));
}
