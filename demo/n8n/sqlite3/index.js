// The part of the `sqlite3` package that n8n uses, implemented with the SQLite built into Node.js 24.
// The real package compiles C++ when it is installed (or downloads a binary from outside the npm registry),
// which requires more than Node.js and git. n8n's database layer calls verbose(), Database, run, all and
// close, and reads `lastID` and `changes` from the callback's `this`; nothing else is implemented.
'use strict';

const { DatabaseSync } = require('node:sqlite');

// Values and names from sqlite3.h.
const OPEN_READONLY = 1;
const OPEN_READWRITE = 2;
const OPEN_CREATE = 4;
const OPEN_URI = 64;
const primaryResultCodes = {
	1: 'ERROR',
	5: 'BUSY',
	6: 'LOCKED',
	8: 'READONLY',
	10: 'IOERR',
	13: 'FULL',
	14: 'CANTOPEN',
	19: 'CONSTRAINT',
	25: 'RANGE',
};

/** Calls the callback asynchronously, as the real package does. */
function invoke(callback, receiver, ...values) {
	if (callback) setImmediate(() => callback.apply(receiver, values));
}

/** An error with the `code` and message that callers of the real package check. */
function asSqliteError(cause) {
	const name = `SQLITE_${primaryResultCodes[cause.errcode & 0xff] ?? 'ERROR'}`;
	return Object.assign(new Error(`${name}: ${cause.message}`), {
		errno: cause.errcode,
		code: name,
	});
}

/** Converts a value to what SQLite can store: booleans and dates become numbers. */
function toStored(value) {
	if (value === undefined) return null;
	if (typeof value === 'boolean') return Number(value);
	if (value instanceof Date) return value.getTime();
	return value;
}

/** Converts a row to a plain object, with blobs as Buffers. */
function toRow(row) {
	const entries = Object.entries(row);
	return Object.fromEntries(
		entries.map(([name, value]) => [
			name,
			value instanceof Uint8Array ? Buffer.from(value) : value,
		]),
	);
}

class Database {
	constructor(path, ...rest) {
		const callback = rest.pop();
		const [flags = OPEN_READWRITE | OPEN_CREATE] = rest;
		try {
			this.database = new DatabaseSync(path, {
				readOnly: (flags & OPEN_READONLY) !== 0,
				enableDoubleQuotedStringLiterals: true,
				enableForeignKeyConstraints: false,
				// One of n8n's migrations modifies the schema table.
				defensive: false,
			});
			invoke(callback, this, null);
		} catch (error) {
			invoke(callback, this, asSqliteError(error));
		}
	}

	run(query, ...rest) {
		this.execute('run', query, rest);
	}

	all(query, ...rest) {
		this.execute('all', query, rest);
	}

	close(callback) {
		this.database.close();
		invoke(callback, this, null);
	}

	execute(method, query, rest) {
		const callback = typeof rest.at(-1) === 'function' ? rest.pop() : undefined;
		try {
			const values = (rest[0] ?? []).map(toStored);
			const result = this.database.prepare(query)[method](...values);
			if (method === 'all') return invoke(callback, this, null, result.map(toRow));
			const receiver = { lastID: Number(result.lastInsertRowid), changes: Number(result.changes) };
			invoke(callback, receiver, null);
		} catch (error) {
			invoke(callback, this, asSqliteError(error));
		}
	}
}

const sqlite3 = {
	OPEN_READONLY,
	OPEN_READWRITE,
	OPEN_CREATE,
	OPEN_URI,
	Database,
	verbose: () => sqlite3,
};

module.exports = sqlite3;
