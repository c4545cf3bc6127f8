import { createPublicKey } from 'node:crypto';
import fc from 'fast-check';
import OAuth from 'mastercard-oauth1-signer';
import {
	authorizationHeader,
	type RequestToSign,
} from '../../../mastercard/oauth1/authorizationHeader';
import { canonicalUrl } from '../../../mastercard/oauth1/canonicalUrl';
import { AWKWARD_URLS } from '../../support/awkwardUrls';
import { CONSUMER_KEY, keyText, privateKey } from '../../support/keyFixtures';
import { oauthParameters, READINGS, verifySignature } from '../../support/oauth1Verifiers';

const signingKey = privateKey('signing.pkcs8.pem');
const publicKey = createPublicKey(signingKey);
const readings = Object.keys(READINGS) as Array<keyof typeof READINGS>;

function sign(url: string, more: Partial<RequestToSign> = {}): string {
	return authorizationHeader({
		url,
		method: 'GET',
		consumerKey: CONSUMER_KEY,
		signingKey,
		...more,
	});
}

/** What is wrong with a request that is sent to the URL with the header. */
function faults(
	url: string,
	authorization: string,
	reading: keyof typeof READINGS,
	method = 'GET',
	body = '',
): string[] {
	const { protocol, host, pathname, search } = new URL(url);
	return verifySignature(
		{
			method,
			scheme: protocol.slice(0, -1),
			host,
			target: pathname + search,
			authorization,
			body: Buffer.from(body),
		},
		publicKey,
		reading,
	);
}

describe.each(readings)('a signature is what %s expects', (reading) => {
	test.each(AWKWARD_URLS)('for %s', (url) => {
		expect(faults(canonicalUrl(url), sign(url), reading)).toEqual([]);
	});

	test('for any query and path', () => {
		const text = fc.string({ unit: 'binary', maxLength: 12 });
		const shortNames = fc.constantFrom('a', 'a b', 'a[0]', 'a!', 'A', '~', 'oauth_nonce');
		fc.assert(
			fc.property(
				fc.array(text, { maxLength: 3 }),
				fc.array(fc.tuple(fc.oneof(shortNames, text), text), { maxLength: 6 }),
				(path, query) => {
					const pairs = query.map((pair) => pair.map(encodeURIComponent).join('='));
					const url = `https://api.mastercard.com/${path.map(encodeURIComponent).join('/')}?${pairs.join('&')}`;
					expect(faults(canonicalUrl(url), sign(url), reading)).toEqual([]);
				},
			),
			{ numRuns: 200 },
		);
	});

	test('for a body of any bytes, and any method', () => {
		const url = 'https://api.mastercard.com/x';
		const body = '{"é":"\u0000€"}';
		for (const bytes of [body, Buffer.from(body)]) {
			expect(
				faults(url, sign(url, { method: 'post', body: bytes }), reading, 'POST', body),
			).toEqual([]);
		}
	});

	test('but not when the sent request is another one', () => {
		const url = 'https://api.mastercard.com/x?a=1';
		const header = sign(url, { method: 'POST', body: '{}' });
		expect(faults(url, header, reading, 'POST', '{}')).toEqual([]);
		expect(faults('https://api.mastercard.com/x?a=2', header, reading, 'POST', '{}')).toHaveLength(
			1,
		);
		expect(faults(url, header, reading, 'PUT', '{}')).toHaveLength(1);
		expect(faults(url, header, reading, 'POST', '{ }')).toEqual(['body hash does not match']);
	});
});

test("Mastercard's signer alone still fails on some of these, so that the subclass is still needed", () => {
	const failing = (reading: keyof typeof READINGS) =>
		AWKWARD_URLS.filter((url) => {
			const header = OAuth.getAuthorizationHeader(
				url,
				'GET',
				null,
				CONSUMER_KEY,
				keyText('signing.pkcs8.pem'),
			);
			return faults(url, header, reading).length > 0;
		});
	expect(failing("Mastercard's gateway").length).toBeGreaterThan(9);
});

test('nonce and timestamp are fresh in every header', () => {
	const headers = Array.from({ length: 50 }, () =>
		oauthParameters(sign('https://api.mastercard.com/')),
	);
	const nonces = headers.map((header) => header.get('oauth_nonce') ?? '');
	expect(new Set(nonces).size).toBe(50);
	expect(nonces.every((nonce) => /^[0-9a-f]{32}$/.test(nonce))).toBe(true);

	const clock = jest.spyOn(Date, 'now').mockReturnValue(1_700_000_000_999);
	expect(oauthParameters(sign('https://api.mastercard.com/')).get('oauth_timestamp')).toBe(
		'1700000000',
	);
	clock.mockRestore();
});

test('every header has what Mastercard requires, and the hash of an empty body', () => {
	const header = oauthParameters(sign('https://api.mastercard.com/'));
	expect([...header.keys()].sort()).toEqual([
		'oauth_body_hash',
		'oauth_consumer_key',
		'oauth_nonce',
		'oauth_signature',
		'oauth_signature_method',
		'oauth_timestamp',
		'oauth_version',
	]);
	expect(header.get('oauth_consumer_key')).toBe(CONSUMER_KEY);
	// SHA-256 of nothing, FIPS 180-4.
	expect(header.get('oauth_body_hash')).toBe('47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=');
});
