/** Where n8n's data lies. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import type { DemoArguments } from './demoArguments';

/** Ends something the demo started. */
export type Closing = () => Promise<unknown>;

const remove = (folder: string) => rm(folder, { recursive: true, force: true, maxRetries: 3 });

/**
 * Gives the folder n8n keeps its data in: one of its own for each `--once`, else the one that stays.
 * @param state The folder they lie in.
 */
export async function openUserFolder(
	state: string,
	{ once, fresh }: DemoArguments,
	closing: Closing[],
): Promise<string> {
	if (once) {
		await mkdir(state, { recursive: true });
		const folder = await mkdtemp(path.join(state, 'once-'));
		closing.push(() => remove(folder));
		return folder;
	}
	const folder = path.join(state, 'editor');
	if (fresh) await remove(folder);
	await mkdir(folder, { recursive: true });
	return folder;
}
