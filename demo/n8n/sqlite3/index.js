// The part of the `sqlite3` package that n8n uses, on the SQLite that is built into Node.js 24.
// The real package compiles C++ on install (or fetches a binary from outside the npm registry), which
// a machine with only Node.js and git cannot do. n8n's database layer calls verbose(), Database, run,
// all and close, and reads `lastID` and `changes` from the callback's `this`; nothing else is here.
'use strict';

const { DatabaseSync } = require('node:sqlite');

// Values and names as in SQLite's own sqlite3.h.
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

/** Answers through the callback on a later turn, as the real package does. */
function answer(callback, receiver, ...values) {
	if (callback) setImmediate(() => callback.apply(receiver, values));
}

/** An error with the `code` and message that callers of the real package look at. */
function asSqliteError(cause) {
	const name = `SQLITE_${primaryResultCodes[cause.errcode & 0xff] ?? 'ERROR'}`;
	return Object.assign(new Error(`${name}: ${cause.message}`), {
		errno: cause.errcode,
		code: name,
	});
}

/** One JavaScript value as SQLite stores it: booleans and dates are numbers. */
function toStored(value) {
	if (value === undefined) return null;
	if (typeof value === 'boolean') return Number(value);
	if (value instanceof Date) return value.getTime();
	return value;
}

/** One row as a plain object, blobs as Buffers. */
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
				// One of n8n's migrations edits the schema table.
				defensive: false,
			});
			answer(callback, this, null);
		} catch (error) {
			answer(callback, this, asSqliteError(error));
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
		answer(callback, this, null);
	}

	execute(method, query, rest) {
		const callback = typeof rest.at(-1) === 'function' ? rest.pop() : undefined;
		try {
			const values = (rest[0] ?? []).map(toStored);
			const result = this.database.prepare(query)[method](...values);
			if (method === 'all') return answer(callback, this, null, result.map(toRow));
			const receiver = { lastID: Number(result.lastInsertRowid), changes: Number(result.changes) };
			answer(callback, receiver, null);
		} catch (error) {
			answer(callback, this, asSqliteError(error));
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
