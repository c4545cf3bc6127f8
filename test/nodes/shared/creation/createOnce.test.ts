// Creating once, step by step: what is sent next, and what a row is told if it is not sent.
import type { Failure, HttpResponse, RowResult } from '../../../../mastercard/errors/Failure';
import type {
	Creation,
	CreationRow,
	CreationState,
	FetchResult,
	LookupResult,
	Unfinished,
} from '../../../../nodes/shared/creation/creation';
import { WAIT_MS, createOnce } from '../../../../nodes/shared/creation/createOnce';
import type { ParsedResult } from '../../../../nodes/shared/operation';

interface Row extends CreationRow {
	name: string;
}
type Result = ParsedResult<Row, string>;

/** Each body is what the service's own code would read in it. */
const response = (
	body: RowResult<string> | Unfinished | LookupResult<string> | FetchResult<string>,
): HttpResponse => ({
	...{ status: 200, headers: {}, body },
});
const requestedIds: unknown[] = [];
const creation: Creation<Row, string> = {
	subject: 'report',
	howToFind: ({ name }) => `Look for ${name}.`,
	buildRequest: ({ name }) => ({ method: 'POST', path: `/create/${name}` }),
	parseResponse: ({ body }) => body as RowResult<string> | Unfinished,
	buildLookup: ({ name }) => ({ method: 'GET', path: `/list/${name}` }),
	parseLookup: ({ body }) => body as LookupResult<string>,
	byId: {
		narrow: (_, ids) => ids.filter((id) => !id.startsWith('not')),
		buildRequest: ({ name }, id) => ({ method: 'GET', path: `/get/${name}/${id}` }),
		parseResponse: ({ body }, _, id) => (requestedIds.push(id), body as FetchResult<string>),
	},
};
const failure = (change: Partial<Failure> = {}): Failure => ({
	...{ message: 'It failed', description: 'Do this.', httpCode: null, reasonCode: 'TIMEOUT' },
	...{ source: 'Node', retryable: true, scope: 'call', correlationId: null },
	...change,
});
const LOST = failure();
const DECLINED = failure({ httpCode: 400, reasonCode: 'BAD', retryable: false });
const UNKNOWN = {
	...LOST,
	message:
		'A report may exist, and may have been charged: the response to the request for it is missing',
	description: 'It failed. Look for a. Create it again only if it does not exist.',
	...{ reasonCode: 'OUTCOME_UNKNOWN', retryable: false },
};
const NOT_CREATED = {
	...LOST,
	description: 'Mastercard lists no new report, so none was created. Run the row again later.',
	retryable: true,
};
const FIRST: Row = { name: 'a' };
const at = (step: CreationState['step'], ids: string[] = [], requests = 1): Row => ({
	...FIRST,
	creation: { step, requests, lost: LOST, ids },
});
const found = { kind: 'succeeded', value: 'x' } as const;
const IN_PROGRESS = failure({ reasonCode: 'REPORT_IN_PROGRESS', message: 'Not finished' });
const unfinished = (id: string | null): Unfinished => ({
	...{ kind: 'unfinished', id, failure: IN_PROGRESS },
});

const parts = (change: Partial<Creation<Row, string>> = {}, maxAttempts = 2) =>
	createOnce({ ...creation, ...change }, maxAttempts);
/** What follows when this response arrives for a row. */
const receive = (row: Row, body: Parameters<typeof response>[0], own = parts()) =>
	own.parseResponse(response(body), [row], 0)[0] as Result;
const lose = (row: Row, why = LOST) => parts().parseFailure(why, row);
const send = (row: Row) => parts().buildRequest([row]);

describe('the request to create', () => {
	test('says that it creates, and what was created is the result', () => {
		expect(send(FIRST)).toEqual({ method: 'POST', path: '/create/a', creates: true });
		expect(send(at('create'))).toEqual({ method: 'POST', path: '/create/a', creates: true });
		expect(receive(FIRST, found)).toEqual(found);
		expect(receive(at('create'), found)).toEqual(found);
	});

	test.each([
		['no response', lose],
		[
			'an unusable response',
			(row: Row, why = LOST) => receive(row, { kind: 'failed', failure: why }),
		],
	])(
		'that has %s is followed by the list after 20 seconds, unless nothing can have been created',
		(_, fail) => {
			expect(fail(FIRST)).toEqual({
				...{ kind: 'failed', failure: UNKNOWN },
				next: { row: at('lookUp'), waitMs: 20_000 },
			});
			expect(fail(at('create'))).toMatchObject({ next: { row: at('lookUp', [], 2) } });
			expect(fail(FIRST, DECLINED)).toEqual({ kind: 'failed', failure: DECLINED });
			expect(WAIT_MS).toBe(20_000);
		},
	);

	test('that leads to something unfinished is followed by getting it, or by the list without its ID', () => {
		const fetched = { step: 'fetch', requests: 1, lost: IN_PROGRESS, ids: ['7'] } as const;
		expect(receive(FIRST, unfinished('7'))).toEqual({
			...{ kind: 'failed', failure: IN_PROGRESS },
			next: { row: { ...FIRST, creation: fetched }, waitMs: 20_000 },
		});
		expect(receive(at('create', [], 2), unfinished('7')).next?.row.creation?.requests).toBe(2);
		const listed = { step: 'lookUp', requests: 1, lost: IN_PROGRESS, ids: [] } as const;
		expect(receive(FIRST, unfinished(null))).toMatchObject({
			failure: {
				reasonCode: 'OUTCOME_UNKNOWN',
				description: expect.stringContaining('Not finished.') as unknown,
			},
			next: { row: { ...FIRST, creation: listed }, waitMs: 20_000 },
		});
	});

	test('is the same only for the same row, and is sent alone', () => {
		expect(parts().dedupeKey(FIRST)).toBe(parts().dedupeKey({ ...FIRST }));
		expect(parts().dedupeKey(FIRST)).not.toBe(parts().dedupeKey({ name: 'b' }));
		expect(parts().dedupeKey(FIRST)).not.toBe(parts().dedupeKey(at('lookUp')));
		expect(parts().maxRowsPerCall).toBe(1);
	});
});

describe('the list', () => {
	test('is requested as such', () => {
		expect(send(at('lookUp'))).toEqual({ method: 'GET', path: '/list/a' });
	});

	test('that has what was created gives the result', () => {
		expect(receive(at('lookUp'), found)).toEqual(found);
	});

	test('without it leads to another request to create at once, as often as is allowed', () => {
		const again = { kind: 'failed', failure: NOT_CREATED, next: { row: at('create') } };
		expect(receive(at('lookUp'), { kind: 'none' })).toEqual(again);
		expect(receive(at('lookUp'), { kind: 'none' }).next).not.toHaveProperty('waitMs');
		expect(receive(at('lookUp', [], 2), { kind: 'none' })).toEqual({
			...{ kind: 'failed', failure: NOT_CREATED },
		});
		expect(receive(at('lookUp', [], 2), { kind: 'none' }, parts({}, 3))).toHaveProperty('next');
	});

	test('that cannot be had leaves it unknown', () => {
		const unknown = { kind: 'failed', failure: UNKNOWN };
		expect(receive(at('lookUp'), { kind: 'failed', failure: DECLINED })).toEqual(unknown);
		expect(lose(at('lookUp'))).toEqual(unknown);
		const ended = { ...LOST, message: 'It failed.' };
		const row = { ...FIRST, creation: { ...at('lookUp').creation, lost: ended } as CreationState };
		expect(lose(row)).toMatchObject({
			failure: { description: expect.stringMatching(/^It failed\. Look for a\./) as unknown },
		});
	});

	test('of several that may be it leads to the first one that may be of this row', () => {
		expect(
			receive(at('lookUp'), { kind: 'candidates', ids: ['not 1', '2', 'not 3', '4'] }),
		).toEqual({
			...{ kind: 'failed', failure: UNKNOWN },
			next: { row: at('compare', ['2', '4']) },
		});
		expect(receive(at('lookUp'), { kind: 'candidates', ids: ['not 1'] }).next).toEqual({
			row: at('create'),
		});
		expect(
			receive(at('lookUp'), { kind: 'candidates', ids: ['1'] }, parts({ byId: undefined })).next,
		).toEqual({ row: at('create') });
	});
});

describe.each(['compare', 'fetch'] as const)('to %s one by its ID', (step) => {
	const row = at(step, ['1', 'not 2', '3']);

	test('it is requested by its ID', () => {
		expect(send(row)).toEqual({ method: 'GET', path: '/get/a/1' });
		requestedIds.length = 0;
		receive(row, found);
		expect(requestedIds).toEqual([{ id: '1', isKnown: step === 'fetch' }]);
	});

	test('what was created is the result', () => {
		expect(receive(row, found)).toEqual(found);
	});

	test('another one leads to the next that may be it, and the last one to creating it', () => {
		expect(receive(row, { kind: 'other' }).next).toEqual({ row: at('compare', ['3']) });
		expect(receive(at(step, ['1']), { kind: 'other' })).toEqual({
			...{ kind: 'failed', failure: NOT_CREATED, next: { row: at('create') } },
		});
	});

	test('one that is unfinished is requested again after 20 seconds', () => {
		const state = {
			step: 'fetch',
			requests: 1,
			lost: IN_PROGRESS,
			ids: ['1', 'not 2', '3'],
		} as const;
		expect(receive(row, unfinished('1'))).toEqual({
			...{ kind: 'failed', failure: IN_PROGRESS },
			next: { row: { ...FIRST, creation: state }, waitMs: 20_000 },
		});
	});

	test('without a response it is known where to find it, or unknown which one it is', () => {
		const expected = { kind: 'failed', failure: step === 'fetch' ? LOST : UNKNOWN };
		expect(lose(row, DECLINED)).toEqual(expected);
		expect(receive(row, { kind: 'unavailable', failure: DECLINED })).toEqual(expected);
	});
});

test('without a way to get one by its ID the list is requested, and none is taken for it', () => {
	const own = parts({ byId: undefined });
	expect(own.buildRequest([at('compare', ['1'])])).toEqual({ method: 'GET', path: '/list/a' });
	expect(receive(at('compare', ['1']), found, own).next).toEqual({ row: at('create') });
	expect(send(at('compare'))).toEqual({ method: 'GET', path: '/list/a' });
});
