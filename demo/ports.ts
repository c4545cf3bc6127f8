/** TCP ports on the loopback interface. */
import getPort from 'get-port';
import { DemoError } from './DemoError';

const host = '127.0.0.1';

/** Returns a port that is free. */
export const freePort = () => getPort({ host });

/**
 * Returns `port` if it is free.
 * @param option The command-line option that sets it.
 * @throws DemoError when the port is in use.
 */
export async function requirePort(port: number, usedFor: string, option: string): Promise<number> {
	if ((await getPort({ host, port })) === port) return port;
	throw new DemoError(
		`Port ${port} for ${usedFor} is already in use, perhaps by another demo. Stop that program, or choose another port with ${option}, e.g. ${option} ${port + 1}`,
	);
}
