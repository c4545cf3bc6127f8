// The Mastercard simulator: one HTTP server that imitates Mastercard's APIs and injects faults on request.
import { createPrivateKey } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { createApp } from './app';
import {
	createCredential,
	createOpenFinanceCredential,
	type SimulatorCredential,
	type SimulatorOpenFinanceCredential,
} from './credentials';
import { createCreditAnalyticsRoutes } from './creditAnalyticsRoutes';
import type { Fault } from './faults/fault';
import { createFaultQueue } from './faults/faultQueue';
import { getPublicKey, loadOrCreateIdentity } from './identity';
import { createNonceStore } from './oauth1/nonceStore';
import { TIMESTAMP_WINDOW_SECONDS } from './oauth1/verifyRequest';
import { createOpenFinance } from './openFinance/routes';
import type { RecordedCall } from './recordedCalls';

export type { SimulatorCredential, SimulatorOpenFinanceCredential } from './credentials';
export type { Fault, FaultKind, JweMutation, JwePart } from './faults/fault';
export { getPeakConcurrency, type RecordedCall } from './recordedCalls';

/** A running Mastercard simulator. */
export interface Simulator {
	/** `http://host:port`, the `baseUrl` of the credentials. */
	url: string;
	credential: SimulatorCredential;
	openFinanceCredential: SimulatorOpenFinanceCredential;
	/** The week whose data it responds with: 0 is this week, -1 the one before. Can be changed at any time. */
	week: number;
	/** Every call so far, in order of arrival. */
	calls: RecordedCall[];
	/** Queues one or more faults, which apply one after another. */
	injectFault(fault: Fault | Fault[]): void;
	/** Ends all Open Finance tokens before their time, as Mastercard may: calls with them get 10023. */
	endOpenFinanceTokens(): void;
	/** Clears calls, faults, nonces, and Open Finance tokens, customers and reports; unlocks the Open Finance account. */
	reset(): void;
	close(): Promise<void>;
}

export interface SimulatorOptions {
	/** 0 (default) picks a free port. */
	port?: number;
	/** Default 127.0.0.1. */
	host?: string;
	/** Folder in which keys are kept between runs; if omitted, every start creates new ones. */
	identityFolder?: string;
	/** Shifts the simulator's clock, which its Date header and its timestamp check use. Default 0. */
	clockSkewSeconds?: number;
	/** The week whose data it responds with, from -52 to 52. Default 0. */
	week?: number;
	/** Minimum duration of every response, in milliseconds. Default 0. */
	latencyMs?: number;
	/** Length of the IV of encrypted responses. Default 12. */
	ivBytes?: 12 | 16;
	/** Lifetime of an Open Finance token. Default 7200, as documented. */
	openFinanceTokenTtlSeconds?: number;
	/** Called after every call, without its contents. */
	onCall?: (call: Pick<RecordedCall, 'method' | 'path' | 'status'>) => void;
}

/**
 * Starts the Mastercard simulator.
 * @throws if the port is in use or the identity folder cannot be used
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
	const identity = await loadOrCreateIdentity(options.identityFolder);
	const nonces = createNonceStore(2 * TIMESTAMP_WINDOW_SECONDS);
	const creditAnalyticsRoutes = createCreditAnalyticsRoutes(
		{
			consumerKey: identity.consumerKey,
			signingPublicKey: getPublicKey(identity.signingKey.pem),
		},
		nonces,
		createPrivateKey(identity.requestEncryptionKey.pem),
	);
	const openFinance = createOpenFinance(
		identity.openFinance,
		options.openFinanceTokenTtlSeconds ?? 7200,
	);
	const faults = createFaultQueue();
	const calls: RecordedCall[] = [];
	const time = { week: options.week ?? 0 };
	const app = createApp({
		routes: [openFinance.routes, creditAnalyticsRoutes],
		calls,
		faults,
		encryption: {
			publicKey: getPublicKey(identity.responseEncryptionKey.pem),
			ivBytes: options.ivBytes ?? 12,
		},
		clock: () => Date.now() + (options.clockSkewSeconds ?? 0) * 1000,
		week: () => time.week,
		latencyMs: options.latencyMs ?? 0,
		onCall: options.onCall ?? (() => undefined),
	});

	// Tests run the nodes in the same process, whose globals must stay as they are.
	const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
	const host = options.host ?? '127.0.0.1';
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(options.port ?? 0, host, resolve);
	});
	const url = `http://${host}:${(server.address() as AddressInfo).port}`;

	return {
		get week() {
			return time.week;
		},
		set week(week) {
			time.week = week;
		},
		url,
		credential: createCredential(identity, url),
		openFinanceCredential: createOpenFinanceCredential(identity, url),
		calls,
		injectFault: (fault) => faults.add([fault].flat()),
		endOpenFinanceTokens: openFinance.endTokens,
		reset() {
			calls.length = 0;
			faults.clear();
			nonces.clear();
			openFinance.reset();
		},
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}
