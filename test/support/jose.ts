// jose in a process of its own: it is an ECMAScript module, which jest cannot load.
import { execFileSync } from 'node:child_process';
import type { KeyObject } from 'node:crypto';

const PROGRAM = `
import { CompactEncrypt, compactDecrypt, importPKCS8, importSPKI } from 'jose';
import { text } from 'node:stream/consumers';
const job = JSON.parse(await text(process.stdin));
const reply = job.encrypt
	? await new CompactEncrypt(Buffer.from(job.encrypt))
			.setProtectedHeader({ alg: 'RSA-OAEP-256', enc: job.enc })
			.encrypt(await importSPKI(job.key, 'RSA-OAEP-256'))
	: await importPKCS8(job.key, 'RSA-OAEP-256')
			.then((key) => compactDecrypt(job.decrypt, key))
			.then(({ plaintext }) => Buffer.from(plaintext).toString(), (error) => 'refused: ' + error.message);
process.stdout.write(reply);
`;

function run(job: object): string {
	return execFileSync(process.execPath, ['--input-type=module', '--eval', PROGRAM], {
		cwd: __dirname,
		input: JSON.stringify(job),
		encoding: 'utf8',
	});
}

export function joseEncrypt(plaintext: string, publicKey: KeyObject, enc: string): string {
	const key = publicKey.export({ format: 'pem', type: 'spki' });
	return run({ encrypt: plaintext, enc, key });
}

/** @returns the plaintext, or `refused: ` with jose's reason */
export function joseDecrypt(token: string, privateKey: KeyObject): string {
	return run({ decrypt: token, key: privateKey.export({ format: 'pem', type: 'pkcs8' }) });
}
