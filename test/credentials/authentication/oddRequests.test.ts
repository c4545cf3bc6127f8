import { serializeBody } from '../../../credentials/authentication/requestBody';
import { buildUrl } from '../../../credentials/authentication/requestUrl';
import type { RequestOptions } from '../../../credentials/authentication/requestOptions';

const circular: Record<string, unknown> = {};
circular.itself = circular;

let deep: object = {};
for (let level = 0; level < 100_000; level++) deep = { deep };

const fail = () => {
	throw new Error('Raw text with a secret');
};

const ODD: Record<string, unknown> = {
	'a list that contains itself': circular,
	'100,000 levels': deep,
	'what cannot become text': { toString: fail, toJSON: fail },
	'an object without a prototype': Object.create(null),
	'a symbol': Symbol('odd'),
	'a big integer': 10n,
	'an invalid date': new Date(NaN),
	'a getter that fails': Object.defineProperty({}, 'x', { get: fail, enumerable: true }),
	'half a character': '\ud800',
	'a number': 1,
	null: null,
};

const url = 'https://api.mastercard.com/x';
const PLACES: Record<string, (odd: never) => RequestOptions> = {
	url: (odd) => ({ url: odd }),
	'base URL': (odd) => ({ baseURL: odd, url: '/x' }),
	query: (odd) => ({ url, qs: odd }),
	'value in the query': (odd) => ({ url, qs: { name: odd } }),
	'list in the query': (odd) => ({ url, qs: { name: [odd] }, arrayFormat: 'comma' }),
	body: (odd) => ({ url, method: 'POST', body: odd }),
	'value in the body': (odd) => ({ url, method: 'POST', body: { name: odd } }),
	form: (odd) => ({ url, method: 'POST', form: odd }),
	'value in a form': (odd) => ({ url, method: 'POST', form: { name: odd } }),
	method: (odd) => ({ url, method: odd, body: { name: 1 } }),
	headers: (odd) => ({ url, method: 'POST', body: { name: 1 }, headers: odd }),
};

describe.each(Object.entries(ODD))('%s', (_, odd) => {
	test.each(Object.entries(PLACES))(
		'as %s is sent as text, or rejected in a sentence',
		(_place, place) => {
			const options = place(odd as never);
			try {
				buildUrl(options);
				serializeBody(options);
			} catch (error) {
				expect(error).toMatchObject({ name: 'UnsignableRequestError' });
				expect(String(error)).toMatch(/: (The|A) .*\.$/);
				expect(String(error)).not.toContain('secret');
			}
		},
	);
});
