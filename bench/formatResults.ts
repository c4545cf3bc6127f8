// The results as a Markdown page: every variant, and the ratios that the project has goals for.
import type { Measurement, Variant } from './variants';

/** By the variant's short name, in the order of the runs. */
export type Results = Map<string, { variant: Variant; measurements: Measurement[] }>;

interface Ratio {
	name: string;
	goal: string;
	/** Undefined when a variant that it needs was left out. */
	get(results: Medians): number | undefined;
	/** How to write the number. */
	format(value: number): string;
}

type Medians = ReadonlyMap<string, Measurement & { rows: number }>;

const CARDS_PER_CALL = 20;

/** One quantity of one variant against the same of another. */
const compare =
	(one: string, other: string, quantity: (measured: Measurement & { rows: number }) => number) =>
	(medians: Medians): number | undefined => {
		const [a, b] = [medians.get(one), medians.get(other)];
		return a === undefined || b === undefined ? undefined : quantity(a) / quantity(b);
	};

const of =
	(id: string, quantity: (measured: Measurement & { rows: number }) => number) =>
	(medians: Medians): number | undefined => {
		const measured = medians.get(id);
		return measured && quantity(measured);
	};

const rowsPerSecond = ({ rows, durationMs }: Measurement & { rows: number }) =>
	(rows / durationMs) * 1000;
const cpuPerRow = ({ rows, cpuMs }: Measurement & { rows: number }) => cpuMs / rows;
const heapPerRow = ({ rows, peakHeapBytes }: Measurement & { rows: number }) =>
	peakHeapBytes / rows / 1000;
const kilobytes = (value: number) => `${value.toFixed(1)} KB`;
const times = (value: number) => value.toFixed(value < 10 ? 2 : 1);
const percent = (value: number) => `${(value * 100).toFixed(0)} %`;
const milliseconds = (value: number) => `${value.toFixed(0)} ms`;

const RATIOS: readonly Ratio[] = [
	{
		name: "Cards a second at 150 ms, defaults, against Mastercard's libraries with one card a call",
		goal: '75',
		get: compare('c4', 'a', rowsPerSecond),
		format: times,
	},
	{
		name: 'The same against 20 cards a call, one at a time',
		goal: '3.8',
		get: compare('c4', 'b', rowsPerSecond),
		format: times,
	},
	{
		name: 'Cards a second at 16 in flight against the libraries at 16 in flight',
		goal: '0.9',
		get: compare('c16', 'b16', rowsPerSecond),
		format: times,
	},
	{
		name: 'CPU a card against the libraries with 20 cards a call, engine vm',
		goal: 'at most 1.2',
		get: compare('c-cpu-vm', 'b-cpu', cpuPerRow),
		format: times,
	},
	{
		name: 'The same for 100,000 cards, most of them after V8 has compiled the code',
		goal: 'none',
		get: compare('rows-100000', 'b-cpu', cpuPerRow),
		format: times,
	},
	{
		name: 'Longest block, 10,000 cards, engine vm',
		goal: 'at most 200 ms',
		get: of('c-cpu-vm', ({ longestBlockMs }) => longestBlockMs),
		format: milliseconds,
	},
	{
		name: 'Longest block, 10,000 cards, engine legacy',
		goal: 'at most 200 ms',
		get: of('c-cpu-legacy', ({ longestBlockMs }) => longestBlockMs),
		format: milliseconds,
	},
	{
		name: "99th percentile of the event loop's delay at 150 ms, defaults",
		goal: 'at most 20 ms',
		get: of('c4', ({ delayP99Ms }) => delayP99Ms),
		format: milliseconds,
	},
	{
		name: 'Heap that a row needs at the peak, 100,000 cards, input rows and output items included',
		goal: 'at most 3 KB',
		get: of('live-100000', heapPerRow),
		format: kilobytes,
	},
	{
		name: 'The same with the garbage that V8 has not collected yet, because nothing needed the room',
		goal: 'none',
		get: of('rows-100000', heapPerRow),
		format: kilobytes,
	},
	{
		name: 'Heap that a location of SBCA Report needs, 50 items of 45 columns each',
		goal: 'at most 96 KB',
		get: of('live-report', heapPerRow),
		format: kilobytes,
	},
	{
		name: 'Share of the cryptography in the CPU of a run at 0 ms, engine vm',
		goal: '20 %',
		get: compare('d', 'c-cpu-vm', cpuPerRow),
		format: percent,
	},
	{
		name: 'The same for 100,000 cards',
		goal: 'none',
		get: compare('d', 'rows-100000', cpuPerRow),
		format: percent,
	},
];

/** @returns the page `bench/RESULTS.md` */
export function formatResults(
	results: Results,
	profiles: ReadonlyMap<Variant, readonly string[]>,
	{ command, machine, date }: { command: string; machine: string; date: string },
): string {
	const medians: Medians = new Map(
		[...results].map(([id, { variant, measurements }]) => [
			id,
			{ ...getMedians(measurements), rows: variant.rows },
		]),
	);
	const ratios = RATIOS.flatMap(({ name, goal, get, format }) => {
		const value = get(medians);
		return value === undefined ? [] : [`| ${name} | ${format(value)} | ${goal} |`];
	});
	const rows = [...results.values()].map(({ variant }) => {
		const measured = medians.get(variant.id) as Measurement & { rows: number };
		return [
			'',
			`${variant.id}: ${variant.label}`,
			`${variant.latencyMs} ms`,
			variant.rows,
			measured.calls,
			(measured.durationMs / 1000).toFixed(2),
			rowsPerSecond(measured).toFixed(0),
			cpuPerRow(measured).toFixed(3),
			measured.longestBlockMs.toFixed(0),
			measured.delayP99Ms.toFixed(1),
			heapPerRow(measured).toFixed(1),
			'',
		].join(' | ');
	});
	const shares = [...profiles].map(
		([variant, lines]) =>
			`### ${variant.id}: ${variant.label}, ${variant.rows} rows\n\n\`\`\`\n${lines.join('\n')}\n\`\`\`\n`,
	);
	return `# Results of the benchmarks

\`${command}\` on ${date}; ${machine}. Medians of ${Math.max(0, ...[...results.values()].map(({ measurements }) => measurements.length))}. The simulator runs in a process of its own
on the same machine; a call carries up to ${CARDS_PER_CALL} cards. Times of other machines are not comparable, ratios are.

## Ratios

| What | Measured | Goal |
| --- | --- | --- |
${ratios.join('\n')}

## Variants

| Variant | Latency | Rows | Calls | Seconds | Rows/s | CPU ms/row | Longest block ms | Delay p99 ms | Peak heap KB/row |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
${rows.map((row) => row.trim()).join('\n')}

## Where the CPU time goes

Of one further run each, by V8's profiler; loading the code is part of it. n8n's request helper opens a new connection for
each call, through proxy agents of its own; the libraries are called with Node's \`fetch\`, which keeps connections open.

${shares.join('\n')}`;
}

function getMedians(measurements: readonly Measurement[]): Measurement {
	const median = (name: keyof Measurement): number => {
		const sorted = measurements.map((measured) => measured[name]).sort((a, b) => a - b);
		return sorted[Math.floor(sorted.length / 2)] ?? NaN;
	};
	return {
		durationMs: median('durationMs'),
		cpuMs: median('cpuMs'),
		longestBlockMs: median('longestBlockMs'),
		delayP99Ms: median('delayP99Ms'),
		peakHeapBytes: median('peakHeapBytes'),
		calls: median('calls'),
	};
}
