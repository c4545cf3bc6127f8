import { parseArguments } from '../../seal/parseArguments';

const COMPLETE = ['--column', 'Card number', '--key', 'public.pem'];

test('the output is beside the input, unless another is named', () => {
	const args = { column: 'Card number', keyFile: 'public.pem' };
	expect(parseArguments(['data/cards.csv', ...COMPLETE])).toEqual({
		...args,
		input: 'data/cards.csv',
		output: expect.stringMatching(/^data.cards\.sealed\.csv$/) as string,
	});
	expect(parseArguments(['cards.csv', ...COMPLETE, '--output', 'x.csv'])).toEqual({
		...args,
		input: 'cards.csv',
		output: 'x.csv',
	});
});

test.each<[string, string[], RegExp]>([
	['no file', COMPLETE, /^Name the CSV file/],
	['two files', ['my', 'cards.csv', ...COMPLETE], /^Name one CSV file/],
	['no column', ['cards.csv', '--key', 'public.pem'], /--column/],
	['no key', ['cards.csv', '--column', 'x'], /--key/],
	['an unknown option', ['cards.csv', '--colour'], /--colour/],
])('%s is a problem, told in words', (_, args, sentence) => {
	const message = parseArguments(args);
	expect(message).toMatchObject({ isError: true, message: expect.stringMatching(sentence) });
});

test('help is no problem', () => {
	expect(parseArguments(['--help'])).toMatchObject({
		isError: false,
		message: expect.stringContaining('--column <name>'),
	});
});
