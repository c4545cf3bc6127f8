/** The environment variables n8n runs with: everything it needs, nothing of the reader's own n8n. */
import path from 'node:path';

/** Where n8n listens, on 127.0.0.1. */
export interface N8nPorts {
	editor: number;
	/** Between n8n and the process that runs Code nodes. */
	taskBroker: number;
}

/** What any program needs from the machine. The reader's N8N_*, DB_* and other settings stay out. */
const PASSED_ON = /^(HOME|USERPROFILE|TMPDIR|TEMP|TMP|SYSTEMROOT|COMSPEC|LANG|LC_ALL|TZ)$/i;

/** The demo listens on this machine only, so its log-in may be printed and be the same everywhere. */
export const EDITOR_LOGIN = { email: 'demo@example.com', password: 'Portfolio-Review-1' };
/** bcrypt of that password; n8n takes the owner's password only as a hash. */
const PASSWORD_HASH = '$2a$10$rpBPgb2iLKQNnlwtR4q/XuYfJtam.YPXiICNlJnExODAg9CE1HuYe';

/** Windows spells it "Path". */
const SEARCH_PATH = /^PATH$/i;

/** Everything in n8n that calls another server by itself. */
const QUIET = {
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	// n8n runs "npm outdated" when somebody looks at the installed packages.
	npm_config_offline: 'true',
	N8N_DISABLED_MODULES: 'mcp-registry,instance-ai,chat-hub,mcp',
};

/**
 * Gives n8n's environment.
 * @param userFolder Where n8n keeps its `.n8n` folder: database, settings, installed packages.
 * @param nodeFolder The folder of n8n's Node.js: n8n starts helpers by the bare name "node".
 * @param inherited The demo's own environment.
 */
export function n8nEnvironment(
	userFolder: string,
	ports: N8nPorts,
	nodeFolder: string,
	inherited: NodeJS.ProcessEnv = process.env,
): NodeJS.ProcessEnv {
	const variables = Object.entries(inherited);
	const [, searched = ''] = variables.find(([name]) => SEARCH_PATH.test(name)) ?? [];
	return {
		...Object.fromEntries(variables.filter(([name]) => PASSED_ON.test(name))),
		PATH: [nodeFolder, searched].join(path.delimiter),
		...QUIET,
		N8N_USER_FOLDER: userFolder,
		// The credentials in this database are made-up keys of the local Mastercard.
		N8N_ENCRYPTION_KEY: 'local-demo',
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		N8N_PORT: String(ports.editor),
		N8N_RUNNERS_BROKER_PORT: String(ports.taskBroker),
		N8N_SECURE_COOKIE: 'false',
		N8N_INSTANCE_OWNER_MANAGED_BY_ENV: 'true',
		N8N_INSTANCE_OWNER_EMAIL: EDITOR_LOGIN.email,
		N8N_INSTANCE_OWNER_FIRST_NAME: 'Demo',
		N8N_INSTANCE_OWNER_LAST_NAME: 'User',
		N8N_INSTANCE_OWNER_PASSWORD_HASH: PASSWORD_HASH,
		GENERIC_TIMEZONE: Intl.DateTimeFormat().resolvedOptions().timeZone,
		// Node.js 24 calls its SQLite experimental, once for each process.
		NODE_OPTIONS: '--disable-warning=ExperimentalWarning',
	};
}
