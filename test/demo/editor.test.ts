import { readFileSync } from 'node:fs';
import path from 'node:path';
import { startEditor } from '../../demo/editor';
import { fakeN8n } from './support/fakeN8n';

const SERVER = `
const { createServer } = require('node:http');
const answer = (request, response) => response.writeHead(request.url === '/healthz/readiness' ? 200 : 404).end();
createServer(answer).listen(Number(process.env.N8N_PORT), '127.0.0.1', () => console.log('up'));
`;

test('the editor is given once n8n says it is ready, and is gone after stop', async () => {
	const { n8n, port } = await fakeN8n(SERVER);
	const editor = await startEditor(n8n, port, path.join(n8n.userFolder, 'n8n.log'));
	expect((await fetch(`${editor.url}/healthz/readiness`)).status).toBe(200);
	await editor.stop();
	await editor.ended;
	await expect(fetch(editor.url)).rejects.toThrow();
});

test('an n8n that ends while it starts is reported with the place of its log', async () => {
	const { n8n, port } = await fakeN8n('console.log("no such table"); process.exit(1)');
	const log = path.join(n8n.userFolder, 'logs', 'n8n.log');
	await expect(startEditor(n8n, port, log)).rejects.toThrow(`n8n did not start. Its log: ${log}`);
	expect(readFileSync(log, 'utf8')).toContain('no such table');
});
