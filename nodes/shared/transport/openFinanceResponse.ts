/** From the bytes of an Open Finance response to what the operations read, cleared of secrets. */
import { parseBody, type RawResponse } from '../../../credentials/authentication/httpResponse';
import { getSecrets, type OpenFinanceCredential } from '../../../mastercard/openFinance/credential';
import { createResponseRedactor, type RedactResponse } from '../../../mastercard/redactResponse';
import { nonJsonResponse } from './http';
import type { ApiRequest, ApiResponse } from './transport';

/** @returns Parses the response to a request that was sent with `token`. */
export function createOpenFinanceParser(credential: OpenFinanceCredential) {
	let last: { token: string; redact: RedactResponse } | undefined;
	return (raw: RawResponse, { accept }: ApiRequest, token: string): ApiResponse => {
		if (last?.token !== token)
			last = { token, redact: createResponseRedactor([...getSecrets(credential), token]) };
		const response = parseBody(raw);
		const isSuccessful = raw.status >= 200 && raw.status < 300;
		if (response.isJson || !isSuccessful) return { response: last.redact(response) };
		if (accept === undefined) return nonJsonResponse(last.redact({ ...response, body: null }));
		return { response: last.redact({ ...response, body: raw.bytes.toString('latin1') }) };
	};
}
