// Reports of Open Finance that are not what was hoped for, and lists of reports.
import { locationId, openFinanceRuns } from '../support/openFinanceRuns';

const { simulator, sequence, report } = openFinanceRuns();

describe('an empty report', () => {
	it.each(['perPeriod', 'perLocation', 'perMetric'])(
		'is one item that says so, and not requested again (%s)',
		async (outputMode) => {
			simulator().injectFault({ kind: 'emptyReport', path: '/sbca' });
			const { outputs, error } = await report([{ locationId: locationId(1) }], {
				parameters: { outputMode, options: { includeRunSummary: true } },
			});
			expect(error).toBeUndefined();
			expect(outputs[0]?.[0]?.json).toMatchObject({
				locationId: locationId(1),
				metricType: 'retail_sales_analytics',
				metricFrequency: 'Monthly',
				available: false,
				reasonCode: 'REPORT_EMPTY',
				reason: expect.stringContaining('no weeks or months'),
			});
			expect(outputs[0]?.[0]?.json).not.toHaveProperty('requestedLocationId');
			expect(outputs[0]?.at(-1)?.json.runSummary).toMatchObject({
				succeeded: 0,
				noData: { REPORT_EMPTY: 1 },
				failed: 0,
				calls: 1,
			});
			expect(sequence()).toEqual(['POST sbca']);
		},
	);
});

describe('a report on another location than the one requested', () => {
	it('names both', async () => {
		simulator().injectFault({ kind: 'foreignReport', path: '/sbca' });
		const { outputs } = await report([{ locationId: locationId(2) }]);
		expect(outputs[0]).toHaveLength(12);
		for (const { json } of outputs[0] ?? []) {
			expect(json.locationId).toMatch(/^f0f0f0f0-/);
			expect(json).toMatchObject({ requestedLocationId: locationId(2) });
			expect(json).not.toHaveProperty('rematchedFrom');
		}
	});
});
