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

	async function credentialOf(identityFolder?: string) {
		const simulator = await startSimulator({ identityFolder });
		await simulator.close();
		// The port is another one each time.
		return { ...simulator.credential, baseUrl: '' };
	}

	test('with a folder the credential is the same at every start, without one it is new', async () => {
		const inside = join(folder, 'not', 'there', 'yet');
		const first = await credentialOf(inside);
		expect(await credentialOf(inside)).toEqual(first);
		expect((await credentialOf()).consumerKey).not.toBe(first.consumerKey);
	});

	test('only this user can read the kept keys', async () => {
		await credentialOf(folder);
		const [file = ''] = readdirSync(folder);
		// Windows knows no such modes: there the user's own folder protects the file.
		const others = process.platform === 'win32' ? 0 : statSync(join(folder, file)).mode & 0o077;
		expect([file, others]).toEqual(['identity.json', 0]);
	});

	test('a file that is not ours is named and not quoted', async () => {
		writeFileSync(join(folder, 'identity.json'), '{"signing":{"pem":"secret text"}}');
		const refused = startSimulator({ identityFolder: folder });
		await expect(refused).rejects.toThrow(
			/identity\.json is not a valid identity of the Mastercard simulator/,
		);
		await expect(refused).rejects.not.toThrow(/secret text/);
	});

	test('the credential has the shape of the portal’s: 48 + 48 characters, 2048-bit keys, a certificate', async () => {
		const credential = await credentialOf();
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
		const lost = new RawMastercardClient({ ...one.credential, baseUrl: other.url });
		const answer = await lost.get('/anything');
		await Promise.all([one.close(), other.close()]);
		expect(answer.status).toBe(401);
	});
});
