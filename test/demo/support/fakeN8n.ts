// An n8n whose "n8n program" is a small script: commands, the environment and exit codes are real.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { N8n } from '../../../demo/N8n';
import { freePort } from '../../../demo/ports';

/** Gives an n8n that runs `script` (CommonJS) with the current Node.js, in a folder of its own. */
export async function fakeN8n(script: string): Promise<{ n8n: N8n; port: number }> {
	const userFolder = mkdtempSync(path.join(tmpdir(), 'fake-n8n-'));
	const program = path.join(userFolder, 'n8n.js');
	writeFileSync(program, script);
	const port = await freePort();
	const installation = { node: process.execPath, n8n: program, version: '0.0.0' };
	return { n8n: new N8n(installation, userFolder, { editor: port, taskBroker: 0 }), port };
}
