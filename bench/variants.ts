// What is compared. Each variant runs in a process of its own, against a simulator in another.

/** n8n's expression engines: `vm` (isolated-vm) is its default, `legacy` runs in n8n's own process. */
export type ExpressionEngine = 'legacy' | 'vm';

interface Base {
	/** Unique; what results are looked up by. */
	id: string;
	label: string;
	/** Latency of the simulator, ms. */
	latencyMs: number;
	rows: number;
	/**
	 * Whether garbage is collected all the time: the heap is then what the work needs at least, not how long V8 puts
	 * collecting off, and times mean nothing.
	 */
	collectsGarbage?: true;
	/** Whether a further run tells where its CPU time goes. */
	isProfiled?: true;
}

/** Mastercard's two libraries, used as their documentation shows. */
export interface LibrariesVariant extends Base {
	kind: 'libraries';
	cardsPerCall: number;
	concurrency: number;
}

/** A node of the built package in n8n's engine. */
export interface NodeVariant extends Base {
	kind: 'node';
	node: 'ccaScores' | 'ccaMetrics' | 'sbcaMatchLocation' | 'sbcaReport';
	engine: ExpressionEngine;
	concurrency: number;
}

/** Only the cryptography of a call: sign, encrypt, decrypt. */
export interface CryptographyVariant extends Base {
	kind: 'cryptography';
}

export type Variant = LibrariesVariant | NodeVariant | CryptographyVariant;

/** What was measured; times in ms, sizes in bytes. */
export interface Measurement {
	durationMs: number;
	/** CPU time of the whole process during the run, set-up excluded. */
	cpuMs: number;
	/** The longest time in which n8n could not have done anything else. */
	longestBlockMs: number;
	/** 99th percentile of the event loop's delay. */
	delayP99Ms: number;
	/** Highest heap during the run above the heap before it. */
	peakHeapBytes: number;
	/** Requests the simulator received. */
	calls: number;
}

const libraries = (
	id: string,
	latencyMs: number,
	rows: number,
	cardsPerCall: number,
	concurrency: number,
): LibrariesVariant => ({
	kind: 'libraries',
	id,
	label: `Mastercard's libraries, ${cardsPerCall} ${cardsPerCall === 1 ? 'card' : 'cards'} a call, ${concurrency === 1 ? 'one at a time' : `${concurrency} in flight`}`,
	latencyMs,
	rows,
	cardsPerCall,
	concurrency,
});

const node = (
	id: string,
	latencyMs: number,
	rows: number,
	engine: ExpressionEngine,
	concurrency: number,
	name: NodeVariant['node'] = 'ccaScores',
): NodeVariant => ({
	kind: 'node',
	id,
	label: `${name}, ${concurrency} in flight, engine ${engine}`,
	latencyMs,
	rows,
	node: name,
	engine,
	concurrency,
});

/** @param scale 1 for the full size; less for a quick look. */
export function getVariants(scale: number): Variant[] {
	const rows = (count: number) => Math.max(20, Math.round((count * scale) / 20) * 20);
	return [
		libraries('a', 150, rows(60), 1, 1),
		libraries('b', 150, rows(800), 20, 1),
		libraries('b16', 150, rows(6_400), 20, 16),
		node('c4', 150, rows(10_000), 'vm', 4),
		node('c16', 150, rows(10_000), 'vm', 16),
		node('c50', 150, rows(10_000), 'vm', 50),
		{ ...libraries('b-cpu', 0, rows(10_000), 20, 1), isProfiled: true },
		{ kind: 'cryptography', id: 'd', label: 'Bare cryptography', latencyMs: 0, rows: rows(10_000) },
		{ ...node('c-cpu-vm', 0, rows(10_000), 'vm', 4), isProfiled: true },
		node('c-cpu-legacy', 0, rows(10_000), 'legacy', 4),
		node('rows-1000', 0, rows(1_000), 'vm', 4),
		{ ...node('rows-100000', 0, rows(100_000), 'vm', 4), isProfiled: true },
		{ ...node('live-100000', 0, rows(100_000), 'vm', 4), collectsGarbage: true },
		node('metrics', 0, rows(1_000), 'vm', 4, 'ccaMetrics'),
		node('match', 0, rows(1_000), 'vm', 4, 'sbcaMatchLocation'),
		node('report', 0, rows(1_000), 'vm', 4, 'sbcaReport'),
		{ ...node('live-report', 0, rows(1_000), 'vm', 4, 'sbcaReport'), collectsGarbage: true },
	];
}
