// Parameters on isolated-vm, n8n's default expression engine, in the Node.js that n8n runs on.
import path from 'node:path';
import execa from 'execa';
import { installN8n } from '../../demo/installN8n';

const root = path.resolve(__dirname, '..', '..');

test('parameters are read as n8n reads them, whatever the expression and the item', async () => {
	const demo = path.join(root, 'demo');
	const { node } = await installN8n(
		path.join(demo, 'n8n'),
		path.join(demo, '.state', 'install.log'),
	);
	const script = path.join(root, 'build', 'test', 'n8n', 'support', 'vmEngine.js');
	const { stdout } = await execa(node, [script, '400']);
	expect(stdout).toBe('400 cases');
});
