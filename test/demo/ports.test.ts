import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { freePort, requirePort } from '../../demo/ports';

test('a free port can be required', async () => {
	const port = await freePort();
	expect(await requirePort(port, 'the n8n editor', 'port')).toBe(port);
});

test('a port in use is named, with the option that chooses another', async () => {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	await expect(requirePort(port, 'the local Mastercard', 'mastercard-port')).rejects.toThrow(
		new RegExp(`Port ${port} for the local Mastercard .* --mastercard-port ${port + 1}`),
	);
	await new Promise((resolve) => server.close(resolve));
});
