/** Parses a report in PDF form. */
import type { HttpResponse, RowResult } from '../errors/Failure';
import { isRecord } from '../json';
import { unexpected, declined } from './failure';
import { parseReportStatus } from './report';

/**
 * @param response Its body is the file, one character per byte, or JSON when there is no file yet.
 * @param now Our clock, ms since 1970.
 * @returns The file as Base64.
 */
export function parsePdfResponse(response: HttpResponse, now: number): RowResult<string> {
	const { status, body } = response;
	if (status !== 200) return declined(response, now);
	if (typeof body === 'string' && body.startsWith('%PDF-'))
		return { kind: 'succeeded', value: Buffer.from(body, 'latin1').toString('base64') };
	const unfinished = isRecord(body) ? parseReportStatus(response) : null;
	return unfinished ?? unexpected(response, 'a PDF file');
}
