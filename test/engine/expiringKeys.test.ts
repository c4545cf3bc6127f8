// Certificates of a credential that expire soon: the run says so above its output, and works.
import { startSimulator, type Simulator } from '../../simulator/server';
import { reissueCertificate, reissueKeyFile } from '../support/reissuedKeys';
import { runInEngine } from '../support/runInEngine';

const DAY_MS = 24 * 60 * 60 * 1000;

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(async () => {
	await simulator.close();
});

const NOW = Date.now();
const inDays = (days: number) => new Date(NOW + days * DAY_MS);
const dayOf = (date: Date) => date.toISOString().slice(0, 10);

/** The simulator's credential with certificates that expire after so many days. */
async function createCredential({ signing = 365, encryption = 365, decryption = 365 }) {
	const { credential } = simulator;
	return {
		...credential,
		signingKey: await reissueKeyFile(credential.signingKey, inDays(signing)),
		encryptionCertificate: reissueCertificate(credential.encryptionCertificate, inDays(encryption)),
		decryptionKey: await reissueKeyFile(credential.decryptionKey, inDays(decryption)),
	};
}

const run = async (
	node: 'ccaScores' | 'sbcaReport',
	days: Parameters<typeof createCredential>[0],
) =>
	await runInEngine({
		node,
		rows: [{ card: '5425233430109903', location: 'a1b2c3d4-0000-1234-abcd-000000000001' }],
		credentials: { mastercardApi: await createCredential(days) },
		parameters: {
			hasConsent: true,
			...(node === 'ccaScores'
				? { customerPan: '={{ $json.card }}' }
				: { locationId: '={{ $json.location }}' }),
		},
	});

test.each([
	['signing', 'Signing Key'],
	['encryption', 'Encryption Certificate'],
	['decryption', 'Decryption Key'],
])('the %s key is announced with its day, from 30 days before', async (which, field) => {
	const { outputs, hints } = await run('ccaScores', { [which]: 29 });
	expect(hints).toEqual([
		`The certificate in '${field}' expires on ${dayOf(inDays(29))}. Renew the key on Mastercard Developers before that day, and paste the new one into the credential.`,
	]);
	expect(outputs[0]?.[0]?.json).toMatchObject({ scored: true });
	expect((await run('ccaScores', { [which]: 31 })).hints).toEqual([]);
});

test('an expired certificate of the decryption key is announced, and responses are read', async () => {
	const { outputs, hints } = await run('ccaScores', { decryption: -1 });
	expect(hints).toEqual([
		expect.stringContaining(`in 'Decryption Key' expired on ${dayOf(inDays(-1))}. Renew`),
	]);
	expect(outputs[0]?.[0]?.json).toMatchObject({ scored: true });
});

test('a node that encrypts nothing says nothing about encryption', async () => {
	const { error, hints } = await run('sbcaReport', { signing: 5, encryption: 5, decryption: 5 });
	expect(error).toBeUndefined();
	expect(hints).toEqual([expect.stringContaining("'Signing Key'")]);
});

test('a signing key that has expired stops the run with its day', async () => {
	const { error } = await run('ccaScores', { signing: -1 });
	expect(error?.message).toContain(`in 'Signing Key' expired on ${dayOf(inDays(-1))}`);
});
