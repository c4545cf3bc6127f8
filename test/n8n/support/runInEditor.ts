/** Executes a workflow as the editor's button does, and waits for its end. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Send } from './editorSession';

interface Started {
	data: { executionId: string };
}

interface Saved {
	data: { status: string; data: string };
}

/**
 * @param trigger the name of the node to start from
 * @returns the status, and all that n8n shows of the execution, as text
 */
export async function runInEditor(
	send: Send,
	workflowId: string,
	trigger: string,
): Promise<{ status: string; shown: string }> {
	const started = await send(`/rest/workflows/${workflowId}/run`, {
		triggerToStartFrom: { name: trigger },
	});
	const { data } = (await started.json()) as Started;
	for (;;) {
		const saved = await send(`/rest/executions/${data.executionId}`);
		const { data: execution } = (await saved.json()) as Saved;
		if (!/^(new|running|waiting)$/.test(execution.status))
			return { status: execution.status, shown: execution.data };
		await delay(100);
	}
}
