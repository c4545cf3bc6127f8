// Mastercard's documented test cases and examples as data.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HttpResponse } from '../../mastercard/errors/Failure';

export interface DocumentedCase {
	title: string;
	request: {
		method: string;
		path: string;
		body?: Record<string, unknown>;
		query?: Record<string, string | boolean>;
	};
	status: number;
	/** Null where Mastercard documents no body for the case. */
	response: unknown;
	[more: string]: unknown;
}

/** @param name File name in `test/fixtures/documented`, without `.json`. */
export function documented(name: string): DocumentedCase {
	return JSON.parse(readDocumented(name)) as DocumentedCase;
}

/** The text of a file in `test/fixtures/documented`. */
export function readDocumented(name: string): string {
	return readFileSync(join(__dirname, '../fixtures/documented', `${name}.json`), 'utf8');
}

/** The case's response as the transport returns it. */
export function toHttpResponse({ status, response }: DocumentedCase): HttpResponse {
	return { status, headers: { 'x-mc-correlation-id': 'corr-1' }, body: response };
}
