import { buildUrl } from '../../../credentials/authentication/requestUrl';

const HOST = 'https://sandbox.api.mastercard.com';

test.each([
	['a URL of its own', { url: `${HOST}/a` }, '/a'],
	['the older name of it', { uri: `${HOST}/a` }, '/a'],
	['a base URL and a path', { baseURL: HOST, url: '/a' }, '/a'],
	['a base URL with a path of its own', { baseURL: `${HOST}/v1/`, url: 'a' }, '/v1/a'],
	['a base URL without a URL', { baseURL: `${HOST}/v1` }, '/v1'],
	['a path of more than one part', { baseURL: `${HOST}/v1`, url: 'a/b//c' }, '/v1/a/b//c'],
	['a path with more than one slash before it', { baseURL: HOST, url: '//a/b' }, '/a/b'],
	[
		'a path that contains an address',
		{ baseURL: HOST, url: '/to/https://a.test' },
		'/to/https%3A//a.test',
	],
	[
		'a scheme in capital letters',
		{ baseURL: 'https://other.test', url: HOST.replace('https', 'HTTPS') },
		'/',
	],
	['no query', { url: `${HOST}/a`, qs: null }, '/a'],
	['a fragment of several lines', { url: `${HOST}/a#b\n#c` }, '/a'],
	['a base URL alone', { baseURL: `${HOST}/v1`, url: '' }, '/v1'],
	['a base URL that is not needed', { baseURL: 'https://other.test', url: `${HOST}/a` }, '/a'],
	['a query', { url: `${HOST}/a`, qs: { b: 'c d' } }, '/a?b=c%20d'],
	['a query beside one in the URL', { url: `${HOST}/a?x=1#top`, qs: { b: 2 } }, '/a?x=1&b=2'],
	['parsed parameters', { url: `${HOST}/a`, qs: new URLSearchParams({ b: 'c d' }) }, '/a?b=c%20d'],
	[
		'every kind of value',
		{
			url: `${HOST}/a`,
			qs: { n: null, u: undefined, d: new Date(0), o: { k: true }, e: [] },
		},
		'/a?n=&d=1970-01-01T00%3A00%3A00.000Z&o%5Bk%5D=true',
	],
	['a list', { url: `${HOST}/a`, qs: { l: [1, 2] } }, '/a?l%5B0%5D=1&l%5B1%5D=2'],
	[
		'brackets',
		{ url: `${HOST}/a`, qs: { l: [1, 2] }, arrayFormat: 'brackets' },
		'/a?l%5B%5D=1&l%5B%5D=2',
	],
	['repeated names', { url: `${HOST}/a`, qs: { l: [1, 2] }, arrayFormat: 'repeat' }, '/a?l=1&l=2'],
	[
		'repeated names, as once',
		{ url: `${HOST}/a`, qs: { l: [1, 2] }, useQuerystring: true },
		'/a?l=1&l=2',
	],
	['commas', { url: `${HOST}/a`, qs: { l: [1, 2], e: [] }, arrayFormat: 'comma' }, '/a?l=1%2C2'],
] as const)('reads %s', (_, options, expected) => {
	expect(buildUrl(options as unknown as Parameters<typeof buildUrl>[0])).toBe(HOST + expected);
});

test.each([{}, { url: '/a' }, { baseURL: '', url: 'a' }, { baseURL: 'mastercard', url: '/a' }])(
	'rejects %j',
	(options) => {
		expect(() => buildUrl(options)).toThrow('no complete URL');
	},
);
