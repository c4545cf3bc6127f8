import { realpathSync } from 'node:fs';
import { fakeN8n } from './support/fakeN8n';

test('a command gets its arguments, the environment of n8n and the user folder as its working directory', async () => {
	const { n8n } = await fakeN8n(
		'console.log(JSON.stringify([process.argv.slice(2), process.cwd(), process.env.N8N_USER_FOLDER]))',
	);
	const printed = JSON.parse(await n8n.runCommand('execute', '--id=1')) as unknown[];
	expect(printed).toEqual([['execute', '--id=1'], realpathSync(n8n.userFolder), n8n.userFolder]);
});

test('a failed command is reported with the end of its output', async () => {
	const { n8n } = await fakeN8n('console.error("The workflow does not exist."); process.exit(1)');
	await expect(n8n.runCommand('execute', '--id=1')).rejects.toThrow(
		/n8n\.js execute --id=1" failed:\s+The workflow does not exist\./,
	);
});
