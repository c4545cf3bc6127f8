import { missingResult } from '../../../../nodes/shared/failure';
import { openFinance } from '../../../../nodes/shared/sbca/openFinance';

test.each([
	[404, '10100', true],
	[404, '10101', false],
	[400, '10100', false],
])(
	'status %i with code %s means that the location is lost: %p',
	(httpCode, reasonCode, expected) => {
		expect(openFinance.isLocationLost({ ...missingResult(httpCode), reasonCode })).toBe(expected);
	},
);
