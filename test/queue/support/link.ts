/** A way to a server that can be cut for a while: for those who go through it, the server has gone away. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerAddress } from '../../../demo/queueServers';

export interface Link {
	/** Where the server is reached through this link. */
	address: ServerAddress;
	/** Ends all connections and lets nobody in until the time has passed. */
	goAway(seconds: number): Promise<void>;
	close(): Promise<void>;
}

/** Opens a link to a server, on a free port. */
export async function openLink(target: ServerAddress): Promise<Link> {
	const sockets = new Set<Socket>();
	let isCut = false;
	const cut = () => {
		for (const socket of sockets) socket.destroy();
	};
	const keep = (socket: Socket, other: Socket) => {
		sockets.add(socket);
		socket.on('error', () => undefined);
		socket.on('close', () => {
			sockets.delete(socket);
			other.destroy();
		});
		socket.pipe(other);
	};
	const server = createServer((client) => {
		if (isCut) {
			client.destroy();
			return;
		}
		const upstream = connect(target.port, target.host);
		keep(client, upstream);
		keep(upstream, client);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		address: { ...target, host: '127.0.0.1', port: (server.address() as AddressInfo).port },
		async goAway(seconds) {
			isCut = true;
			cut();
			await sleep(1000 * seconds);
			isCut = false;
		},
		async close() {
			const closed = new Promise((resolve) => server.close(resolve));
			cut();
			await closed;
		},
	};
}
