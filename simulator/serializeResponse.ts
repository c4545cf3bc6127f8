// Turns a response into bytes: JSON, encryption, headers. A fault can change the result of each of these stages.
import type { Fault } from './faults/fault';
import { getFaultEffects } from './faults/faultEffects';
import type { SimulatedResponse } from './http';
import { encryptJwe, type EncryptionOptions } from './jwe/encrypt';
import type { RawResponse } from './sendResponse';

interface SerializationOptions {
	fault: Fault | undefined;
	/** Card numbers of the request. */
	pans: string[];
	/** Field that holds the JWE if the response is to be encrypted. */
	encryptedFieldName: string | undefined;
	encryption: EncryptionOptions;
	/** Headers that every response has. */
	headers: Record<string, string>;
}

/** Serializes `response` with the effects of the fault, if any. */
export function serializeResponse(
	response: SimulatedResponse,
	{ fault, pans, encryptedFieldName, encryption, headers }: SerializationOptions,
): RawResponse {
	const effects = getFaultEffects(fault);
	const apply = <T>(
		effect: ((value: T, fault: Fault, pans: string[]) => T) | undefined,
		value: T,
	) => (fault === undefined || effect === undefined ? value : effect(value, fault, pans));

	const { status, body, file } = apply(effects.response, response);
	const json = apply(effects.json, body === undefined ? '' : JSON.stringify(body));
	// Assumed: errors are not encrypted, so that they can be read without the keys.
	const isEncrypted = encryptedFieldName !== undefined && status === 200;
	const options = isEncrypted ? apply(effects.encryption, encryption) : undefined;
	const fieldName = apply(effects.fieldName, encryptedFieldName ?? '');
	const text =
		options === undefined
			? json
			: JSON.stringify({ [fieldName]: apply(effects.jwe, encryptJwe(json, options)) });
	const raw = apply(effects.rawResponse, {
		status,
		headers: { 'Content-Type': file?.contentType ?? 'application/json' },
		bytes: file?.bytes ?? Buffer.from(text),
	});
	return { ...raw, headers: { ...headers, ...raw.headers } };
}
