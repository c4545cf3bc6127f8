import { missingResult } from '../../../../nodes/shared/failure';
import { openFinance } from '../../../../nodes/shared/sbca/openFinance';

test('a report is requested with POST, for the customer that it is filed under', () => {
	const params = {
		locationId: 'a1b2c3d4-0000-1234-abcd-000000000001',
		metricType: 'retail_sales_analytics',
		metricFrequency: 'Weekly',
	} as const;
	const customer = { customerId: '7', businessDetails: { name: 'Shop' } } as Parameters<
		typeof openFinance.buildReportRequest
	>[1];
	expect(openFinance.buildReportRequest(params, customer)).toMatchObject({
		...{ method: 'POST', path: '/decisioning/customers/7/sbca' },
	});
});

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
