// What n8n's engine does not bring about: an empty first input, a file that cannot be stored, and the whole of a hint.
import type { IDataObject, IExecuteFunctions, INode } from 'n8n-workflow';
import { createReviewReport } from '../../../nodes/CreditReviewReport/createReviewReport';

const card = (cardReference: string, more: IDataObject = {}) => ({
	...{ cardReference, scored: true, score: 500, decile: 5, modelName: 'M2' },
	...more,
});

async function run(
	inputs: (IDataObject[] | undefined)[],
	parameters: IDataObject = {},
	storeFile = (): Promise<unknown> => Promise.resolve({}),
) {
	const hints: unknown[] = [];
	const files: unknown[][] = [];
	const all: IDataObject = {
		...{ subject: 'cards', matchBy: ' cardReference ', title: ' Cards ', label: ' Name ' },
		...{ reviewDate: '2026-11-21', bottomDeciles: 2, watchListSize: 20 },
		...parameters,
	};
	const context = {
		getInputData: (input: number) => inputs[input]?.map((json) => ({ json })),
		getNodeParameter: (name: string, _: number, fallback: unknown) => all[name] ?? fallback,
		getNode: () => ({ name: 'Report' }) as INode,
		continueOnFail: () => false,
		addExecutionHints: (hint: unknown) => hints.push(hint),
		helpers: { prepareBinaryData: (...file: unknown[]) => (files.push(file), storeFile()) },
	} as unknown as IExecuteFunctions;
	const outputs = await createReviewReport(context);
	return { files, hints, outputs };
}

test.each([[[]], [undefined]])(
	'without the items of this review (%j) there is nothing to report on',
	async (current) => {
		await expect(run([current, [card('a')]])).rejects.toMatchObject({
			message: "The input 'Current' is empty",
			description:
				"Connect the items of this review. Those of the last one belong to the input 'Previous'.",
		});
	},
);

test('a file that n8n cannot store ends the run with its reason, without card numbers', async () => {
	const fail = () => Promise.reject(new Error('No space left for 5425 2334 3010 9903'));
	await expect(run([[card('a', { Name: 'x' })]], {}, fail)).rejects.toMatchObject({
		message: 'The node could not finish this run',
		description: 'No space left for 542523******9903',
	});
});

test('the file is HTML, named by the day', async () => {
	const { files } = await run([[card('a', { Name: 'x' })], undefined]);
	expect(files).toEqual([
		[expect.any(Buffer) as unknown, 'credit-review-2026-11-21.html', 'text/html'],
	]);
});

test('names are read without the blanks around them', async () => {
	const { outputs } = await run([[card('a', { Name: 'x', Branch: 'North' })]], {
		'options.segment': ' Branch ',
	});
	expect(outputs[1]?.[0]?.json.report).toMatchObject({
		title: 'Cards',
		figures: { segments: [{ segment: 'North' }] },
	});
});

test('what is left out is a warning above the output, all of it in one', async () => {
	const items = [card('a', { Name: 'x' }), card('a'), card('b', { score: 'high' })];
	const { hints } = await run([items]);
	expect(hints).toEqual([
		{
			message:
				"Item 2 of this review is left out: it has a value in 'score' that cannot be used. 1 item of this review repeats a card; the first item of each counts.",
			...{ type: 'warning', location: 'outputPane' },
		},
	]);
	expect((await run([[card('a', { Name: 'x' })]])).hints).toEqual([]);
});

test.each([null, undefined, ''])('%p as the day of the review means today', async (reviewDate) => {
	const before = new Date().toISOString().slice(0, 10);
	const { outputs } = await run([[card('a', { Name: 'x' })]], { reviewDate });
	const { reviewDate: day } = outputs[1]?.[0]?.json.report as IDataObject;
	expect([before, new Date().toISOString().slice(0, 10)]).toContain(day);
});

test.each<[IDataObject, string]>([
	[{ matchBy: ' ' }, 'Enter the field that says which rows are the same in both reviews.'],
	[{ reviewDate: 'soon' }, 'Enter a day such as 2026-11-21.'],
	[{ watchListSize: 0 }, 'Correct the parameter and run the node again.'],
])('%j is rejected with the way out', async (parameters, description) => {
	await expect(run([[card('a', { Name: 'x' })]], parameters)).rejects.toMatchObject({
		description,
	});
});
