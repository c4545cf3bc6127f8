// Whatever is pasted into a field of a credential ends in a value that works or in a message for that field, and soon.
import fc from 'fast-check';
import { encryptPayload } from '../../mastercard/encryption/encryptPayload';
import { toMastercardApiCredential } from '../../mastercard/credential';
import { parseBaseUrl } from '../../mastercard/environment';
import { parseCertificate } from '../../mastercard/keys/certificate';
import { parseConsumerKey } from '../../mastercard/keys/consumerKey';
import { CredentialFieldError } from '../../mastercard/keys/CredentialFieldError';
import { parsePrivateKey, SIGNING_KEY_FIELDS } from '../../mastercard/keys/privateKey';
import { checkValidity } from '../../mastercard/keys/validity';
import { MAX_KEY_LENGTH } from '../../mastercard/limits';
import { authorizationHeader } from '../../mastercard/oauth1/authorizationHeader';
import { toOpenFinanceCredential } from '../../mastercard/openFinance/credential';
import { parseStoredFailures, parseStoredSession } from '../../mastercard/openFinance/storedState';
import { blockedTime } from '../support/blockedTime';
import { CONSUMER_KEY, keyFile, keyText, PASSWORD } from '../support/keyFixtures';
import { editBytes, oddBody, oddValue } from './documents';
import { expectNothingKnown, hostileText, SECRETS } from './known';
import { fuzzTarget, type FuzzTarget } from './target';

const LONGEST_BLOCK_MS = 1000;
const NOW = new Date('2026-11-21T04:00:00Z');

async function sign(text: string): Promise<void> {
	const { key } = await parsePrivateKey({ text, password: PASSWORD }, SIGNING_KEY_FIELDS);
	authorizationHeader({
		url: 'https://api.mastercard.com/',
		method: 'GET',
		consumerKey: CONSUMER_KEY,
		signingKey: key,
	});
}

function encrypt(text: string): void {
	const certificate = parseCertificate(text);
	checkValidity(certificate, NOW, 'Encryption Certificate');
	encryptPayload({ a: 1 }, { certificate, fieldName: 'encryptedData' });
}

/** Reads the text as both kinds of field, and uses what comes out. */
async function useKey(text: string): Promise<void> {
	for (const run of [sign, encrypt]) {
		const { result, ms } = await blockedTime(() =>
			Promise.resolve(text)
				.then(run)
				.catch((error: unknown) => error),
		);
		expect(ms).toBeLessThan(LONGEST_BLOCK_MS);
		if (result !== undefined) expectFieldError(result, text);
	}
}

/** @param text of the field, of which the message repeats nothing */
function expectFieldError(error: unknown, text: string): void {
	expect(error).toBeInstanceOf(CredentialFieldError);
	const { message } = error as CredentialFieldError;
	expect(message.length).toBeLessThan(1000);
	if (text.length > 60) expect(message).not.toContain(text.slice(20, 40));
	expectNothingKnown(message);
}

function checkField(run: () => unknown, text: string): void {
	try {
		run();
	} catch (error) {
		expectFieldError(error, text);
	}
}

const PIECES = [
	...['-----', '--', '-', '—', 'BEGIN', 'END', ' ', '\n', '\\n', '"', '\t', 'data:,', '=', '.pem'],
	...['PRIVATE KEY', 'RSA PRIVATE KEY', 'ENCRYPTED PRIVATE KEY', 'CERTIFICATE', 'PUBLIC KEY'],
	...['Proc-Type: 4,ENCRYPTED', 'DEK-Info: AES-256-CBC,', '00', 'MIIE', 'A', '/', '!', '\u00A0'],
];
const piece = fc.constantFrom(...PIECES);
const repeated = fc
	.tuple(fc.array(piece, { minLength: 1, maxLength: 4 }), fc.constantFrom(1, 2, 3000, 65_536))
	.map(([pieces, times]) => pieces.join('').repeat(times).slice(0, MAX_KEY_LENGTH));
const pem = fc
	.array(repeated, { maxLength: 8 })
	.map((runs) => runs.join('').slice(0, MAX_KEY_LENGTH));

const DER = [
	...['openssl3.p12', 'openssl-legacy.p12', 'keytool.p12'],
	...['signing.pkcs8.pem', 'signing.pkcs1.pem', 'signing.encrypted.pem'],
	...['signing.encrypted-rc2.pem', 'mastercard.certificate.pem', 'elliptic.certificate.pem'],
].map((name) =>
	name.endsWith('.p12')
		? keyFile(name)
		: Buffer.from(keyText(name).replace(/-----.*-----/g, ''), 'base64'),
);
const edit = fc.record({
	// Half of the edits hit the first 100 bytes, where the structure is.
	at: fc.oneof(fc.nat({ max: 100 }), fc.nat()),
	remove: fc.constantFrom(0, 1, 1, 1, 4, 100),
	insert: fc.uint8Array({ maxLength: 5 }),
});
const damagedFile = fc
	.tuple(fc.constantFrom(...DER), fc.array(edit, { minLength: 1, maxLength: 3 }))
	.map(([der, edits]) => edits.reduce(editBytes, der).toString('base64'));

const consumerKey = fc
	.array(fc.constantFrom('!', 'c'.repeat(48), 'k', ' ', '\n', '%21', SECRETS[0] ?? ''), {
		maxLength: 5,
	})
	.map((parts) => parts.join(''));
const address = fc
	.array(
		fc.constantFrom(
			'https://',
			'http://',
			'localhost',
			'127.0.0.1',
			'/',
			':',
			'@',
			'?',
			'#',
			'..',
			'a.b',
			'%',
			'\\',
			' ',
		),
		{ maxLength: 9 },
	)
	.map((parts) => parts.join(''));
const FIELDS = [
	'baseUrl',
	'appKey',
	'partnerId',
	'partnerSecret',
	'token',
	'session',
	'consumerKey',
	'signingKey',
];
const raw = fc.record(
	Object.fromEntries(
		FIELDS.map((name) => [name, fc.oneof(oddValue, hostileText, address, fc.constant('x'))]),
	),
	{ requiredKeys: [] },
);

export const credentialTargets: FuzzTarget[] = [
	fuzzTarget('key or certificate: pieces of PEM, repeated to the limit', pem, useKey, 150),
	fuzzTarget('key or certificate: files with bytes changed', damagedFile, useKey, 600),
	fuzzTarget('key or certificate: any text', hostileText, useKey, 300),
	fuzzTarget('consumer key', fc.oneof(consumerKey, hostileText), (text) => {
		for (const anyLength of [true, false])
			checkField(() => {
				expect(parseConsumerKey(text, anyLength)).toMatch(/^[\w.~-]+![\w.~-]+$/);
			}, text);
	}),
	fuzzTarget('base URL', fc.oneof(address, hostileText), (text) => {
		checkField(() => {
			const url = parseBaseUrl(text, 'https://api.example.com');
			expect(new URL(url).protocol).toMatch(/^https?:$/);
			expect(url).not.toMatch(/[/?#]$/);
		}, text);
	}),
	fuzzTarget('credential', raw, (fields) => {
		checkField(() => toMastercardApiCredential(fields), '');
		checkField(() => toOpenFinanceCredential(fields), '');
	}),
	fuzzTarget(
		'stored session',
		fc.oneof(
			oddBody.map((body) => JSON.stringify(body) ?? ''),
			hostileText,
		),
		(session) => {
			const credential = {
				baseUrl: 'https://api.example.com',
				...{ appKey: 'a', partnerId: 'p', partnerSecret: 's', token: 't' },
				session,
			};
			expect(parseStoredSession(credential)).toBeUndefined();
			expect(parseStoredFailures(credential)).toBeUndefined();
		},
	),
];
