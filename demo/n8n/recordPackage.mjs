/**
 * Enters an installed package in n8n's own list, which Settings > Community nodes shows. n8n writes
 * these two tables when it installs a package from the npm registry (n8n 2.40,
 * installed-packages.repository). Runs on the pinned Node.js 24, for its SQLite.
 *
 * Usage: node recordPackage.mjs <database file> <JSON: { name, version, author, nodes }>
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
