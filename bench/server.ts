// The Mastercard simulator in a process of its own: `node server.js <latency in ms>`.
import { startSimulator } from '../simulator/server';

async function main(latencyMs: number): Promise<void> {
	const simulator = await startSimulator({ latencyMs });
	process.on('message', () => process.send?.({ calls: simulator.calls.length }));
	process.on('disconnect', () => void simulator.close());
	process.send?.({ credential: simulator.credential });
}

void main(Number(process.argv[2]));
