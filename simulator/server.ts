// The Mastercard simulator: one HTTP server that imitates Mastercard's APIs and injects faults on request.
import { createPrivateKey, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
	createCredential,
	createOpenFinanceCredential,
	type SimulatorCredential,
	type SimulatorOpenFinanceCredential,
} from './credentials';
import type { Fault } from './faults/fault';
import { createFaultQueue } from './faults/faultQueue';
import { handleRequest, type GatewayState } from './gateway';
import { getPublicKey, loadOrCreateIdentity } from './identity';
import { createNonceStore } from './oauth1/nonceStore';
import { TIMESTAMP_WINDOW_SECONDS } from './oauth1/verifyRequest';
import { createOpenFinance } from './openFinance/openFinance';
import { receiveRequest } from './receiveRequest';
import { createRecordedCall, getCardNumbers, type RecordedCall } from './recordedCalls';
import { sendResponse, sleep } from './sendResponse';
import { serializeResponse } from './serializeResponse';

export type { SimulatorCredential, SimulatorOpenFinanceCredential } from './credentials';
export type { Fault, FaultKind, JweMutation, JwePart } from './faults/fault';
export { getPeakConcurrency, type RecordedCall } from './recordedCalls';

/** A running Mastercard simulator. */
export interface Simulator {
	/** `http://host:port`, the `baseUrl` of the credentials. */
	url: string;
	credential: SimulatorCredential;
	openFinanceCredential: SimulatorOpenFinanceCredential;
	/** Every call so far, in order of arrival. */
	calls: RecordedCall[];
	/** Queues one or more faults, which apply one after another. */
	injectFault(fault: Fault | Fault[]): void;
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
	const responseEncryptionKey = getPublicKey(identity.responseEncryptionKey.pem);
	const state: GatewayState = {
		client: {
			consumerKey: identity.consumerKey,
			signingPublicKey: getPublicKey(identity.signingKey.pem),
		},
		nonces: createNonceStore(2 * TIMESTAMP_WINDOW_SECONDS),
		requestDecryptionKey: createPrivateKey(identity.requestEncryptionKey.pem),
		openFinance: createOpenFinance(
			identity.openFinance,
			options.openFinanceTokenTtlSeconds ?? 7200,
		),
	};
	const faults = createFaultQueue();
	const calls: RecordedCall[] = [];
	const clock = () => Date.now() + (options.clockSkewSeconds ?? 0) * 1000;

	async function handleCall(message: IncomingMessage, response: ServerResponse): Promise<void> {
		const startedAt = Date.now();
		const request = await receiveRequest(message, clock());
		const call = { ...createRecordedCall(request, randomUUID()), startedAt };
		calls.push(call);
		const handled = handleRequest(request, call, state);
		const fault = handled.isRejected ? undefined : faults.take(call.path);
		if (fault !== undefined) call.fault = fault.kind;
		const raw = serializeResponse(handled.response, {
			fault,
			pans: getCardNumbers(call.body),
			encryptedFieldName: handled.encryptedFieldName,
			encryption: { publicKey: responseEncryptionKey, ivBytes: options.ivBytes ?? 12 },
			headers: {
				Date: new Date(clock()).toUTCString(),
				'X-MC-Correlation-ID': call.correlationId,
			},
		});
		await sleep((options.latencyMs ?? 0) + (fault?.delayMs ?? 0));
		const isConnectionClosed = response.destroyed || raw.reset === 'beforeHeaders';
		call.status = isConnectionClosed ? 0 : raw.status;
		await sendResponse(raw, response);
		call.finishedAt = Date.now();
		const { method, path, status } = call;
		options.onCall?.({ method, path, status });
	}

	const server = createServer((message, response) => {
		// If the client disconnects while sending its request, there is nobody to respond to.
		handleCall(message, response).catch(() => response.destroy());
	});
	const host = options.host ?? '127.0.0.1';
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(options.port ?? 0, host, resolve);
	});
	const url = `http://${host}:${(server.address() as AddressInfo).port}`;

	return {
		url,
		credential: createCredential(identity, url),
		openFinanceCredential: createOpenFinanceCredential(identity, url),
		calls,
		injectFault: (fault) => faults.add([fault].flat()),
		reset() {
			calls.length = 0;
			faults.clear();
			state.nonces.clear();
			state.openFinance.reset();
		},
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}
