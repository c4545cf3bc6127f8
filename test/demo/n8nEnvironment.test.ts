import path from 'node:path';
import { n8nEnvironment } from '../../demo/n8nEnvironment';

const inherited = {
	PATH: '/bin',
	HOME: '/home/reader',
	DB_TYPE: 'postgresdb',
	N8N_ENCRYPTION_KEY: "the reader's own",
	N8N_DIAGNOSTICS_ENABLED: 'true',
	EXECUTIONS_MODE: 'queue',
	NODE_OPTIONS: '--inspect',
	npm_config_registry: 'http://127.0.0.1:1',
};
const environment = n8nEnvironment(
	'/state',
	{ editor: 1111, taskBroker: 2222 },
	'/n8n/bin',
	inherited,
);

test("nothing of the reader's own n8n reaches the demo's", () => {
	expect(environment).toHaveProperty('HOME', '/home/reader');
	expect(environment).not.toHaveProperty('DB_TYPE');
	expect(environment).not.toHaveProperty('EXECUTIONS_MODE');
	expect(environment).not.toHaveProperty('npm_config_registry');
	expect(environment.N8N_ENCRYPTION_KEY).not.toBe(inherited.N8N_ENCRYPTION_KEY);
	expect(environment.NODE_OPTIONS).not.toContain('--inspect');
});

test("n8n's helpers run on its own Node.js, whatever the machine has", () => {
	expect(environment.PATH).toBe(['/n8n/bin', '/bin'].join(path.delimiter));
});

test('n8n listens on this machine only and reports to nobody', () => {
	expect(environment).toMatchObject({
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_PORT: '1111',
		N8N_RUNNERS_BROKER_PORT: '2222',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
	});
});
