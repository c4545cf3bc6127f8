import type { IExecuteFunctions, NodeExecutionHint } from 'n8n-workflow';
import { missingResult } from '../../../../nodes/shared/failure';
import { addHints } from '../../../../nodes/shared/output/hints';
import type { RowOutcome } from '../../../../nodes/shared/rows';

const failed = (kind: 'rejected' | 'failed', retryable: boolean): RowOutcome => ({
	kind,
	failure: { ...missingResult(), retryable, attempts: 1 },
});
const succeeded: RowOutcome = { kind: 'succeeded' };
const noData: RowOutcome = { kind: 'noData', reasonCode: 'X' };

function getHints(outcomes: RowOutcome[], own?: string, retryOnFail?: boolean) {
	const hints: NodeExecutionHint[] = [];
	const context = {
		addExecutionHints: (hint: NodeExecutionHint) => hints.push(hint),
		getNode: () => ({ retryOnFail }),
	} as unknown as IExecuteFunctions;
	addHints(context, outcomes, own);
	return hints.map(({ type, location, message }) => [type, location, message]);
}

test('a run in which all is well has no hints', () => {
	expect(getHints([succeeded, noData])).toEqual([]);
	expect(getHints([])).toEqual([]);
	expect(getHints([succeeded], undefined, false)).toEqual([]);
});

test('rows without a result are counted, and those that may be run again', () => {
	const rows = [succeeded, failed('rejected', false), noData, failed('failed', false)];
	expect(getHints(rows)).toEqual([
		['warning', 'outputPane', '2 of 4 rows have no result; each has an item with the reason.'],
	]);
	expect(getHints([...rows, failed('failed', true)])).toEqual([
		[
			'warning',
			'outputPane',
			'3 of 5 rows have no result; each has an item with the reason. Running 1 of them again later may help.',
		],
	]);
});

test("what the operation says follows, and what 'Retry On Fail' costs", () => {
	expect(getHints([succeeded], 'Their own words.', true)).toEqual([
		['info', 'outputPane', 'Their own words.'],
		['warning', 'outputPane', expect.stringMatching(/^Turn off 'Retry On Fail'/)],
	]);
});
