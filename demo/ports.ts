/** Ports on this machine only. */
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { DemoProblem } from './DemoProblem';

/** Opens and closes a port of 127.0.0.1; 0 lets the system choose. Gives the port. */
function tryPort(port: number): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(port, '127.0.0.1', () => {
			const { port: opened } = server.address() as AddressInfo;
			server.close(() => resolve(opened));
		});
	});
}

/** Gives a port that nothing listens on. */
export function freePort(): Promise<number> {
	return tryPort(0);
}

/**
 * Makes sure that a port can be used.
 * @param flag The option that chooses another one.
 * @throws DemoProblem when something else has it.
 */
export async function requirePort(port: number, usedFor: string, flag: string): Promise<number> {
	try {
		return await tryPort(port);
	} catch {
		throw new DemoProblem(
			`Port ${port} for ${usedFor} is in use, perhaps by another demo. Stop that program, or choose another port: npm run demo -- --${flag} ${port + 1}`,
		);
	}
}
