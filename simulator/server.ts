// The local Mastercard: one HTTP server that receives, answers, and misbehaves when told to.
import { createPrivateKey, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cardNumbersIn, recordCall, type RecordedCall } from './calls';
import {
	credentialFor,
	openFinanceCredentialFor,
	type SimulatorCredential,
	type SimulatorOpenFinanceCredential,
} from './credential';
import type { Fault } from './faults/fault';
import { createFaultQueue } from './faults/faultQueue';
import { answerRequest, type GatewayState } from './gateway';
import { openIdentity, publicKeyOf } from './identity';
import { createOpenFinance } from './openFinance/openFinance';
import { createNonceMemory } from './oauth1/nonceMemory';
import { TIMESTAMP_WINDOW_SECONDS } from './oauth1/verify';
import { receive } from './receive';
import { writeAnswer } from './writeAnswer';
import { deliver, pause } from './wire';

export type { RecordedCall } from './calls';
export { peakConcurrency } from './calls';
export type { SimulatorCredential, SimulatorOpenFinanceCredential } from './credential';
export type { Fault, FaultKind, JwePart } from './faults/fault';

/** A running local Mastercard. */
export interface Simulator {
	/** `http://host:port`, the `baseUrl` of the credentials. */
	url: string;
	credential: SimulatorCredential;
	openFinanceCredential: SimulatorOpenFinanceCredential;
	/** Every call so far, in order of arrival. */
	calls: RecordedCall[];
	/** Adds faults; a list is played in its order. */
	misbehave(fault: Fault | Fault[]): void;
	/** Forgets calls, faults, nonces, and Open Finance's tokens, customers and reports; unlocks its account. */
	reset(): void;
	close(): Promise<void>;
}

export interface SimulatorOptions {
	/** 0 (default) picks a free port. */
	port?: number;
	/** Default 127.0.0.1. */
	host?: string;
	/** Where keys are kept between runs; without it they are new at every start. */
	identityFolder?: string;
	/** Moves the server's clock: its Date header and what it thinks of timestamps. Default 0. */
	clockSkewSeconds?: number;
	/** Milliseconds every answer takes at least. Default 0. */
	latencyMs?: number;
	/** Length of the IV of encrypted answers. Default 12. */
	ivBytes?: 12 | 16;
	/** How long an Open Finance token is good. Default 7200, as documented. */
	openFinanceTokenSeconds?: number;
	/** Told about every finished call; never about its contents. */
	onCall?: (call: Pick<RecordedCall, 'method' | 'path' | 'status'>) => void;
}

/**
 * Starts a local Mastercard.
 * @throws when the port is taken or the identity folder cannot be used
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
	const identity = await openIdentity(options.identityFolder);
	const answerKey = publicKeyOf(identity.answer.pem);
	const state: GatewayState = {
		client: {
			consumerKey: identity.consumerKey,
			signingPublicKey: publicKeyOf(identity.signing.pem),
		},
		nonces: createNonceMemory(2 * TIMESTAMP_WINDOW_SECONDS),
		requestKey: createPrivateKey(identity.request.pem),
		openFinance: createOpenFinance(identity.openFinance, options.openFinanceTokenSeconds ?? 7200),
	};
	const faults = createFaultQueue();
	const calls: RecordedCall[] = [];
	const clock = () => Date.now() + (options.clockSkewSeconds ?? 0) * 1000;

	async function handle(message: IncomingMessage, response: ServerResponse): Promise<void> {
		const startedAt = Date.now();
		const request = await receive(message, clock());
		const call = { ...recordCall(request, randomUUID()), startedAt };
		calls.push(call);
		const outcome = answerRequest(request, call, state);
		const fault = outcome.isRefused ? undefined : faults.take(call.path);
		if (fault !== undefined) call.fault = fault.kind;
		const wire = writeAnswer(outcome, {
			fault,
			pans: cardNumbersIn(call.body),
			seal: { publicKey: answerKey, ivBytes: options.ivBytes ?? 12 },
			headers: {
				Date: new Date(clock()).toUTCString(),
				'X-MC-Correlation-ID': call.correlationId,
			},
		});
		await pause((options.latencyMs ?? 0) + (fault?.delayMs ?? 0));
		const isUnanswered = response.destroyed || wire.sever === 'beforeHeaders';
		call.status = isUnanswered ? 0 : wire.status;
		await deliver(wire, response);
		call.finishedAt = Date.now();
		const { method, path, status } = call;
		options.onCall?.({ method, path, status });
	}

	const server = createServer((message, response) => {
		// A client that goes away in the middle of its request leaves nobody to answer.
		handle(message, response).catch(() => response.destroy());
	});
	const host = options.host ?? '127.0.0.1';
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(options.port ?? 0, host, resolve);
	});
	const url = `http://${host}:${(server.address() as AddressInfo).port}`;

	return {
		url,
		credential: credentialFor(identity, url),
		openFinanceCredential: openFinanceCredentialFor(identity, url),
		calls,
		misbehave: (fault) => faults.add([fault].flat()),
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
