// Compares the readers on n8n's default expression engine, which needs n8n's own Node.js: `node vmEngine.js <runs>`.
import { deepStrictEqual } from 'node:assert';
import { Expression } from 'n8n-workflow';
import { compareReaders, readBoth } from '../../support/compareReaders';

async function main(runs: number): Promise<void> {
	await Expression.initExpressionEngine({
		engine: 'vm',
		poolSize: 1,
		maxCodeCacheSize: 1024,
		bridgeTimeout: 5000,
		bridgeMemoryLimit: 128,
	});
	if (Expression.getActiveImplementation() !== 'vm') throw new Error('isolated-vm is not in use.');
	// Were the engine not to work, both readers would agree in their errors.
	const { theirs } = await readBoth('={{ $json.card + 1 }}', [{ card: 1 }]);
	deepStrictEqual(theirs, [{ value: 2 }]);
	await compareReaders(runs);
	await Expression.disposeExpressionEngine();
	process.stdout.write(`${runs} cases`);
}

main(Number(process.argv[2])).catch((error: unknown) => {
	process.stderr.write(String(error));
	process.exitCode = 1;
});
