// Command-line arguments of `npm run seal`.
import { format, parse } from 'node:path';
import { parseArgs } from 'node:util';

export interface SealArguments {
	input: string;
	column: string;
	keyFile: string;
	output: string;
}

/** A message to print instead of sealing. */
export interface Message {
	message: string;
	isError: boolean;
}

const USAGE = `Seals the card numbers of a CSV file, so that only n8n's credential can open them. See docs/sealed-cards.md.

Usage: npm run seal -- <file.csv> --column "Card number" --key sealing-public.pem [--output <file>]

  --column <name>   The column of the card numbers, as the first line of the file writes it
  --key <file>      The public key, or its certificate, in PEM form
  --output <file>   Where to write (default: <file>.sealed.csv, beside the input). It must not exist yet
  --help            Show this help`;

/** @param args the arguments without the program and script names */
export function parseArguments(args: string[]): SealArguments | Message {
	let parsed;
	try {
		parsed = parseArgs({
			args,
			allowPositionals: true,
			options: {
				column: { type: 'string' },
				key: { type: 'string' },
				output: { type: 'string' },
				help: { type: 'boolean', default: false },
			},
		});
	} catch (error) {
		return rejected(error instanceof Error ? error.message : String(error));
	}
	const { values, positionals } = parsed;
	const [input, ...more] = positionals;
	if (values.help) return { message: USAGE, isError: false };
	if (input === undefined) return rejected('Name the CSV file to seal.');
	if (more.length > 0) return rejected('Name one CSV file. A name with spaces needs quotes.');
	if (values.column === undefined) return rejected('Name the column of the card numbers: --column');
	if (values.key === undefined) return rejected('Name the file of the public key: --key');
	return {
		input,
		column: values.column,
		keyFile: values.key,
		output: values.output ?? getDefaultOutput(input),
	};
}

/** `cards.csv` becomes `cards.sealed.csv`. */
function getDefaultOutput(input: string): string {
	const { dir, name, ext } = parse(input);
	return format({ dir, name: `${name}.sealed`, ext });
}

function rejected(sentence: string): Message {
	return { message: `${sentence}\n\n${USAGE}`, isError: true };
}
