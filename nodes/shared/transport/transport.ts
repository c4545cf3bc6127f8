import type { Attempt } from '../../../batch/types';
import type { Answer, Failure } from '../../../mastercard/errors/Failure';
import type { ApiRequest } from '../operation';

/** A readable answer, or why an answer that did arrive cannot be used. */
export type Reply = { answer: Answer } | { failure: Failure };

/** An open way to Mastercard. */
export interface Connection {
	/** Sends one attempt of a request. Rejects for nothing that the network or Mastercard does. */
	send(request: ApiRequest, timeoutMs: number): Promise<Attempt<Reply>>;
	/** Texts of the credential that must never leave the node. */
	secrets: Iterable<string>;
}
