// Whatever is pasted into a key or certificate field ends in a key or in a message for that field, and soon.
import fc from 'fast-check';
import { encryptPayload } from '../../../mastercard/encryption/encryptPayload';
import { parseCertificate } from '../../../mastercard/keys/certificate';
import { CredentialFieldError } from '../../../mastercard/keys/CredentialFieldError';
import { parsePrivateKey, SIGNING_KEY_FIELDS } from '../../../mastercard/keys/privateKey';
import { checkValidity } from '../../../mastercard/keys/validity';
import { MAX_KEY_LENGTH } from '../../../mastercard/limits';
import { authorizationHeader } from '../../../mastercard/oauth1/authorizationHeader';
import { blockedTime } from '../../support/blockedTime';
import { CONSUMER_KEY, keyFile, keyText, PASSWORD } from '../../support/keyFixtures';

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
async function use(text: string): Promise<void> {
	for (const run of [sign, encrypt]) {
		const { result, ms } = await blockedTime(() =>
			Promise.resolve(text)
				.then(run)
				.catch((error: unknown) => error),
		);
		if (!(result instanceof CredentialFieldError)) expect(result).toBeUndefined();
		expect(ms).toBeLessThan(LONGEST_BLOCK_MS);
	}
}

const PIECES = [
	...['-----', '--', '-', '—', 'BEGIN', 'END', ' ', '\n', '\\n', '"', '\t', 'data:,', '=', '.pem'],
	...['PRIVATE KEY', 'RSA PRIVATE KEY', 'ENCRYPTED PRIVATE KEY', 'CERTIFICATE', 'PUBLIC KEY'],
	...['Proc-Type: 4,ENCRYPTED', 'DEK-Info: AES-256-CBC,', '00', 'MIIE', 'A', '/', '!', '\u00A0'],
];

test('any text made of the pieces of PEM, repeated to the limit', async () => {
	const piece = fc.constantFrom(...PIECES);
	const run = fc
		.tuple(fc.array(piece, { minLength: 1, maxLength: 4 }), fc.constantFrom(1, 2, 3000, 65_536))
		.map(([pieces, times]) => pieces.join('').repeat(times).slice(0, MAX_KEY_LENGTH));
	const text = fc
		.array(run, { maxLength: 8 })
		.map((runs) => runs.join('').slice(0, MAX_KEY_LENGTH));
	await fc.assert(fc.asyncProperty(text, use), { numRuns: 150 });
});

const DER = [
	'openssl3.p12',
	'openssl-legacy.p12',
	'keytool.p12',
	...[
		'signing.pkcs8.pem',
		'signing.pkcs1.pem',
		'signing.encrypted.pem',
		'signing.encrypted-rc2.pem',
	],
	...['mastercard.certificate.pem', 'elliptic.certificate.pem'],
].map((name) =>
	name.endsWith('.p12')
		? keyFile(name)
		: Buffer.from(keyText(name).replace(/-----.*-----/g, ''), 'base64'),
);

test('key and certificate files with bytes changed, cut out and put in', async () => {
	const edit = fc.record({
		at: fc.nat(),
		remove: fc.constantFrom(0, 1, 1, 1, 4, 100),
		insert: fc.uint8Array({ maxLength: 5 }),
	});
	const damaged = fc
		.tuple(fc.constantFrom(...DER), fc.array(edit, { minLength: 1, maxLength: 3 }))
		.map(([der, edits]) =>
			edits.reduce((bytes, { at, remove, insert }) => {
				// Half of the edits hit the first 100 bytes, where the structure is.
				const start = at % 2 === 0 ? at % 100 : at % bytes.length;
				return Buffer.concat([bytes.subarray(0, start), insert, bytes.subarray(start + remove)]);
			}, der),
		);
	await fc.assert(
		fc.asyncProperty(damaged, (der) => use(der.toString('base64'))),
		{ numRuns: 600 },
	);
});
