// Decrypts the body of a CCA request.
import type { KeyObject } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { cryptographyError } from '../cca/requestErrors';
import { errorResponse } from '../errors';
import { isJsonObject, parseJson } from '../http';
import type { AppEnv } from '../operation';
import { getCardNumbers } from '../recordedCalls';
import { decryptJwe } from './decrypt';

/** Accepted names of the field that holds the JWE; the response uses the same name as the request. */
const ENCRYPTED_FIELD_NAMES = ['encryptedData', 'encryptedValue'];

/** Stores the decrypted body in the call's record, or responds with 400 if it cannot be decrypted. */
export function decryptBody(key: KeyObject): MiddlewareHandler<AppEnv> {
	return async (context, next) => {
		const { request, call } = context.var;
		const reject = (description: string) =>
			context.set('response', errorResponse(400, cryptographyError(description)));

		const received = parseJson(request.rawBody.toString('utf8'));
		const envelope = isJsonObject(received) ? received : {};
		const fieldName = ENCRYPTED_FIELD_NAMES.find((name) => typeof envelope[name] === 'string');
		if (fieldName === undefined) return reject('Request is not encrypted');
		const text = decryptJwe(String(envelope[fieldName]), key);
		const body = text === undefined ? undefined : parseJson(text);
		if (body === undefined) return reject('Request could not be decrypted');

		call.body = body;
		call.cardCount = getCardNumbers(body).length;
		context.set('encryptedFieldName', fieldName);
		await next();
	};
}
