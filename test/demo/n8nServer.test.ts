import { readFileSync } from 'node:fs';
import path from 'node:path';
import { startServer } from '../../demo/n8nServer';
import { fakeN8n } from './support/fakeN8n';

const SERVER = `
const { createServer } = require('node:http');
const handle = (request, response) => response.writeHead(request.url === '/healthz/readiness' ? 200 : 404).end();
createServer(handle).listen(Number(process.env.N8N_PORT), '127.0.0.1', () => console.log('up'));
`;

test('the server is ready once started, and has exited after stop', async () => {
	const { n8n, port } = await fakeN8n(SERVER);
	const server = await startServer(n8n, port, path.join(n8n.userFolder, 'n8n.log'));
	expect((await fetch(`${server.url}/healthz/readiness`)).status).toBe(200);
	await server.stop();
	await server.exited;
	await expect(fetch(server.url)).rejects.toThrow();
});

test('an n8n that exits during startup is reported with the path of its log', async () => {
	const { n8n, port } = await fakeN8n('console.log("no such table"); process.exit(1)');
	const log = path.join(n8n.userFolder, 'logs', 'n8n.log');
	await expect(startServer(n8n, port, log)).rejects.toThrow(`n8n did not start. Its log: ${log}`);
	expect(readFileSync(log, 'utf8')).toContain('no such table');
});
