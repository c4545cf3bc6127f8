// Connects the operations to Hono: what its context holds during a call, and the handler that runs an operation.
import type { HttpBindings } from '@hono/node-server';
import type { MiddlewareHandler } from 'hono';
import type { Fault } from './faults/fault';
import type { OperationRequest, ReceivedRequest, SimulatedResponse } from './http';
import type { RecordedCall } from './recordedCalls';

/** The types of the Hono context. */
export interface AppEnv {
	Bindings: HttpBindings;
	Variables: {
		request: ReceivedRequest;
		call: RecordedCall;
		/** The simulator's week. */
		week: number;
		response: SimulatedResponse;
		/** The fault for this call, if any; the same however often it is called. */
		takeFault: () => Fault | undefined;
		/** Rejected because of its signature, timestamp or nonce: faults never replace such a rejection. */
		isRejected?: true;
		/** Field that holds the JWE if a 200 response is to be encrypted. */
		encryptedFieldName?: string;
	};
}

export type Operation = (request: OperationRequest) => SimulatedResponse;

/** Handles a request with an operation, which receives the body that the call's record holds. */
export function handleWith(operation: Operation): MiddlewareHandler<AppEnv> {
	return async (context) => {
		const { request, call, takeFault, week } = context.var;
		if (takeFault()?.isUnprocessed === true) {
			context.set('response', { status: 500, body: undefined });
			return;
		}
		const response = operation({
			query: new URLSearchParams(request.rawQuery),
			body: call.body,
			pathParameters: context.req.param() as Record<string, string>,
			headers: request.headers,
			now: request.now,
			week,
		});
		context.set('response', response);
	};
}
