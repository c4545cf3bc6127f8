import fc from 'fast-check';
import { canonicalUrl } from '../../../mastercard/oauth1/canonicalUrl';
import { AWKWARD_URLS } from '../../support/awkwardUrls';

const HOST = 'https://sandbox.api.mastercard.com';

test.each([
	['a space is %20 in the query, however it was written', '/?x=a+b%20c d', '/?x=a%20b%20c%20d'],
	['a plus sign is itself in the path', '/a+b', '/a%2Bb'],
	['an encoded plus sign stays one', '/?x=a%2Bb', '/?x=a%2Bb'],
	[
		'every reserved character is encoded',
		"/?x=!*'(),:;@$/?[]",
		'/?x=%21%2A%27%28%29%2C%3A%3B%40%24%2F%3F%5B%5D',
	],
	['unreserved ones are not', '/?x=%41%2D%2E%5F%7E', '/?x=A-._~'],
	['hexadecimal digits are upper case', '/%c3%a9?x=%3a', '/%C3%A9?x=%3A'],
	['characters are UTF-8', '/é?x=€', '/%C3%A9?x=%E2%82%AC'],
	['octets that are not UTF-8 stay', '/?x=%80%ff', '/?x=%80%FF'],
	['a stray percent sign is one', '/50%?x=%zz', '/50%25?x=%25zz'],
	['an encoded slash stays within its segment', '/a%2Fb', '/a%2Fb'],
	['dot segments are resolved, as HTTP clients do', '/a/../b/./c', '/b/c'],
	['names without a value get an equals sign', '/?a&b=', '/?a=&b='],
	['empty pairs are dropped, repeated ones stay', '/?&a=1&&a=1&', '/?a=1&a=1'],
	['the fragment is dropped', '/x?y=1#z', '/x?y=1'],
	['no path is the root', '', '/'],
])('%s', (_, given, expected) => {
	expect(canonicalUrl(HOST + given)).toBe(HOST + expected);
});

test('scheme and host are lower case, and only other ports stay', () => {
	expect(canonicalUrl('HTTPS://API.Mastercard.com:443/x')).toBe('https://api.mastercard.com/x');
	expect(canonicalUrl('http://localhost:8080/x')).toBe('http://localhost:8080/x');
});

const anyUrl = fc
	.tuple(
		fc.array(fc.string({ unit: 'binary' }), { maxLength: 4 }),
		fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), {
			maxLength: 5,
		}),
		fc.constantFrom(encodeURIComponent, encodeURI, (text: string) => text),
	)
	.map(([path, query, write]) => {
		const text = query.map((pair) => pair.map(write).join('=')).join('&');
		return `${HOST}/${path.map(write).join('/')}?${text}`;
	});

test.each(AWKWARD_URLS)('%s goes through an HTTP client as it is', (url) => {
	const canonical = canonicalUrl(url);
	expect(new URL(canonical).href).toBe(canonical);
	expect(canonicalUrl(canonical)).toBe(canonical);
});

test('any URL goes through an HTTP client as it is, and keeps its meaning', () => {
	fc.assert(
		fc.property(anyUrl, (url) => {
			const canonical = canonicalUrl(url);
			expect(canonical).toMatch(
				/^https:\/\/sandbox\.api\.mastercard\.com[\w\-.~/%]*(\?[\w\-.~%=&]*)?$/,
			);
			expect(new URL(canonical).href).toBe(canonical);
			expect(canonicalUrl(canonical)).toBe(canonical);
			expect([...new URL(canonical).searchParams]).toEqual([...new URL(url).searchParams]);
		}),
		{ numRuns: 1000 },
	);
});
