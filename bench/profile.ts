// Where the CPU time of a variant goes, from a profile of V8.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The parts of a profile that are used; see the Chrome DevTools protocol, Profiler.Profile. */
interface Profile {
	nodes: Array<{
		id: number;
		callFrame: { functionName: string; url: string };
		children?: number[];
	}>;
	samples: number[];
	/** Microseconds before each sample. */
	timeDeltas: number[];
}

/** What the time of a function counts as: the first rule that its file matches, or the file of the nearest caller. */
const PARTS: ReadonlyArray<[part: string, file: RegExp]> = [
	[
		'cryptography',
		/internal\/crypto|oauth1Signer|mastercard\/(encryption|oauth1)\/|client-encryption/,
	],
	['redaction', /dist\/redaction\//],
	['other code of this package', /dist\/(nodes|mastercard|batch|credentials)\//],
	[
		"HTTP: n8n's request helper, Node.js",
		/axios|agent|redirects|backend-network|request-helpers|undici|node:_http|node:net|streams|abort_controller|node:events/,
	],
	['loading code, before the run', /cjs\/loader|esm/],
	["n8n's engine", /n8n-core|n8n-workflow/],
];
const BY_FUNCTION: ReadonlyMap<string, string> = new Map([
	['(garbage collector)', 'garbage collection'],
	['(program)', 'Node.js itself'],
]);

/**
 * @param folder where Node.js has written one profile
 * @returns lines with the share of each part in the time that was not idle, largest first
 */
export function describeProfile(folder: string): string[] {
	const [file = ''] = readdirSync(folder).filter((name) => name.endsWith('.cpuprofile'));
	const profile = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Profile;
	const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
	const callers = new Map(
		profile.nodes.flatMap(({ id, children }) => (children ?? []).map((child) => [child, id])),
	);
	const getPart = (id: number): string => {
		const byFunction = BY_FUNCTION.get(nodes.get(id)?.callFrame.functionName ?? '');
		if (byFunction !== undefined) return byFunction;
		for (let at: number | undefined = id; at !== undefined; at = callers.get(at)) {
			const url = nodes.get(at)?.callFrame.url ?? '';
			const rule = PARTS.find(([, pattern]) => pattern.test(url));
			if (rule !== undefined) return rule[0];
		}
		return 'everything else';
	};
	const times = new Map<string, number>();
	let total = 0;
	profile.samples.forEach((id, index) => {
		if (nodes.get(id)?.callFrame.functionName === '(idle)') return;
		const time = profile.timeDeltas[index] ?? 0;
		const part = getPart(id);
		times.set(part, (times.get(part) ?? 0) + time);
		total += time;
	});
	return [...times]
		.sort(([, a], [, b]) => b - a)
		.map(([part, time]) => `${((100 * time) / total).toFixed(1).padStart(5)} %  ${part}`);
}
