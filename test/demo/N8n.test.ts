import { realpathSync } from 'node:fs';
import { fakeN8n } from './support/fakeN8n';

test('a command gets its arguments, the environment and a folder without foreign settings', async () => {
	const { n8n } = await fakeN8n(
		'console.log(JSON.stringify([process.argv.slice(2), process.cwd(), process.env.N8N_USER_FOLDER]))',
	);
	const printed = JSON.parse(await n8n.command('execute', '--id=1')) as unknown[];
	expect(printed).toEqual([['execute', '--id=1'], realpathSync(n8n.userFolder), n8n.userFolder]);
});

test("a command that fails is named, with n8n's last words", async () => {
	const { n8n } = await fakeN8n('console.error("The workflow does not exist."); process.exit(1)');
	await expect(n8n.command('execute', '--id=1')).rejects.toThrow(
		/"n8n.* execute" did not succeed\. It says:\s+The workflow does not exist\./,
	);
});
