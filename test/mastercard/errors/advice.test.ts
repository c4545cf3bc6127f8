import { BY_REASON_CODE, getAdvice } from '../../../mastercard/errors/advice';

test('prefers the advice for the reason code to that for the status', () => {
	expect(getAdvice(403, 'CONSENT_NOT_PROVIDED')).toContain("'Has Consent'");
	expect(getAdvice(403, null)).not.toContain("'Has Consent'");
});

test('looks up a code with a parameter after a colon by the part before it', () => {
	expect(getAdvice(400, 'INVALID_DATA: city')).toBe(getAdvice(400, 'INVALID_DATA'));
	expect(getAdvice(400, 'INVALID_DATA: country_code')).toContain('countries');
	expect(getAdvice(400, 'INVALID_DATA: id_type')).toContain("'Match By'");
});

test.each([
	'constructor',
	'toString',
	'__proto__',
	'SOMETHING_NEW',
	'invalid data: countryCode',
	'',
])('gives the unknown code %j the advice for its status', (code) => {
	expect(getAdvice(400, code)).toBe(getAdvice(400, null));
});

test.each([500, 502, 503, 504, 599])(
	'advises running the row again later for status %d',
	(status) => {
		expect(getAdvice(status, 'SOMETHING_NEW')).toContain('Run the row again later');
	},
);

test.each([301, 302, 307, 308, 399])(
	'explains the redirect of status %d, and that it was not followed',
	(status) => {
		expect(getAdvice(status, null)).toMatch(/proxy.*'Base URL'.*not followed/);
		expect(getAdvice(status, 'NOT_FOUND')).toBe(getAdvice(404, 'NOT_FOUND'));
	},
);

test('consists of full sentences and names parameters by their label', () => {
	const codes = Object.keys(BY_REASON_CODE);
	expect(codes.length).toBeGreaterThan(10);
	for (const advice of [
		...codes.map((code) => getAdvice(400, code)),
		...[302, 400, 401, 403, 404, 408, 413, 418, 429, 500].map((status) => getAdvice(status, null)),
	])
		expect(advice).toMatch(/^[A-Z].*\.$/);
});

describe('without a code, each status has its own advice', () => {
	test.each([
		[400, 'Correct the problem'],
		[401, "'Consumer Key'"],
		[403, 'contract'],
		[404, "'Environment'"],
		[413, "'Batch Size'"],
		[429, "'Requests per Second'"],
		[299, 'correlation ID'],
		[418, 'correlation ID'],
		[499, 'correlation ID'],
		[300, "'Base URL'"],
	])('%d: %s', (status, words) => {
		expect(getAdvice(status, null)).toContain(words);
	});
});
