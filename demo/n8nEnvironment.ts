/** n8n's environment variables: everything it needs, nothing from another n8n on this machine. */
import path from 'node:path';

/** The ports n8n listens on, at 127.0.0.1. */
export interface N8nPorts {
	editor: number;
	/** For the task runner, the process that runs Code nodes. */
	taskBroker: number;
}

/** What any program needs. N8N_*, DB_* and other settings of this machine are not inherited. */
const INHERITED = /^(HOME|USERPROFILE|TMPDIR|TEMP|TMP|SYSTEMROOT|COMSPEC|LANG|LC_ALL|TZ)$/i;

/** n8n listens on this machine only, so its login may be printed and be the same everywhere. */
export const EDITOR_LOGIN = { email: 'demo@example.com', password: 'Portfolio-Review-1' };
/** bcrypt hash of that password; n8n accepts the owner's password only as a hash. */
const PASSWORD_HASH = '$2a$10$rpBPgb2iLKQNnlwtR4q/XuYfJtam.YPXiICNlJnExODAg9CE1HuYe';

/** Windows spells it "Path". */
const PATH_VARIABLE = /^PATH$/i;

/** Data Tables for n8n's commands. Commands of this project run in its root, and n8n in a folder of its own. */
const DATA_TABLES = path.resolve('demo', 'n8n', 'dataTables.js');

/** Turns off every request that n8n sends on its own account. */
const NO_PHONE_HOME = {
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	// n8n runs "npm outdated" when someone opens the list of installed packages.
	npm_config_offline: 'true',
	N8N_DISABLED_MODULES: 'mcp-registry,instance-ai,chat-hub,mcp',
};

/**
 * Returns n8n's environment variables.
 * @param userFolder Where n8n keeps its `.n8n` folder: database, settings, installed packages.
 * @param nodeFolder The folder of n8n's Node.js: n8n starts its task runner as "node".
 * @param inherited The environment of this process.
 */
export function n8nEnvironment(
	userFolder: string,
	ports: N8nPorts,
	nodeFolder: string,
	inherited: NodeJS.ProcessEnv = process.env,
): NodeJS.ProcessEnv {
	const variables = Object.entries(inherited);
	const [, searchPath = ''] = variables.find(([name]) => PATH_VARIABLE.test(name)) ?? [];
	return {
		...Object.fromEntries(variables.filter(([name]) => INHERITED.test(name))),
		PATH: [nodeFolder, searchPath].join(path.delimiter),
		...NO_PHONE_HOME,
		N8N_USER_FOLDER: userFolder,
		// The credentials in this database are the simulator's generated keys.
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
		EXTERNAL_HOOK_FILES: DATA_TABLES,
		// Files of a run come with its result, and need no place of their own.
		N8N_DEFAULT_BINARY_DATA_MODE: 'default',
		GENERIC_TIMEZONE: Intl.DateTimeFormat().resolvedOptions().timeZone,
		// Node.js 24 prints in every process that its SQLite is experimental.
		NODE_OPTIONS: '--disable-warning=ExperimentalWarning',
	};
}
