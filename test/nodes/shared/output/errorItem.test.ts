import fc from 'fast-check';
import { MAX_ERROR_BYTES } from '../../../../mastercard/limits';
import { toErrorItem } from '../../../../nodes/shared/output/errorItem';

const text = fc.string({ unit: 'binary', maxLength: 8000, size: 'max' });
const name = fc.option(text);
const failure = fc.record({
	message: text,
	description: text,
	httpCode: fc.option(fc.integer({ min: 100, max: 599 })),
	reasonCode: name,
	source: name,
	retryable: fc.boolean(),
	scope: fc.constantFrom('row' as const, 'call' as const, 'run' as const),
	correlationId: name,
	attempts: fc.integer({ min: 0, max: 30 }),
});
const identity = fc.option(
	fc.record({
		customerPAN: fc.constant('542523******9903'),
		cardReference: fc.constant('a'.repeat(43)),
		consentReference: text,
	}),
	{ nil: undefined },
);

test('limits the size of an error, whatever its texts', () => {
	fc.assert(
		fc.property(failure, fc.nat(), identity, (why, index, fields) => {
			const { json } = toErrorItem(why, index, fields);
			expect(Buffer.byteLength(JSON.stringify(json.error))).toBeLessThanOrEqual(MAX_ERROR_BYTES);
			expect(json.error).toMatchObject({ item: index, scope: why.scope });
		}),
		// Shrinking texts of this length would take minutes.
		{ endOnFailure: true },
	);
});

test('a long description is cut after a word, and uses the room that there is', () => {
	const why = {
		...{ message: 'Declined', httpCode: 400, reasonCode: 'X', source: 'Mastercard' },
		...{ retryable: false, scope: 'row' as const, correlationId: null, attempts: 1 },
	};
	const { json } = toErrorItem({ ...why, description: 'word '.repeat(3000) }, 0);
	const bytes = Buffer.byteLength(JSON.stringify(json.error));
	expect(bytes).toBeLessThanOrEqual(MAX_ERROR_BYTES);
	expect(bytes).toBeGreaterThan(MAX_ERROR_BYTES - 20);
	expect(json.error).toMatchObject({ description: expect.stringMatching(/word …$/) });
});

test('an error without a code, a source or an ID says so', () => {
	const unknown = { reasonCode: null, source: null, correlationId: null };
	const why = { message: 'm', description: 'd', httpCode: null, retryable: false, attempts: 0 };
	const { json } = toErrorItem({ ...why, ...unknown, scope: 'row' }, 0);
	expect(json.error).toMatchObject(unknown);
});
