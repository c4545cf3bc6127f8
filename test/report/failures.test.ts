import { countFailures, hasUnknownFailures } from '../../report/failures';

const failures = (rejected: number, failed: number, references: string[], runSummary = {}) => ({
	...{ rejected, failed, failedReferences: new Set(references), runSummary },
});

test('rows without a result are counted by their items or by the run summary, whichever has more', () => {
	expect(countFailures({ ...failures(1, 2, []), runSummary: null })).toEqual({
		...{ rejected: 1, failed: 2 },
	});
	expect(countFailures(failures(1, 2, [], { rejected: 5, failed: 1 }))).toEqual({
		...{ rejected: 5, failed: 2 },
	});
	expect(countFailures(failures(0, 0, [], { rejected: '5' }))).toEqual({ rejected: 0, failed: 0 });
});

test.each([
	[failures(0, 0, []), false],
	[failures(1, 1, ['a', 'b']), false],
	[failures(1, 1, ['a']), true],
	[failures(0, 0, [], { failed: 1 }), true],
])('of %j some are unknown: %p', (given, expected) => {
	expect(hasUnknownFailures(given)).toBe(expected);
});
