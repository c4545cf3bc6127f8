import fc from 'fast-check';
import { requireConsent } from '../../mastercard/requireConsent';
import { getRejection } from '../support/getRejection';

test('accepts only the boolean true as consent', () => {
	expect(requireConsent(true)).toBe(true);
	fc.assert(
		fc.property(
			fc.anything().filter((value) => value !== true),
			(value) => {
				expect(getRejection(() => requireConsent(value)).code).toBe('CONSENT_NOT_GIVEN');
			},
		),
	);
});

test.each([
	[false, "'Has Consent' is not true, so nothing was sent"],
	[null, "'Has Consent' is not true, so nothing was sent"],
	['', "'Has Consent' is not true, so nothing was sent"],
	[undefined, "'Has Consent' is not true, so nothing was sent"],
	['true', "'Has Consent' is text instead of true or false, so nothing was sent"],
	[1, "'Has Consent' is a number instead of true or false, so nothing was sent"],
	[{}, "'Has Consent' is a list or object instead of true or false, so nothing was sent"],
])('rejects %j with its own message', (value, message) => {
	expect(getRejection(() => requireConsent(value)).message).toBe(message);
});
