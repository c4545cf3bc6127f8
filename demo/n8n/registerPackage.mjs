/**
 * Adds an installed package to the two tables behind Settings > Community nodes, which n8n fills when it
 * installs a package from the npm registry (n8n 2.40, installed-packages.repository). Runs on the pinned
 * Node.js 24, which includes SQLite.
 *
 * Usage: node registerPackage.mjs <database file> <JSON: { name, version, author, nodes }>
 */
import { DatabaseSync } from 'node:sqlite';

const [file, json] = process.argv.slice(2);
const { name, version, author, nodes } = JSON.parse(json);

const database = new DatabaseSync(file);
database.exec('PRAGMA foreign_keys = ON');
database.exec('BEGIN');
database.prepare('DELETE FROM installed_packages WHERE packageName = ?').run(name);
database
	.prepare(`INSERT INTO installed_packages VALUES (?, ?, ?, ?, datetime('now'), datetime('now'))`)
	.run(name, version, author?.name ?? null, author?.email ?? null);
for (const node of nodes) {
	database
		.prepare('INSERT INTO installed_nodes VALUES (?, ?, ?, ?)')
		.run(node.displayName, `${name}.${node.name}`, node.version, name);
}
database.exec('COMMIT');
