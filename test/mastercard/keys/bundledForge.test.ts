// Key files of every protection, opened with the bundled parts of node-forge alone: nothing here may import the rest of it.
import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parsePrivateKey, SIGNING_KEY_FIELDS } from '../../../mastercard/keys/privateKey';

const file = (name: string) =>
	readFileSync(path.join(__dirname, '..', '..', 'fixtures', 'keys', name));
const read = async (text: string) =>
	(await parsePrivateKey({ text, password: 'keystorepassword', alias: '' }, SIGNING_KEY_FIELDS))
		.key;
const signingKey = createPrivateKey(file('signing.pkcs8.pem'));

test.each(['openssl3.p12', 'openssl-legacy.p12', 'keytool.p12', 'sha512.p12'])(
	'%s is opened',
	async (name) => {
		expect((await read(file(name).toString('base64'))).equals(signingKey)).toBe(true);
	},
);

test.each(['signing.encrypted-rc2.pem', 'signing.traditional-des.pem'])(
	'%s is opened',
	async (name) => {
		expect((await read(file(name).toString('utf8'))).equals(signingKey)).toBe(true);
	},
);
