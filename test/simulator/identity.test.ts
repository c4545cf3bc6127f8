import { createPublicKey, X509Certificate } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSimulator } from '../../simulator/server';
import { privateKeyFromP12, RawMastercardClient } from '../support/rawMastercardClient';

describe('the identity', () => {
	let folder: string;

	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'simulator-identity-'));
	});
	afterEach(() => {
		rmSync(folder, { recursive: true, force: true });
	});

	async function getCredential(identityFolder?: string) {
		const simulator = await startSimulator({ identityFolder });
		await simulator.close();
		// The port differs each time.
		return { ...simulator.credential, baseUrl: '' };
	}

	test('with a folder, the credential is the same at every start; without one, it is new', async () => {
		const inside = join(folder, 'not', 'there', 'yet');
		const first = await getCredential(inside);
		expect(await getCredential(inside)).toEqual(first);
		expect((await getCredential()).consumerKey).not.toBe(first.consumerKey);
	});

	test('only the current user can read the stored keys', async () => {
		await getCredential(folder);
		const [file = ''] = readdirSync(folder);
		// Windows has no such modes; the user's own folder protects the file there.
		const others = process.platform === 'win32' ? 0 : statSync(join(folder, file)).mode & 0o077;
		expect([file, others]).toEqual(['identity.json', 0]);
	});

	test('an invalid identity file is named but not quoted', async () => {
		writeFileSync(join(folder, 'identity.json'), '{"signing":{"pem":"secret text"}}');
		const started = startSimulator({ identityFolder: folder });
		await expect(started).rejects.toThrow(
			/identity\.json is not a valid identity of the Mastercard simulator/,
		);
		await expect(started).rejects.not.toThrow(/secret text/);
	});

	test('the credential has the shape of the portal’s: 48 + 48 characters, 2048-bit keys, a certificate', async () => {
		const credential = await getCredential();
		expect(credential).toMatchObject({
			environment: 'custom',
			signingKeyAlias: 'keyalias',
			signingKeyPassword: 'keystorepassword',
			encryptedValueFieldName: 'encryptedData',
		});
		expect(credential.consumerKey).toMatch(/^[\w-]{48}![0-9a-f]{48}$/);
		for (const file of [credential.signingKey, credential.decryptionKey]) {
			const key = privateKeyFromP12(file, 'keystorepassword');
			expect(createPublicKey(key).asymmetricKeyDetails?.modulusLength).toBe(2048);
		}
		const certificate = new X509Certificate(credential.encryptionCertificate);
		expect(certificate.verify(certificate.publicKey)).toBe(true);
		expect(Buffer.from(credential.cardReferenceKey, 'base64')).toHaveLength(32);
	});

	test('one simulator does not accept the credential of another', async () => {
		const [one, other] = await Promise.all([startSimulator(), startSimulator()]);
		const client = new RawMastercardClient({ ...one.credential, baseUrl: other.url });
		const response = await client.get('/anything');
		await Promise.all([one.close(), other.close()]);
		expect(response.status).toBe(401);
	});
});
