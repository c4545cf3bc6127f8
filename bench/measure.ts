// What a piece of work costs the process that it runs in.
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { getHeapStatistics } from 'node:v8';
import type { Measurement } from './variants';

const HEAP_SAMPLE_MS = 20;
const COLLECTION_MS = 1000;

/** Runs the work once, in a process that does nothing else. */
export async function measure(
	work: () => Promise<unknown>,
	collectsGarbage = false,
): Promise<Omit<Measurement, 'calls'>> {
	// With --expose-gc: only what the work itself needs is counted.
	globalThis.gc?.();
	const heapBefore = getHeapStatistics().used_heap_size;
	let peakHeap = heapBefore;
	const sampler = setInterval(
		() => {
			if (collectsGarbage) globalThis.gc?.();
			peakHeap = Math.max(peakHeap, getHeapStatistics().used_heap_size);
		},
		collectsGarbage ? COLLECTION_MS : HEAP_SAMPLE_MS,
	);
	const delay = monitorEventLoopDelay({ resolution: 1 });
	delay.enable();
	const cpu = process.cpuUsage();
	const start = performance.now();
	await work();
	const durationMs = performance.now() - start;
	const { user, system } = process.cpuUsage(cpu);
	delay.disable();
	clearInterval(sampler);
	return {
		durationMs,
		cpuMs: (user + system) / 1000,
		longestBlockMs: delay.max / 1e6,
		delayP99Ms: delay.percentile(99) / 1e6,
		peakHeapBytes: Math.max(0, peakHeap - heapBefore),
	};
}
