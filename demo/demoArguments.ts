/** What may follow `npm run demo --`. */
import { parseArgs } from 'node:util';
import { DemoProblem } from './DemoProblem';

export interface DemoArguments {
	/** Stop after the result, on free ports and with nothing kept. */
	once: boolean;
	/** Forget what was changed in the editor. */
	fresh: boolean;
	help: boolean;
	/** Port of the n8n editor. */
	port: number;
	/** Port of the local Mastercard. */
	mastercardPort: number;
}

export const USAGE = `npm run demo -- [options]

  --once                      run the portfolio review, print its result and stop
  --fresh                     start with an empty n8n; changes made in the editor are lost
  --port <number>             port of the n8n editor (5678)
  --mastercard-port <number>  port of the local Mastercard (8765)
  --help                      show this text`;

function toPort(flag: string, text: string): number {
	const port = Number(text);
	if (Number.isInteger(port) && port >= 1 && port <= 65535) return port;
	throw new DemoProblem(`--${flag} takes a port from 1 to 65535; "${text}" is not one.`);
}

/**
 * Reads the command line.
 * @param argv The words after `npm run demo --`.
 * @throws DemoProblem naming the word that is not understood.
 */
export function demoArguments(argv: string[]): DemoArguments {
	try {
		const { values } = parseArgs({
			args: argv,
			options: {
				once: { type: 'boolean', default: false },
				fresh: { type: 'boolean', default: false },
				help: { type: 'boolean', default: false },
				port: { type: 'string', default: '5678' },
				'mastercard-port': { type: 'string', default: '8765' },
			},
		});
		return {
			once: values.once,
			fresh: values.fresh,
			help: values.help,
			port: toPort('port', values.port),
			mastercardPort: toPort('mastercard-port', values['mastercard-port']),
		};
	} catch (error) {
		if (error instanceof DemoProblem) throw error;
		const reason = error instanceof Error ? error.message.split('. ')[0] : String(error);
		throw new DemoProblem(`${reason}.\n\n${USAGE}`);
	}
}
