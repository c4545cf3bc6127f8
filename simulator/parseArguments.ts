// Command-line arguments of `npm run simulator`.
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What to start, or a message to print instead of starting. */
export type CliArguments =
	{ port: number; host: string; identityFolder: string } | { message: string; isError: boolean };

export const DEFAULT_PORT = 8765;

const USAGE = `Starts the Mastercard simulator, a local server for trying the nodes without a Mastercard account.

Usage: npm run simulator -- [options]

  --port <number>      Port to listen on (default: ${DEFAULT_PORT})
  --host <address>     Address to listen on (default: 127.0.0.1, reachable from this computer only)
  --identity <folder>  Folder in which keys are kept between runs (default: ${getDefaultIdentityFolder()})
  --help               Show this help`;

/** @param args the arguments without the program and script names */
export function parseArguments(args: string[]): CliArguments {
	let values;
	try {
		({ values } = parseArgs({
			args,
			options: {
				port: { type: 'string', default: String(DEFAULT_PORT) },
				host: { type: 'string', default: '127.0.0.1' },
				identity: { type: 'string', default: getDefaultIdentityFolder() },
				help: { type: 'boolean', default: false },
			},
		}));
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		return { message: `${reason}\n\n${USAGE}`, isError: true };
	}
	if (values.help) return { message: USAGE, isError: false };
	const port = Number(values.port);
	if (!/^\d+$/.test(values.port) || port > 65535) {
		return {
			message: `--port must be a number from 0 to 65535, not ${values.port}.`,
			isError: true,
		};
	}
	return { port, host: values.host, identityFolder: resolve(values.identity) };
}

/** A subfolder of the user's cache folder, which is in a different place on each operating system. */
function getDefaultIdentityFolder(): string {
	const home = homedir();
	const caches = {
		win32: process.env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'),
		darwin: join(home, 'Library', 'Caches'),
	};
	const cache =
		process.platform === 'win32' || process.platform === 'darwin'
			? caches[process.platform]
			: process.env['XDG_CACHE_HOME'] || join(home, '.cache');
	return join(cache, 'n8n-nodes-mastercard-credit-analytics', 'simulator');
}

/** Explains why the simulator could not start, and what to do about it. */
export function describeStartError(error: unknown, port: number): string {
	const { code, message } = error as { code?: unknown; message?: unknown };
	if (code === 'EADDRINUSE') {
		return `Port ${port} is already in use by another program. Stop that program, or choose another port: npm run simulator -- --port ${port + 1}`;
	}
	if (code === 'EACCES') {
		return `Permission denied for port ${port} or for the key folder. Choose a port above 1023, or another folder with --identity.`;
	}
	return `The Mastercard simulator could not start: ${String(message)}`;
}
