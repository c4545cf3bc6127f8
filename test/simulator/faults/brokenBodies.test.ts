import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { createGunzip } from 'node:zlib';
import { startSimulator, type Simulator } from '../../../simulator/server';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
beforeEach(() => {
	simulator.reset();
});
afterAll(async () => {
	await simulator.close();
});

/** Sends a request in absolute form, and returns the response with its body unread. */
async function get(path: string, target = simulator.url + path): Promise<IncomingMessage> {
	const { hostname, port } = new URL(simulator.url);
	const sent = request({ hostname, port, path: target, agent: false }).end();
	const [response] = (await once(sent, 'response')) as [IncomingMessage];
	return response;
}

async function read(stream: AsyncIterable<Buffer>, maxBytes: number): Promise<number> {
	let bytes = 0;
	for await (const chunk of stream) {
		bytes += chunk.length;
		if (bytes >= maxBytes) break;
	}
	return bytes;
}

/** Waits until the simulator has noticed that the client is gone. */
async function closed(): Promise<void> {
	while (simulator.calls[0]?.finishedAt === undefined) await new Promise((ok) => setTimeout(ok, 5));
}

test('an endless body goes on until the client closes the connection', async () => {
	simulator.injectFault({ kind: 'endlessBody' });
	expect(await read(await get('/aggregation/x'), 20_000_000)).toBeGreaterThanOrEqual(20_000_000);
	await closed();
});

test('an endless body can be compressed to a thousandth', async () => {
	simulator.injectFault({ kind: 'endlessBody', gzip: true });
	const response = await get('/aggregation/x');
	expect(response.headers['content-encoding']).toBe('gzip');
	let received = 0;
	response.on('data', (chunk: Buffer) => (received += chunk.length));
	const unzipped = await read(response.pipe(createGunzip()), 20_000_000);
	response.destroy();
	expect(unzipped / received).toBeGreaterThan(100);
	await closed();
});

test('a stalled body leaves the connection open', async () => {
	simulator.injectFault({ kind: 'stalledBody' });
	const response = await get('/aggregation/x');
	const [half] = (await once(response, 'data')) as [Buffer];
	expect(half.length).toBeLessThan(Number(response.headers['content-length']));
	const ended = once(response, 'end').then(() => 'ended');
	const later = new Promise((ok) => setTimeout(() => ok('open'), 200));
	expect(await Promise.race([ended, later])).toBe('open');
	response.on('error', () => undefined).destroy();
	await closed();
});

test('a request in absolute form, as for a proxy, is the same request', async () => {
	const [origin, absolute] = [await get('', '/aggregation/x?a=b'), await get('/aggregation/x?a=b')];
	expect(absolute.statusCode).toBe(origin.statusCode);
	expect(simulator.calls.map(({ path, query }) => ({ path, query }))).toEqual([
		{ path: '/aggregation/x', query: { a: 'b' } },
		{ path: '/aggregation/x', query: { a: 'b' } },
	]);
	[origin, absolute].forEach((response) => response.destroy());
});
