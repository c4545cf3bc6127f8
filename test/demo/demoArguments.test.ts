import { demoArguments } from '../../demo/demoArguments';

describe('the words after npm run demo --', () => {
	test('none means: keep the editor open on the usual ports, with what was there before', () => {
		expect(demoArguments([])).toEqual({
			once: false,
			fresh: false,
			help: false,
			port: 5678,
			mastercardPort: 8765,
		});
	});

	test('ports and switches are read', () => {
		const words = '--once --fresh --port 1234 --mastercard-port=4321'.split(' ');
		expect(demoArguments(words)).toMatchObject({
			once: true,
			fresh: true,
			port: 1234,
			mastercardPort: 4321,
		});
	});

	test.each(['0', '65536', '80.5', 'http', ''])('a port of "%s" is named and refused', (text) => {
		expect(() => demoArguments(['--mastercard-port', text])).toThrow(
			`--mastercard-port takes a port from 1 to 65535; "${text}" is not one.`,
		);
	});

	test.each(['--onec', 'once'])(
		'the unknown word %s is named and the options are shown',
		(word) => {
			expect(() => demoArguments([word])).toThrow(new RegExp(`'${word}'[^]*--fresh`));
		},
	);
});
