// The nodes as `npm run dev` loads them into a real n8n: linked as custom nodes, and reloaded when they change.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { copyWorkflowsForCustomNodes, linkPackage } from '../../demo/linkPackage';
import { openEditorSession } from './support/editorSession';
import { Execution } from './support/Execution';
import { realN8n, type RealN8n } from './support/realN8n';

const NAME = 'n8n-nodes-mastercard-credit-analytics';
/** Has a build that this test may change. */
const checkout = mkdtempSync(path.join(tmpdir(), 'checkout-'));
let n8n: RealN8n;

beforeAll(async () => {
	cpSync(path.join(__dirname, '../../dist'), path.join(checkout, 'dist'), { recursive: true });
	const workflows = path.join(checkout, 'workflows');
	await copyWorkflowsForCustomNodes(path.join(__dirname, 'workflows'), NAME, workflows);
	n8n = await realN8n([workflows], {
		install: (userFolder) => linkPackage(checkout, NAME, userFolder),
		settings: { N8N_DEV_RELOAD: 'true' },
	});
});

afterAll(async () => {
	await n8n?.close();
	rmSync(checkout, { recursive: true, force: true });
});

test('workflows use the custom nodes', async () => {
	const run = (await n8n.runAll()).get('everyNode') ?? Execution.failed('It was not executed');
	expect(run.error).toBeUndefined();
	expect(run.failedNodes()).toEqual([]);
	expect(run.items('CCA Scores')).toEqual([expect.objectContaining({ score: 8, decile: 1 })]);
});

test('a running n8n serves a node that was rebuilt', async () => {
	const send = await openEditorSession((await n8n.startServer()).url);
	const nodeTypes = async () => (await send('/types/nodes.json')).text();
	expect(await nodeTypes()).toContain('"name":"CUSTOM.ccaScores"');

	const built = path.join(checkout, 'dist', 'nodes', 'CcaScores', 'CcaScores.node.js');
	const rebuilt = readFileSync(built, 'utf8').replace('Get credit scores', 'Get rebuilt scores');
	expect(await nodeTypes()).not.toContain('Get rebuilt scores');
	// n8n starts watching shortly after it is ready, so the first change may go unnoticed.
	while (!(await nodeTypes()).includes('Get rebuilt scores')) {
		writeFileSync(built, rebuilt);
		await delay(2000);
	}
});
