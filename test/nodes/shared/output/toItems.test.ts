// How the last response of a row becomes its items: free of every card of the run, whatever it holds.
import type { IExecuteFunctions } from 'n8n-workflow';
import type { RowResult } from '../../../../mastercard/errors/Failure';
import { missingResult } from '../../../../nodes/shared/failure';
import type { Operation } from '../../../../nodes/shared/operation';
import { createToRowItems } from '../../../../nodes/shared/output/toItems';
import { knownCards } from '../../../../redaction/findKnownCards';

interface Row {
	pan: string;
}
type Value = Record<string, unknown>;

/** Without a valid check digit: only a run that knows it can tell that it is a card. */
const OTHER_CARD = '5425233430109904';
const ROW = { index: 3, row: { pan: '5425233430109903' } };
/** Nothing here stores a file. */
const CONTEXT = {} as IExecuteFunctions;

const operation = (parts: Partial<Operation<Row, Value>> = {}): Operation<Row, Value> => ({
	parseRow: () => ROW.row,
	dedupeKey: ({ pan }) => pan,
	maxRowsPerCall: 1,
	buildRequest: () => ({ method: 'GET', path: '/' }),
	parseResponse: () => [],
	toItems: ({ value }) => [value as Record<string, string>],
	...parts,
});
const ofCards = operation({ getPan: ({ pan }) => pan });

const toRowItems = (parts: Operation<Row, Value>, result: RowResult<Value>) =>
	createToRowItems(
		CONTEXT,
		parts,
		knownCards([ROW.row.pan, OTHER_CARD]),
	)(ROW, { result, attempts: 2 });

const found = (value: Value): RowResult<Value> => ({ kind: 'succeeded', value });

test("an item about one card hides the run's other cards, also those that only the run knows", async () => {
	const { items, outcome } = await toRowItems(
		ofCards,
		found({ note: `see 5425.2334.3010.9904 and ${OTHER_CARD}`, amount: 12.5 }),
	);
	expect(outcome).toEqual({ kind: 'succeeded' });
	expect(items).toEqual([
		{
			json: { note: 'see 542523******9904 and 542523******9904', amount: 12.5 },
			pairedItem: { item: 3 },
		},
	]);
});

test('an item of a node that sends no cards keeps what looks like one', async () => {
	const { items } = await toRowItems(operation(), found({ merchantId: ROW.row.pan }));
	expect(items[0]?.json).toEqual({ merchantId: ROW.row.pan });
});

test('a failure hides cards, also one of a node that sends none', async () => {
	const failure = { ...missingResult(), message: `No result for ${ROW.row.pan}` };
	const rowItems = await toRowItems(operation(), { kind: 'failed', failure });
	expect(rowItems).toMatchObject({
		items: [],
		outcome: { kind: 'failed' },
		failure: { message: 'No result for 542523******9903', attempts: 2 },
	});
});

test('a card without data that counts as an error is a failure of the row, by Mastercard', async () => {
	const noData = {
		action: 'error' as const,
		getFailure: () => ({ message: 'No score', description: 'Too new' }),
	};
	const result = { kind: 'noData' as const, reasonCode: 'TOO_NEW', value: {} };
	const rowItems = await toRowItems({ ...ofCards, noData }, result);
	expect(rowItems).toEqual({
		...ROW,
		items: [],
		outcome: { kind: 'noData', reasonCode: 'TOO_NEW' },
		failure: {
			message: 'No score',
			description: 'Too new',
			httpCode: null,
			reasonCode: 'TOO_NEW',
			source: 'Mastercard',
			retryable: false,
			scope: 'row',
			correlationId: null,
			attempts: 2,
		},
	});
});

test('a response of a shape that nobody thought of fails its row alone', async () => {
	const broken = operation({
		toItems: () => {
			throw new TypeError('x is not a function');
		},
	});
	expect(await toRowItems(broken, found({}))).toMatchObject({
		...ROW,
		items: [],
		outcome: { kind: 'failed' },
		failure: { attempts: 2 },
	});
});
