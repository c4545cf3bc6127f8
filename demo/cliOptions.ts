/** Command-line options of `npm run demo` and `npm run dev`. */
import { parseArgs } from 'node:util';
import { DemoError } from './DemoError';

export type CliCommand = 'demo' | 'dev';

export interface CliOptions {
	/** Exit after printing the result; uses free ports and keeps no data. `demo` only. */
	once: boolean;
	/** Discard the data n8n kept from earlier runs. */
	fresh: boolean;
	help: boolean;
	/** Port of the n8n editor. */
	port: number;
	/** Port of the Mastercard simulator. */
	simulatorPort: number;
}

const ONCE = '  --once                      run the portfolio review, print its result and exit\n';

/** The help text of a command. */
export const usage = (command: CliCommand) => `npm run ${command} -- [options]

${command === 'demo' ? ONCE : ''}  --fresh                     start with an empty n8n; changes made in the editor are lost
  --port <number>             port of the n8n editor (default: 5678)
  --simulator-port <number>   port of the Mastercard simulator (default: 8765)
  --help                      show this help`;

function parsePort(option: string, text: string): number {
	const port = Number(text);
	if (Number.isInteger(port) && port >= 1 && port <= 65535) return port;
	throw new DemoError(`${option} must be a port number from 1 to 65535, not "${text}".`);
}

/**
 * Parses the command line.
 * @param argv The arguments after `npm run <command> --`.
 * @throws DemoError that names the invalid argument.
 */
export function parseCliOptions(command: CliCommand, argv: string[]): CliOptions {
	try {
		const { values } = parseArgs({
			args: argv,
			options: {
				...(command === 'demo' && { once: { type: 'boolean', default: false } }),
				fresh: { type: 'boolean', default: false },
				help: { type: 'boolean', default: false },
				port: { type: 'string', default: '5678' },
				'simulator-port': { type: 'string', default: '8765' },
			},
		});
		return {
			once: values.once === true,
			fresh: values.fresh,
			help: values.help,
			port: parsePort('--port', values.port),
			simulatorPort: parsePort('--simulator-port', values['simulator-port']),
		};
	} catch (error) {
		if (error instanceof DemoError) throw error;
		const reason = error instanceof Error ? error.message.split('. ')[0] : String(error);
		throw new DemoError(`${reason}.\n\n${usage(command)}`);
	}
}
