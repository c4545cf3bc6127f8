import { once } from 'node:events';
import type { AddressInfo, Server } from 'node:net';
import { createServer } from 'node:net';
import { requirePort } from '../../demo/ports';

let server: Server;
let port = 0;

beforeEach(async () => {
	server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	({ port } = server.address() as AddressInfo);
});

afterEach(() => void server.close());

test('a free port is returned', async () => {
	server.close();
	await once(server, 'close');
	expect(await requirePort(port, 'the n8n editor', '--port')).toBe(port);
});

test('a port in use is named, with the option to choose another', async () => {
	await expect(requirePort(port, 'the Mastercard simulator', '--simulator-port')).rejects.toThrow(
		new RegExp(`Port ${port} for the Mastercard simulator .* --simulator-port ${port + 1}`),
	);
});
