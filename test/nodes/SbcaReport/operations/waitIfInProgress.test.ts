import { waitIfInProgress } from '../../../../nodes/SbcaReport/operations/waitIfInProgress';
import { missingResult } from '../../../../nodes/shared/failure';

const failed = { kind: 'failed', failure: missingResult() } as const;
const receive = (status: string) => ({ status: 200, headers: {}, body: { status } });

test('a report in progress is requested again after 20 seconds, and fails as before if it is not', () => {
	expect(waitIfInProgress(failed, receive('inProgress'), 'row')).toEqual({
		...failed,
		next: { row: 'row', waitMs: 20_000 },
	});
});

test('any other result stands', () => {
	expect(waitIfInProgress(failed, receive('failure'), 'row')).toBe(failed);
	const succeeded = { kind: 'succeeded', value: 'x' } as const;
	expect(waitIfInProgress(succeeded, receive('inProgress'), 'row')).toBe(succeeded);
});
