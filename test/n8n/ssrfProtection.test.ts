// n8n's protection against server-side request forgery, which n8n 3 has on by default: it blocks the simulator, which is on
// the same machine, until that is allowed.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Execution } from './support/Execution';
import { folder, read } from './support/exampleFiles';
import { realN8n } from './support/realN8n';

const FILE = 'customer-acquisition.json';

async function run(settings: NodeJS.ProcessEnv): Promise<{ execution: Execution; calls: number }> {
	const workflows = mkdtempSync(path.join(tmpdir(), 'ssrf-protection-'));
	copyFileSync(path.join(folder, FILE), path.join(workflows, FILE));
	const n8n = await realN8n([workflows], {
		settings: { N8N_SSRF_PROTECTION_ENABLED: 'true', ...settings },
	});
	try {
		const execution = (await n8n.runAll()).get(read(FILE).id);
		if (execution === undefined) throw new Error('The workflow was not executed.');
		return { execution, calls: n8n.simulator.calls.length };
	} finally {
		rmSync(workflows, { recursive: true, force: true });
		await n8n.close();
	}
}

test('fails every row with the cause, and sends nothing', async () => {
	const { execution, calls } = await run({});
	expect(calls).toBe(0);
	const errors = execution.items('CCA Scores', 1).map(({ error }) => error);
	expect(errors.length).toBeGreaterThan(0);
	for (const error of errors)
		expect(error).toMatchObject({
			reasonCode: expect.stringMatching(/^(REQUEST_BLOCKED|PAN_|CONSENT_)/) as string,
			attempts: 0,
		});
	expect(errors).toContainEqual(
		expect.objectContaining({
			reasonCode: 'REQUEST_BLOCKED',
			scope: 'run',
			description: expect.stringContaining('N8N_SSRF_ALLOWED_IP_RANGES') as string,
		}),
	);
});

test('lets the nodes work once the address is allowed', async () => {
	const { execution, calls } = await run({ N8N_SSRF_ALLOWED_IP_RANGES: '127.0.0.0/8,::1/128' });
	expect(execution.failedNodes()).toEqual([]);
	expect(calls).toBeGreaterThan(0);
	expect(execution.items('CCA Scores').length).toBeGreaterThan(0);
});
