// One variant in a process of its own: `node --expose-gc worker.js <variant as JSON> <folder for key files>`.
import { Expression } from 'n8n-workflow';
import type { Simulator } from '../simulator/server';
import { runInEngine } from '../test/support/runInEngine';
import { createCryptographyRun } from './cryptography';
import { createLibrariesRun } from './libraries';
import { measure } from './measure';
import { makeRows, PARAMETERS } from './rows';
import type { NodeVariant, Variant } from './variants';

/** Cards of a call when a node makes full calls. */
const CARDS_PER_CALL = 20;

type Credential = Simulator['credential'];

/** n8n's defaults for its engine. */
const VM_ENGINE = {
	engine: 'vm',
	poolSize: 1,
	maxCodeCacheSize: 1024,
	bridgeTimeout: 5000,
	bridgeMemoryLimit: 128,
} as const;

async function main([json = '', credentialJson = '', folder = '']: string[]): Promise<void> {
	const variant = JSON.parse(json) as Variant;
	const credential = JSON.parse(credentialJson) as Credential;
	const work = await prepare(variant, credential, folder);
	process.send?.(await measure(work, variant.collectsGarbage));
	await Expression.disposeExpressionEngine();
}

async function prepare(
	variant: Variant,
	credential: Credential,
	folder: string,
): Promise<() => Promise<unknown>> {
	if (variant.kind === 'cryptography') return createCryptographyRun(variant.rows / CARDS_PER_CALL);
	if (variant.kind === 'libraries') {
		const cards = makeRows(variant.rows).map(({ card }) => String(card));
		return createLibrariesRun(credential, cards, variant, folder);
	}
	if (variant.engine === 'vm') await Expression.initExpressionEngine(VM_ENGINE);
	// The first run loads the package's code and opens the keys.
	await runNode(variant, credential, CARDS_PER_CALL);
	return async () => await runNode(variant, credential, variant.rows);
}

async function runNode(
	{ node, concurrency }: NodeVariant,
	credential: Credential,
	count: number,
): Promise<void> {
	const rows = makeRows(count);
	const { outputs, error } = await runInEngine({
		node,
		rows,
		parameters: { ...PARAMETERS[node], options: { concurrency } },
		credentials: { mastercardApi: credential },
	});
	const items = outputs[0] ?? [];
	if (error !== undefined) throw new Error(error.message);
	if (items.length < count) throw new Error(`Only ${items.length} items for ${count} rows.`);
}

void main(process.argv.slice(2));
