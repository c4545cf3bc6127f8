// The HTTP application: receives every request, lets an operation handle it, and sends the response with any fault.
import { randomUUID } from 'node:crypto';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Hono } from 'hono';
import type { Fault } from './faults/fault';
import type { FaultQueue } from './faults/faultQueue';
import type { EncryptionOptions } from './jwe/encrypt';
import type { AppEnv } from './operation';
import { parseRequestTarget, receiveRequest } from './receiveRequest';
import { createRecordedCall, getCardNumbers, type RecordedCall } from './recordedCalls';
import { sendResponse, sleep } from './sendResponse';
import { serializeResponse } from './serializeResponse';

interface AppOptions {
	/** The routes of each API. The first match handles a request. */
	routes: Array<Hono<AppEnv>>;
	/** Receives the record of every call. */
	calls: RecordedCall[];
	faults: FaultQueue;
	/** How responses to encrypted requests are encrypted. */
	encryption: EncryptionOptions;
	/** The simulator's clock, in milliseconds since 1970. */
	clock: () => number;
	/** The week whose data it responds with. */
	week: () => number;
	/** Minimum duration of every response. */
	latencyMs: number;
	onCall: (call: Pick<RecordedCall, 'method' | 'path' | 'status'>) => void;
}

/** Creates the application; its routes decide which operation handles a request. */
export function createApp(options: AppOptions): Hono<AppEnv> {
	const { calls, faults, encryption, clock, latencyMs, onCall } = options;
	const app = new Hono<AppEnv>({
		// Hono decodes path parameters; escaping "%" keeps them as sent.
		getPath: (request, context) =>
			parseRequestTarget(context?.env?.incoming.url ?? request.url).path.replaceAll('%', '%25'),
	});

	// If the client disconnects while sending its request, there is nobody to respond to.
	app.onError((_error, { env }) => {
		env.outgoing.destroy();
		return RESPONSE_ALREADY_SENT;
	});

	app.use(async (context, next) => {
		const startedAt = Date.now();
		const request = await receiveRequest(context.env.incoming, clock());
		const call = createRecordedCall(request, randomUUID(), startedAt);
		calls.push(call);
		context.set('request', request);
		context.set('call', call);
		context.set('week', options.week());
		let taken: { fault: Fault | undefined } | undefined;
		const takeFault = () => (taken ??= { fault: faults.take(call.path) }).fault;
		context.set('takeFault', takeFault);
		await next();

		const { response, isRejected, encryptedFieldName } = context.var;
		const fault = isRejected ? undefined : takeFault();
		call.fault = fault?.kind;
		const raw = serializeResponse(response, {
			fault,
			pans: getCardNumbers(call.body),
			encryptedFieldName,
			encryption,
			headers: {
				Date: new Date(clock()).toUTCString(),
				'X-MC-Correlation-ID': call.correlationId,
			},
		});
		await sleep(latencyMs + (fault?.delayMs ?? 0));
		const { outgoing } = context.env;
		call.status = outgoing.destroyed || raw.reset === 'beforeHeaders' ? 0 : raw.status;
		context.res = await sendResponse(raw, outgoing);
		call.finishedAt = Date.now();
		onCall({ method: call.method, path: call.path, status: call.status });
	});

	for (const routes of options.routes) app.route('/', routes);
	return app;
}
