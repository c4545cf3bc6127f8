import { checkLength } from '../../../mastercard/keys/checkLength';
import { getFieldError } from '../../support/keyFixtures';

test('a field may be as long as its limit', () => {
	expect(checkLength('12345', 'Consumer Key', 5)).toBeUndefined();
	expect(checkLength('', 'Consumer Key', 5)).toBeUndefined();
});

test('a longer one is named, without its content', () => {
	const error = getFieldError(() => checkLength('123456', 'Consumer Key', 5));
	expect([error.code, error.field]).toEqual(['TOO_LONG', 'Consumer Key']);
	expect(error.message).toBe("'Consumer Key' is longer than 5 characters. Check what was pasted.");
});
