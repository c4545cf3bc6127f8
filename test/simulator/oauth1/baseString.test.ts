import { getAcceptedBaseStrings } from '../../../simulator/oauth1/baseString';

function stringsFor(rawQuery: string, oauth: Record<string, string>, host = 'example.com') {
	return getAcceptedBaseStrings(
		{
			method: 'POST',
			path: '/request',
			rawQuery,
			host,
			headers: {},
			rawBody: Buffer.alloc(0),
			now: 0,
		},
		new Map(Object.entries(oauth)),
	);
}

describe('accepted base strings', () => {
	test('RFC 5849 section 3.4.1.1: the published example is one of them', () => {
		// The example's form parameters stand in the query here; the base string is the same.
		const strings = stringsFor('b5=%3D%253D&a3=a&c%40=&a2=r%20b&c2&a3=2+q', {
			realm: 'Example',
			oauth_consumer_key: '9djdj82h48djs9d2',
			oauth_token: 'kkk9d7dh3k39sjv7',
			oauth_signature_method: 'HMAC-SHA1',
			oauth_timestamp: '137131201',
			oauth_nonce: '7d8f3e4a',
			oauth_signature: 'bYT5CMsGcbgUdFHObYMEfcx6bsw%3D',
		});
		expect(strings).toContain(
			'POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D%25253D%26c%2540%3D%26c2%3D%26oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a%26oauth_signature_method%3DHMAC-SHA1%26oauth_timestamp%3D137131201%26oauth_token%3Dkkk9d7dh3k39sjv7',
		);
	});

	test('a raw comma in the query and a raw plus in the header: each as sent or normalized, as sent first', () => {
		const start = 'POST&http%3A%2F%2Fexample.com%2Frequest&';
		expect(stringsFor('a=x,y', { oauth_body_hash: 'b+' })).toEqual([
			`${start}a%3Dx%2Cy%26oauth_body_hash%3Db%2B`,
			`${start}a%3Dx%252Cy%26oauth_body_hash%3Db%252B`,
			`${start}a%3Dx%252Cy%26oauth_body_hash%3Db%2B`,
			`${start}a%3Dx%2Cy%26oauth_body_hash%3Db%252B`,
		]);
	});

	test('a strictly encoded request has one base string only', () => {
		expect(stringsFor('a=x%2Cy&b=%C3%A9', { oauth_body_hash: 'b%2B' })).toHaveLength(1);
	});

	test('repeated parameters all count, sorted by value', () => {
		expect(stringsFor('tag=2&tag=1&tag=1', {})).toEqual([
			'POST&http%3A%2F%2Fexample.com%2Frequest&tag%3D1%26tag%3D1%26tag%3D2',
		]);
	});

	test('the host is in lower case, and port 80 is left out', () => {
		expect(stringsFor('', {}, 'EXAMPLE.com:80')).toEqual([
			'POST&http%3A%2F%2Fexample.com%2Frequest&',
		]);
		expect(stringsFor('', {}, 'example.com:8765')[0]).toContain('example.com%3A8765');
	});
});
