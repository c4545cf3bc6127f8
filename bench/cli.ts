// `npm run bench`: all variants in one run, and what they come to as ratios.
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { pinnedNode } from '../demo/pinnedNode';
import { formatResults, type Results } from './formatResults';
import { describeProfile } from './profile';
import { getVariants, type Measurement, type Variant } from './variants';

const root = path.resolve(__dirname, '..', '..');

const USAGE = `Usage: npm run bench [-- --scale 0.1] [--repeat 3] [--only c4,b] [--save]

  --scale   Part of the rows that each variant gets (1: up to 100,000 rows).
  --repeat  How often each variant runs; medians are printed.
  --only    Variants, by their short names.
  --save    Writes bench/RESULTS.md.`;

/** isolated-vm, n8n's default expression engine, needs Node.js 24, which the demo installs together with n8n. */
function getNode(): string {
	if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
	const node = pinnedNode(path.join(root, 'demo', 'n8n', 'node_modules'));
	if (existsSync(node)) return node;
	throw new Error(
		"The benchmarks need Node.js 24, for n8n's expression engine. Run them with that version, or run `npm run demo -- --once` first, which installs it.",
	);
}

function nextMessage<Message>(child: ChildProcess): Promise<Message> {
	return new Promise((resolve, reject) => {
		child.once('message', (message) => {
			resolve(message as Message);
		});
		child.once('exit', (code) => {
			reject(new Error(`A benchmark ended early (exit code ${code}).`));
		});
	});
}

async function run(
	variant: Variant,
	node: string,
	folder: string,
	options: readonly string[] = [],
): Promise<Measurement> {
	const server = fork(path.join(__dirname, 'server.js'), [String(variant.latencyMs)]);
	try {
		const { credential } = await nextMessage<{ credential: object }>(server);
		const worker = fork(
			path.join(__dirname, 'worker.js'),
			[JSON.stringify(variant), JSON.stringify(credential), folder],
			{ execPath: node, execArgv: ['--expose-gc', '--max-old-space-size=4096', ...options] },
		);
		const ended = once(worker, 'exit');
		const measured = await nextMessage<Omit<Measurement, 'calls'>>(worker);
		await ended;
		server.send('calls');
		return { ...measured, ...(await nextMessage<{ calls: number }>(server)) };
	} finally {
		server.disconnect();
	}
}

/** Runs a variant once more, and says where its CPU time goes. */
async function profile(variant: Variant, node: string, folder: string): Promise<string[]> {
	console.log(`Profile: ${variant.label}, ${variant.rows} rows ...`);
	const output = path.join(folder, variant.id);
	await run(variant, node, folder, ['--cpu-prof', `--cpu-prof-dir=${output}`]);
	return describeProfile(output);
}

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			scale: { type: 'string', default: '1' },
			repeat: { type: 'string', default: '3' },
			only: { type: 'string' },
			save: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) {
		console.log(USAGE);
		return;
	}
	const [scale, repeat] = [Number(values.scale), Number(values.repeat)];
	const only = values.only?.split(',');
	const variants = getVariants(scale).filter(({ id }) => only?.includes(id) ?? true);
	if (!(scale > 0) || !(repeat >= 1) || variants.length === 0) throw new Error(USAGE);

	const node = getNode();
	const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
	const results: Results = new Map();
	const profiles = new Map<Variant, string[]>();
	try {
		for (let round = 1; round <= repeat; round++)
			for (const variant of variants) {
				console.log(`${round} of ${repeat}: ${variant.label}, ${variant.rows} rows ...`);
				const measurement = await run(variant, node, folder);
				const measurements = results.get(variant.id)?.measurements ?? [];
				results.set(variant.id, { variant, measurements: [...measurements, measurement] });
			}
		for (const variant of variants.filter(({ isProfiled }) => isProfiled))
			profiles.set(variant, await profile(variant, node, folder));
	} finally {
		rmSync(folder, { recursive: true });
	}
	const text = formatResults(results, profiles, {
		command: `npm run bench -- ${process.argv.slice(2).join(' ')}`.trim(),
		machine: `${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${process.platform}-${process.arch}`,
		date: new Date().toISOString().slice(0, 10),
	});
	console.log(`\n${text}`);
	if (values.save) writeFileSync(path.join(root, 'bench', 'RESULTS.md'), text);
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
