/**
 * Gives n8n's commands `execute` and `execute-batch` its Data Tables, which in n8n 2.40 only the server has: they start
 * no modules. n8n loads this file by its setting EXTERNAL_HOOK_FILES; in the server it changes nothing.
 */
const { createRequire } = require('node:module');

const fromN8n = createRequire(require.main.filename);
const COMMANDS = [
	['../dist/commands/execute.js', 'Execute'],
	['../dist/commands/execute-batch.js', 'ExecuteBatch'],
];

async function startDataTables() {
	const { Container } = fromN8n('@n8n/di');
	const { ModuleRegistry } = fromN8n('@n8n/backend-common');
	const { DataTableModule } = fromN8n('../dist/modules/data-table/data-table.module.js');
	const dataTables = Container.get(DataTableModule);
	await dataTables.init();
	Container.get(ModuleRegistry).context.set('data-table', await dataTables.context());
}

for (const [file, name] of COMMANDS) {
	// Only the command that runs: loading another one could change it.
	const loaded = require.cache[fromN8n.resolve(file)];
	if (loaded === undefined) continue;
	const { prototype } = loaded.exports[name];
	const { run } = prototype;
	prototype.run = async function () {
		await startDataTables();
		return await run.call(this);
	};
}

module.exports = {};
