// Reads what stands behind `npm run simulator --`.
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What to start, or the text to show in place of starting. */
export type CliArguments =
	{ port: number; host: string; identityFolder: string } | { show: string; isProblem: boolean };

export const DEFAULT_PORT = 8765;

const USAGE = `Starts a local Mastercard for trying the nodes.

  npm run simulator -- [options]

  --port <number>      Port to listen on (default ${DEFAULT_PORT})
  --host <address>     Address to listen on (default 127.0.0.1: this computer only)
  --identity <folder>  Where keys are kept between runs (default ${defaultIdentityFolder()})
  --help               Show this text`;

/** @param args the arguments without program and script */
export function readArguments(args: string[]): CliArguments {
	let values;
	try {
		({ values } = parseArgs({
			args,
			options: {
				port: { type: 'string', default: String(DEFAULT_PORT) },
				host: { type: 'string', default: '127.0.0.1' },
				identity: { type: 'string', default: defaultIdentityFolder() },
				help: { type: 'boolean', default: false },
			},
		}));
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		return { show: `${reason}\n\n${USAGE}`, isProblem: true };
	}
	if (values.help) return { show: USAGE, isProblem: false };
	const port = Number(values.port);
	if (!/^\d+$/.test(values.port) || port > 65535) {
		return {
			show: `--port must be a number from 0 to 65535, not ${values.port}.`,
			isProblem: true,
		};
	}
	return { port, host: values.host, identityFolder: resolve(values.identity) };
}

/** The user's cache folder, where each system keeps it. */
function defaultIdentityFolder(): string {
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

/** A plain sentence for a start that failed. */
export function startProblem(error: unknown, port: number): string {
	const { code, message } = error as { code?: unknown; message?: unknown };
	if (code === 'EADDRINUSE') {
		return `Port ${port} is already taken by another program. Stop that program, or choose another port: npm run simulator -- --port ${port + 1}`;
	}
	if (code === 'EACCES') {
		return `Port ${port}, or the folder for the keys, is not open to this user. Choose a port above 1023, or another folder with --identity.`;
	}
	return `The local Mastercard could not start: ${String(message)}`;
}
