import { parsePdfResponse } from '../../../mastercard/openFinance/pdf';

const NOW = Date.parse('2026-01-01T00:00:00Z');
const read = (body: unknown, status = 200) => parsePdfResponse({ status, headers: {}, body }, NOW);

test('keeps every byte of the file', () => {
	const bytes = Buffer.from([...Buffer.from('%PDF-1.4\n'), ...Array(256).keys()]);
	const result = read(bytes.toString('latin1'));
	expect(result).toEqual({ kind: 'succeeded', value: bytes.toString('base64') });
});

test('reports a PDF still in progress, which arrives as JSON', () => {
	expect(read({ status: 'inProgress' })).toMatchObject({
		failure: { reasonCode: 'REPORT_IN_PROGRESS', retryable: true },
	});
});

test.each(['', '<html>', null, {}, 'PDF-1.4'])('fails for %p, which is not a PDF', (body) => {
	expect(read(body)).toMatchObject({ failure: { reasonCode: 'UNEXPECTED_RESPONSE' } });
});

test("fails with Mastercard's message when it declines the request", () => {
	expect(read({ code: '14001', message: 'Resource not found.' }, 404)).toMatchObject({
		failure: {
			reasonCode: '14001',
			message: 'Mastercard declined the request: Resource not found.',
		},
	});
});

test('a 200 without a file says what was expected', () => {
	expect(read('')).toMatchObject({ failure: { message: expect.stringMatching(/expected .*PDF/) } });
});
