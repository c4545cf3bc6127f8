// The program in docs/sealed-cards.md seals cards that the nodes open.
import { execFileSync } from 'node:child_process';
import { createPublicKey } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSealedCard } from '../../mastercard/cca/sealedCard';
import { withCheckDigit } from '../support/cardNumbers';
import { privateKey } from '../support/keyFixtures';

const root = join(__dirname, '../..');
const page = readFileSync(join(root, 'docs/sealed-cards.md'), 'utf8');

test('the Node.js program does as it says', async () => {
	const key = privateKey('elliptic.pem');
	const pan = withCheckDigit('401288888888188');
	const program = /```js\n([^]+?)```/.exec(page)?.[1] ?? '';
	expect(program.trim().split('\n')).toHaveLength(5);
	const folder = mkdtempSync(join(tmpdir(), 'sealed-cards-'));
	try {
		const pem = createPublicKey(key).export({ format: 'pem', type: 'spki' });
		writeFileSync(join(folder, 'sealing-public.pem'), pem);
		symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
		const script = join(folder, 'seal.mjs');
		writeFileSync(script, `const pan = '${pan}';\n${program}process.stdout.write(sealed);\n`);
		const sealed = execFileSync(process.execPath, [script], { cwd: folder, encoding: 'utf8' });
		expect(sealed).not.toContain(pan);
		expect(await openSealedCard(sealed, key)).toBe(pan);
	} finally {
		rmSync(folder, { recursive: true });
	}
});
