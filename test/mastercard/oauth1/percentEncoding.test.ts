import { percentEncode, percentEncodeValue } from '../../../mastercard/oauth1/percentEncoding';

test.each([
	['AZaz09-._~', 'AZaz09-._~', 'AZaz09-._~'],
	["!*'()", '%21%2A%27%28%29', '%21%2A%27%28%29'],
	['é €', '%C3%A9%20%E2%82%AC', '%C3%A9%20%E2%82%AC'],
	['\n', '%0A', '%0A'],
	['50%25 %41', '50%25%20A', '50%2525%20%2541'],
])('%j is encoded as text with escapes, and as a value without', (text, escaped, value) => {
	expect([percentEncode(text), percentEncodeValue(text)]).toEqual([escaped, value]);
});
