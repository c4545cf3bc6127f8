import type { IExecuteFunctions } from 'n8n-workflow';
import type { Attempt } from '../../../batch/types';
import type { Failure, HttpResponse } from '../../../mastercard/errors/Failure';
import type { KnownCards } from '../../../redaction/findKnownCards';
import type { RowFailure } from '../failure';

/** One request in Mastercard's terms; the transport knows hosts, signatures and encryption. */
export interface ApiRequest {
	method: 'GET' | 'POST';
	/** Absolute path on Mastercard's host, already encoded. */
	path: string;
	/** Names and values as they are; encoded by the transport. */
	query?: Readonly<Record<string, string>>;
	body?: Readonly<Record<string, unknown>>;
	/** Whether it creates something each time that it is sent, so that it must not simply be repeated. */
	creates?: true;
	/** The format of the response; JSON when omitted. A file's body is one character for each byte. */
	accept?: 'application/pdf';
}

/** A decrypted and parsed response, or why a response that did arrive cannot be used. */
export type ApiResponse = { response: HttpResponse } | { failure: Failure };

/** Sends requests to Mastercard with one credential. */
export interface Transport {
	/**
	 * Sends one attempt of a request. The response is free of the credential's secrets. Never rejects because of the
	 * network or Mastercard.
	 */
	send(request: ApiRequest, timeoutMs: number): Promise<Attempt<ApiResponse>>;
}

/**
 * Opens a credential, or says why nothing can be sent with it.
 *
 * @param cards Of the run: they are masked wherever a response holds them.
 */
export type TransportFactory = (
	context: IExecuteFunctions,
	cards: KnownCards,
) => Promise<Transport | RowFailure>;
