import { parseCliOptions } from '../../demo/cliOptions';

describe('the options of npm run demo', () => {
	test('default to an editor that stays open on the usual ports and keeps its data', () => {
		expect(parseCliOptions('demo', [])).toEqual({
			once: false,
			fresh: false,
			help: false,
			port: 5678,
			simulatorPort: 8765,
		});
	});

	test('ports and flags are parsed', () => {
		const argv = '--once --fresh --port 1234 --simulator-port=4321'.split(' ');
		expect(parseCliOptions('demo', argv)).toMatchObject({
			once: true,
			fresh: true,
			port: 1234,
			simulatorPort: 4321,
		});
	});

	test.each(['0', '65536', '80.5', 'http', ''])('an invalid port "%s" is rejected', (text) => {
		expect(() => parseCliOptions('demo', ['--simulator-port', text])).toThrow(
			`--simulator-port must be a port number from 1 to 65535, not "${text}".`,
		);
	});

	test.each(['--onec', 'once'])(
		'an unknown argument %s is named, and the help is shown',
		(argument) => {
			expect(() => parseCliOptions('demo', [argument])).toThrow(
				new RegExp(`'${argument}'[^]*--once[^]*--fresh`),
			);
		},
	);
});

test('npm run dev has the same options, except --once', () => {
	expect(parseCliOptions('dev', ['--fresh', '--port=1234'])).toMatchObject({
		once: false,
		fresh: true,
		port: 1234,
	});
	expect(() => parseCliOptions('dev', ['--once'])).toThrow(/'--once'[^]*npm run dev/);
	expect(() => parseCliOptions('dev', ['--once'])).not.toThrow(/exit/);
});
