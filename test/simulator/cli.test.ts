import { isAbsolute } from 'node:path';
import { describeStartError, parseArguments } from '../../simulator/parseArguments';
import { formatBanner } from '../../simulator/banner';
import { startSimulator } from '../../simulator/server';

describe('npm run simulator', () => {
	test('without arguments, it listens on port 8765 of this computer and stores its keys in a folder', () => {
		const args = parseArguments([]);
		expect(args).toMatchObject({ port: 8765, host: '127.0.0.1' });
		expect(isAbsolute('identityFolder' in args ? args.identityFolder : '')).toBe(true);
	});

	test('port, host and folder are configurable', () => {
		const args = ['--port', '9000', '--host', '0.0.0.0', '--identity', '/tmp/keys'];
		expect(parseArguments(args)).toEqual({
			port: 9000,
			host: '0.0.0.0',
			identityFolder: expect.stringMatching(/keys$/) as string,
		});
	});

	test.each([['--port', 'abc'], ['--port', '70000'], ['--colour'], ['stray']])(
		'%s %s is rejected with a message',
		(...args) => {
			const read = parseArguments(args);
			expect(read).toMatchObject({ isError: true });
			expect('message' in read ? read.message : '').not.toContain('    at ');
		},
	);

	test('help is not an error', () => {
		expect(parseArguments(['--help'])).toMatchObject({
			isError: false,
			message: expect.stringContaining('--identity <folder>') as string,
		});
	});

	test('for a port in use, the error suggests the next one', async () => {
		const first = await startSimulator();
		const port = Number(new URL(first.url).port);
		const error: unknown = await startSimulator({ port }).catch((reason: unknown) => reason);
		await first.close();
		expect(describeStartError(error, port)).toBe(
			`Port ${port} is already in use by another program. Stop that program, or choose another port: npm run simulator -- --port ${port + 1}`,
		);
	});

	test('the banner contains every field of both credentials and the documented test data', async () => {
		const simulator = await startSimulator();
		await simulator.close();
		const text = formatBanner(simulator, '/tmp/keys');
		const { credential, openFinanceCredential } = simulator;
		for (const value of [credential, openFinanceCredential].flatMap((fields) =>
			Object.values(fields),
		)) {
			expect(text).toContain(String(value).trim());
		}
		for (const part of ['5425233430109903', 'Artisan Emporium', '106241230AGG', '/tmp/keys']) {
			expect(text).toContain(part);
		}
	});

	test('a call is logged with method, path and status, without its contents', async () => {
		const lines: string[] = [];
		const simulator = await startSimulator({ onCall: (call) => lines.push(JSON.stringify(call)) });
		await fetch(`${simulator.url}/consumer/credit-analytics/scores?pan=5425233430109903`, {
			method: 'POST',
			body: '{"customerPAN":"5425233430109903"}',
		});
		await simulator.close();
		expect(lines).toEqual([
			'{"method":"POST","path":"/consumer/credit-analytics/scores","status":400}',
		]);
	});
});
