import { CredentialFieldError } from '../../mastercard/keys/CredentialFieldError';
import type { RowFailure } from './output/errorItem';

/** Why nothing can be sent with a credential, in the words of the check that found it. */
export function credentialFlaw(error: unknown): RowFailure {
	const known = error instanceof CredentialFieldError;
	return {
		message: known ? error.message : 'The credential could not be read',
		description: 'Nothing was sent. Correct the credential and run the node again.',
		httpCode: null,
		reasonCode: known ? error.code : 'CREDENTIAL',
		source: 'Node',
		retryable: false,
		correlationId: null,
		attempts: 0,
	};
}
