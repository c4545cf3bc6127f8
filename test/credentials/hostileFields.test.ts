// What anyone who may edit a credential can paste into it must not hold up n8n: the test button, in n8n's own request code.
import { MastercardApi } from '../../credentials/MastercardApi.credentials';
import { MastercardOpenFinanceApi } from '../../credentials/MastercardOpenFinanceApi.credentials';
import { blockedTime } from '../support/blockedTime';
import { storeCredential } from '../support/credentialInN8n';
import { countDerivations, withIterations } from '../support/iterations';
import { base64File, CONSUMER_KEY, keyFile, keyText, PASSWORD } from '../support/keyFixtures';
import { startRecordingServer, type RecordingServer } from '../support/recordingServer';

/** Seconds before this was mended. n8n's health check is given up after one at the earliest. */
const LONGEST_BLOCK_MS = 3_000;

let server: RecordingServer;
beforeAll(async () => {
	server = await startRecordingServer();
});
afterAll(async () => {
	await server.close();
});

const mastercard = (change: object) => ({
	type: new MastercardApi(),
	data: {
		environment: 'custom',
		baseUrl: server.url,
		consumerKey: CONSUMER_KEY,
		signingKey: base64File('openssl3.p12'),
		signingKeyPassword: PASSWORD,
		decryptionKey: base64File('openssl3.p12'),
		decryptionKeyPassword: PASSWORD,
		...change,
	},
});
const openFinance = (change: object) => ({
	type: new MastercardOpenFinanceApi(),
	data: { baseUrl: server.url, appKey: 'a', partnerId: 'p', partnerSecret: 's', ...change },
});

async function pressTest({ type, data }: ReturnType<typeof mastercard | typeof openFinance>) {
	const { result, ms } = await blockedTime(() => storeCredential(type, data).test());
	expect(ms).toBeLessThan(LONGEST_BLOCK_MS);
	return result;
}

const rejects = async (pasted: Parameters<typeof pressTest>[0], sentence: RegExp) => {
	const { status, message } = await pressTest(pasted);
	expect(message).toMatch(sentence);
	expect([status, message.length < 400]).toEqual(['Error', true]);
};

const TEXTS: Array<[string, string, RegExp]> = [
	['BEGIN and 3,000 spaces', `-----BEGIN${' '.repeat(3000)}!`, /without its END line/],
	['BEGIN and 60,000 spaces', `-----BEGIN${' '.repeat(60_000)}!`, /without its END line/],
	['60,000 dashes', `${'-'.repeat(60_000)}x`, /is Base64, but not of a key/],
	['60,000 typographic dashes', `${'—'.repeat(60_000)}x`, /neither PEM nor Base64/],
	['1,500 beginnings', '-----BEGIN RSA PRIVATE KEY-----\n'.repeat(1500), /without its END line/],
	['100,000 dashes', '-'.repeat(100_000), /is longer than/],
	['a million letters', 'A'.repeat(1_000_000), /is longer than/],
];

describe.each([
	['signingKey', 'Signing Key'],
	['decryptionKey', 'Decryption Key'],
	['encryptionCertificate', 'Encryption Certificate'],
])('%s', (name, field) => {
	test.each(TEXTS)('%s', async (_, text, sentence) => {
		await rejects(mastercard({ [name]: text }), new RegExp(`'${field}' .*${sentence.source}`));
	});
});

test.each([
	['baseUrl', 'Base URL', 'https://host.example/'],
	['consumerKey', 'Consumer Key', ''],
	['signingKeyAlias', 'Signing Key Alias', ''],
	['signingKeyPassword', 'Signing Key Password', ''],
	['decryptionKeyAlias', 'Decryption Key Alias', ''],
	['decryptionKeyPassword', 'Decryption Key Password', ''],
	['encryptedValueFieldName', 'Encrypted Value Field Name', ''],
	['cardReferenceKey', 'Card Reference Key', ''],
])('%s has a limit, too', async (name, field, start) => {
	const text = `${start}${'/'.repeat(100_000)}`;
	await rejects(mastercard({ [name]: `${text}x` }), new RegExp(`'${field}' is longer than`));
});

test.each([['baseUrl', 'Base URL', 'https://host.example/']])(
	'%s of Open Finance has a limit, too',
	async (name, field, start) => {
		const text = `${start}${'/'.repeat(100_000)}x`;
		await rejects(openFinance({ [name]: text }), new RegExp(`'${field}' is longer than`));
	},
);

const FILES = ['openssl3.p12', 'openssl-legacy.p12', 'keytool.p12'].flatMap((name) =>
	Array.from({ length: countDerivations(keyFile(name)) }, (_, which) => ({ name, which })),
);

describe.each([100_000_000, 2_000_000_000])('a key file that demands %d iterations', (many) => {
	test.each(FILES)('$name, derivation $which', async ({ name, which }) => {
		const signingKey = withIterations(keyFile(name), many, which).toString('base64');
		await rejects(mastercard({ signingKey }), /'Signing Key' .*iterations/);
	});

	test.each(['signing.encrypted.pem', 'signing.encrypted-rc2.pem'])('%s', async (name) => {
		const der = Buffer.from(keyText(name).replace(/-----.*-----/g, ''), 'base64');
		const base64 = withIterations(der, many, 0).toString('base64');
		const pem = `-----BEGIN ENCRYPTED PRIVATE KEY-----\n${base64}\n-----END ENCRYPTED PRIVATE KEY-----`;
		for (const signingKey of [pem, base64]) {
			await rejects(mastercard({ signingKey }), /'Signing Key' .*iterations/);
		}
	});
});

test('a file with as many iterations as anyone recommends is opened', async () => {
	// Its own MAC no longer holds, which is found only after the whole derivation.
	const signingKey = withIterations(keyFile('openssl3.p12'), 600_000, 2).toString('base64');
	await rejects(mastercard({ signingKey }), /'Signing Key Password' does not open/);
});
