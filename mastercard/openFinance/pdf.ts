/** A report as PDF. */
import type { Answer, RowResult } from '../errors/Failure';
import { isRecord } from '../json';
import { notWhatWasAsked, refused } from './failure';
import { readStatus } from './report';

/**
 * @param answer Its body is the file, one character for each byte, or JSON when Mastercard has no file yet.
 * @param now Our clock, ms since 1970.
 * @returns The file as Base64.
 */
export function readPdf(answer: Answer, now: number): RowResult<string> {
	const { status, body } = answer;
	if (status !== 200) return refused(answer, now);
	if (typeof body === 'string' && body.startsWith('%PDF-'))
		return { kind: 'found', value: Buffer.from(body, 'latin1').toString('base64') };
	const unfinished = isRecord(body) ? readStatus(answer) : null;
	return unfinished ?? notWhatWasAsked(answer, 'a PDF file');
}
