// What every Mastercard node promises: one suite, run for each of them.
import { withVirtualSleep } from '../support/virtualTime';
import type { IDataObject, NodeParameterValueType } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../../simulator/server';
import { runInEngine, type EngineRun } from '../support/runInEngine';
import { subjects } from './contractSubjects';

jest.mock('n8n-workflow', () => withVirtualSleep(jest.requireActual<object>('n8n-workflow')));

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
beforeEach(() => {
	simulator.reset();
});
afterAll(async () => {
	await simulator.close();
});

/** Calls for data, not counting authentication. */
const calls = () => simulator.calls.filter(({ path }) => !path.includes('/authentication'));

describe.each(subjects)('$node, $title', (subject) => {
	const run = (rows: IDataObject[], more: Partial<EngineRun> = {}) =>
		runInEngine({
			node: subject.node,
			rows,
			credentials: subject.credentials(simulator),
			...more,
			parameters: {
				...subject.parameters,
				...more.parameters,
				options: {
					...(subject.parameters.options as object | undefined),
					// One call per row, so that a failed call does not affect the others.
					...subject.oneRowPerCall,
					...(more.parameters?.options as object | undefined),
				} as NodeParameterValueType,
			},
		});
	const getRow = ({ pairedItem }: { pairedItem?: unknown }) =>
		typeof pairedItem === 'number' ? pairedItem : (pairedItem as { item: number }).item;
	const pairedRows = (items: { pairedItem?: unknown }[] = []) => [...new Set(items.map(getRow))];
	const shown = (output: unknown) =>
		subject.confidential.filter((text) => JSON.stringify(output).includes(text));
	const rows = subject.rows;

	beforeEach(async () => {
		if (subject.logsIn !== true) return;
		await run(rows.slice(0, 1));
		simulator.calls.length = 0;
	});
	const callCount = rows.length * subject.callsPerRow;

	it('outputs and sends nothing without rows', async () => {
		expect((await run([])).outputs.flat()).toEqual([]);
		expect(calls()).toEqual([]);
	});

	it('outputs the items of a single row', async () => {
		const { outputs, error } = await run(rows.slice(0, 1));
		expect(error).toBeUndefined();
		expect(outputs[0]?.length).toBeGreaterThan(0);
		expect(pairedRows(outputs[0])).toEqual([0]);
	});

	it('evaluates expressions for each row, and links items to rows in input order', async () => {
		simulator.injectFault({ kind: 'delay', delayMs: 150 });
		const { outputs, error } = await run(rows);
		expect(error).toBeUndefined();
		expect(pairedRows(outputs[0])).toEqual(rows.map((_, index) => index));
		const order = outputs[0]?.map(getRow);
		expect(order).toEqual([...(order ?? [])].sort((a, b) => a - b));
		expect(calls()).toHaveLength(callCount);
	});

	it("stops at an invalid row before any call, with the default of 'On Error'", async () => {
		const { outputs, error } = await run([...rows, subject.badRow]);
		expect(error?.message).toMatch(subject.badRowMessage);
		expect(error?.message).toContain(`[item ${rows.length}]`);
		expect(outputs.flat()).toEqual([]);
		expect(calls()).toEqual([]);
	});

	it('rejects only the invalid row and runs the others when set to continue', async () => {
		const { outputs } = await run([subject.badRow, ...rows], { onError: 'continueRegularOutput' });
		const [first] = outputs[0] ?? [];
		expect(first?.json).toEqual({
			error: {
				message: expect.stringMatching(subject.badRowMessage),
				description: expect.any(String),
				httpCode: null,
				reasonCode: expect.any(String),
				source: 'Node',
				retryable: false,
				attempts: 0,
				correlationId: null,
				item: 0,
				scope: 'row',
				...subject.identity?.badRow,
			},
		});
		expect(pairedRows(outputs[0])).toEqual([0, ...rows.map((_, index) => index + 1)]);
		expect(calls()).toHaveLength(callCount);
	});

	it('sends rejected and failed rows to the error output with all details', async () => {
		simulator.injectFault({
			kind: 'status',
			status: 400,
			body: { Errors: { Error: [] } },
			times: 1,
		});
		const { outputs } = await run([...rows, subject.badRow], {
			onError: 'continueErrorOutput',
			parameters: { options: { concurrency: 1 } },
		});
		const [success, failed] = outputs;
		expect(pairedRows(failed)).toEqual([0, rows.length]);
		expect(pairedRows(success)).toEqual(rows.slice(1).map((_, index) => index + 1));
		expect(failed?.[0]?.json.error).toMatchObject({
			httpCode: 400,
			attempts: 1,
			retryable: false,
			correlationId: expect.any(String),
			item: 0,
			scope: 'row',
			...subject.identity?.goodRow,
		});
		expect(failed?.[1]?.json.error).toMatchObject({ item: rows.length, scope: 'row' });
	});

	it('keeps the card numbers of input rows out of the error output, which still links to those rows', async () => {
		simulator.injectFault({
			kind: 'status',
			status: 400,
			body: { Errors: { Error: [] } },
			times: 1,
		});
		const all = [...rows, subject.badRow];
		const { outputs, behind } = await run(all, {
			onError: 'continueErrorOutput',
			parameters: { options: { concurrency: 1 } },
			readBehind: "={{ $('Rows').item.json }}",
		});
		const [success = [], failed = []] = outputs;
		expect(shown(outputs)).toEqual([]);
		expect(failed.map(({ json }) => json)).toEqual(
			[rows[0], subject.badRow].map((row) => ({
				...(subject.identity === undefined && row),
				error: expect.anything(),
			})),
		);
		expect(behind).toEqual([...success, ...failed].map((item) => all[getRow(item)]));
	});

	it.each([
		['a project without the API', 403, undefined, 'run'],
		['a rate limit', 429, undefined, 'run'],
		['an outage', 503, undefined, 'run'],
		['a fault that one request may cause', 500, undefined, 'call'],
		['a request that is declined for what it holds', 400, 'INVALID_DATA', 'row'],
	])('gives %s its scope', async (_, status, ReasonCode, scope) => {
		const body = { Errors: { Error: [{ ReasonCode }] } };
		simulator.injectFault({ kind: 'status', status, body, times: Infinity });
		const { outputs } = await run(rows, {
			onError: 'continueRegularOutput',
			parameters: { options: { maxAttempts: 1 } },
		});
		const errors = outputs[0]?.map(({ json }) => json.error as IDataObject);
		expect(errors?.map(({ item }) => item)).toEqual(rows.map((_row, index) => index));
		expect(errors?.map((error) => error.scope)).toEqual(rows.map(() => scope));
	});

	it('limits an error to 4 KB, and keeps what to do', async () => {
		const words = 'Der Händler 4111111111111111 wurde „nicht" gefunden 💳 '.repeat(300);
		const entry = { Source: words, ReasonCode: 'X', Description: words, Details: words };
		simulator.injectFault({
			kind: 'status',
			status: 400,
			body: { Errors: { Error: Array.from({ length: 30 }, () => entry) } },
			headers: { 'x-mc-correlation-id': 'a'.repeat(5000) },
		});
		const { outputs } = await run(rows.slice(0, 1), { onError: 'continueRegularOutput' });
		const error = outputs[0]?.[0]?.json.error as IDataObject;
		expect(Buffer.byteLength(JSON.stringify(error))).toBeLessThanOrEqual(4096);
		expect(error.description).toContain(' … Correct the problem that Mastercard describes');
	});

	it('keeps the results of earlier calls when a later call fails', async () => {
		simulator.injectFault({ kind: 'status', status: 500, body: 'down', times: Infinity, skip: 1 });
		const { outputs } = await run(rows, {
			onError: 'continueRegularOutput',
			parameters: { options: { concurrency: 1, maxAttempts: 1 } },
		});
		const items = outputs[0] ?? [];
		expect(pairedRows(items)).toEqual(rows.map((_, index) => index));
		expect(items.filter(({ json }) => 'error' in json)).toHaveLength(rows.length - 1);
		expect(items.find(({ json }) => 'error' in json)?.json.error).toMatchObject({
			httpCode: 500,
			// What was to be created may exist.
			retryable: subject.creates !== true,
		});
	});

	it('stops the node at a failed call, and starts no other call', async () => {
		simulator.injectFault({
			kind: 'status',
			status: 400,
			body: { Errors: { Error: [] } },
			skip: 1,
		});
		const { error, outputs } = await run(rows, { parameters: { options: { concurrency: 1 } } });
		expect(error?.message).toContain('[item 1]');
		expect(error?.description).toContain('1 row had already been processed');
		expect(outputs.flat()).toEqual([]);
		expect(calls()).toHaveLength(2);
	});

	it('retries a call after a rate limit, as a new request', async () => {
		simulator.injectFault({ kind: 'status', status: 429, headers: { 'retry-after': '0' } });
		const { outputs, error } = await run(rows.slice(0, 1), {
			parameters: { options: { includeRunSummary: true } },
		});
		expect(error).toBeUndefined();
		expect(calls().map(({ status }) => status)).toEqual([429, 200]);
		expect(outputs[0]?.at(-1)?.json.runSummary).toMatchObject({ calls: 2, retries: 1 });
	});

	it('names an invalid credential field once, and sends nothing', async () => {
		const [[name, data]] = Object.entries(subject.credentials(simulator)) as [[string, object]];
		const { field, value, message } = subject.credentialFlaw;
		const { error } = await run(rows, { credentials: { [name]: { ...data, [field]: value } } });
		expect(error?.message).toMatch(message);
		expect(JSON.stringify(error)).not.toContain(value);
		expect(calls()).toEqual([]);
	});

	it('counts every row as failed when the credential cannot be used', async () => {
		const [[name, data]] = Object.entries(subject.credentials(simulator)) as [[string, object]];
		const { field, value, message } = subject.credentialFlaw;
		const { outputs } = await run(rows, {
			credentials: { [name]: { ...data, [field]: value } },
			parameters: { options: { includeRunSummary: true } },
			onError: 'continueRegularOutput',
		});
		const items = (outputs[0] ?? []).map(({ json }) => json);
		expect(items.at(-1)?.runSummary).toMatchObject({
			rows: rows.length,
			succeeded: 0,
			rejected: 0,
			failed: rows.length,
			calls: 0,
			retries: 0,
		});
		for (const { error } of items.slice(0, -1))
			expect(error).toMatchObject({ message: expect.stringMatching(message), attempts: 0 });
	});

	it('checks every row and sends nothing in a dry run', async () => {
		const { outputs } = await run([...rows, rows[0] as IDataObject, subject.badRow], {
			parameters: { options: { dryRun: true } },
		});
		expect(outputs[0]).toHaveLength(1);
		expect(outputs[0]?.[0]?.json).toEqual({
			dryRun: {
				rows: rows.length + 2,
				ready: rows.length + 1,
				duplicates: 1,
				rejected: [{ item: rows.length + 1, reason: expect.stringMatching(subject.badRowMessage) }],
				calls: callCount,
			},
		});
		expect(calls()).toEqual([]);
	});

	it('outputs a run summary that covers every row and is linked to all of them', async () => {
		const all = [...rows, ...subject.unavailableRows, subject.badRow];
		const { outputs } = await run(all, {
			onError: 'continueRegularOutput',
			parameters: { options: { includeRunSummary: true } },
		});
		const last = outputs[0]?.at(-1);
		expect(last?.json).toEqual({
			runSummary: {
				rows: all.length,
				succeeded: rows.length,
				noData: subject.unavailableReasons,
				rejected: 1,
				failed: 0,
				duplicates: 0,
				calls: calls().length,
				retries: 0,
				durationMs: expect.any(Number),
			},
		});
		expect(last?.pairedItem).toEqual(all.map((_, item) => ({ item })));
	});

	it('starts no more calls when the execution is cancelled', async () => {
		simulator.injectFault({ kind: 'delay', delayMs: 400, times: Infinity });
		await run(rows, { parameters: { options: { concurrency: 1 } }, cancelAfterMs: 100 });
		// Longer than the next call would have needed to arrive.
		await new Promise((resolve) => setTimeout(resolve, 700));
		expect(calls().length).toBeLessThanOrEqual(1);
	});

	it('never passes on an input row as a result, whatever fails in the node as a whole', async () => {
		const impossible: Partial<EngineRun>[] = [
			{ parameters: { options: { concurrency: 0 } } },
			{ parameters: { options: { timeout: 'soon' } } },
			{ parameters: { options: { timeout: '={{ $("Nowhere").item.json.x }}' } } },
			{ credentials: {} },
		];
		for (const onError of ['continueRegularOutput', 'continueErrorOutput'] as const) {
			for (const more of impossible) {
				const { outputs } = await run(rows, { ...more, onError });
				const failures = outputs.flat();
				expect(pairedRows(failures)).toEqual(rows.map((_, index) => index));
				expect(failures.map(({ json }) => json.error)).toEqual(
					rows.map((_, item) => expect.objectContaining({ item, scope: 'run', attempts: 0 })),
				);
				expect(shown(failures)).toEqual([]);
				if (onError === 'continueErrorOutput') expect(outputs[0]).toEqual([]);
			}
		}
		expect(calls()).toEqual([]);
	});

	it("warns that 'Retry On Fail' would pay for all rows again", async () => {
		const { hints } = await run(rows.slice(0, 1), { settings: { retryOnFail: true, maxTries: 2 } });
		expect(hints.join()).toContain("Turn off 'Retry On Fail'");
	});

	it.each([
		{ onError: 'continueRegularOutput', options: { includeRunSummary: true } },
		{ onError: 'continueErrorOutput', options: {} },
		{ onError: 'stopWorkflow', options: {} },
		{ onError: 'continueErrorOutput', options: { dryRun: true } },
	] as const)(
		'lets no card number, key or password into the data that n8n stores: %j',
		async (settings) => {
			simulator.injectFault([
				{ kind: 'panInError' },
				{ kind: 'status', status: 401, body: { Errors: { Error: [] } } },
			]);
			const { onError, options } = settings;
			const { stored } = await run([...rows, subject.badRow], { onError, parameters: { options } });
			const secrets = [
				...subject.confidential,
				...Object.values(subject.credentials(simulator))
					.flatMap((data) => Object.entries(data))
					.filter(([field]) => /key|password|secret/i.test(field) && !/alias/i.test(field))
					.map(([, value]) => String(value)),
			].filter((text) => text.length >= 8);
			expect(secrets.filter((secret) => stored.includes(secret))).toEqual([]);
			expect(stored).toContain(
				'dryRun' in options ? '"dryRun"' : subject.badRowMessage.source.slice(1),
			);
		},
	);

	// What is created is looked for before it is requested again: openFinancePayOnce.test.ts.
	if (subject.creates === true) return;

	it.each([{ kind: 'resetBeforeHeaders' }, { kind: 'resetMidBody' }] as const)(
		'retries a call once after $kind',
		async (fault) => {
			simulator.injectFault(fault);
			const { outputs, error } = await run(rows.slice(0, 1));
			expect(error).toBeUndefined();
			expect(outputs[0]?.length).toBeGreaterThan(0);
			expect(calls()).toHaveLength(2);
		},
	);

	it('says when an earlier attempt may have been processed', async () => {
		simulator.injectFault([
			{ kind: 'resetBeforeHeaders' },
			{ kind: 'status', status: 400, body: { Errors: { Error: [] } } },
		]);
		const { outputs } = await run(rows.slice(0, 1), { onError: 'continueRegularOutput' });
		expect(outputs[0]?.[0]?.json.error).toMatchObject({
			httpCode: 400,
			attempts: 2,
			description: expect.stringContaining('An earlier attempt got no response'),
		});
	});

	it('fails only the rows of a call whose response has an unforeseen form', async () => {
		const deep = '[{"scores":'.repeat(3000) + '1' + '}]'.repeat(3000);
		simulator.injectFault({ kind: 'responseText', text: deep });
		const { outputs } = await run(rows, {
			onError: 'continueRegularOutput',
			parameters: { options: { concurrency: 1 } },
		});
		const items = outputs[0] ?? [];
		expect(pairedRows(items)).toEqual(rows.map((_, index) => index));
		const failed = items.filter(({ json }) => 'error' in json);
		expect(pairedRows(failed)).toEqual([0]);
		expect(calls()).toHaveLength(callCount);
	});

	it('gives up on a response that trickles in longer than an attempt may take', async () => {
		simulator.injectFault({ kind: 'trickle', chunkBytes: 1, intervalMs: 50, times: Infinity });
		const { outputs } = await run(rows.slice(0, 1), {
			onError: 'continueRegularOutput',
			parameters: { options: { timeout: 200, maxAttempts: 1 } },
		});
		expect(outputs[0]?.[0]?.json.error).toMatchObject({ reasonCode: 'TIMEOUT' });
	});

	it('does not retry when a response arrived but cannot be decoded', async () => {
		simulator.injectFault({ kind: 'corruptGzip' });
		const { outputs } = await run(rows.slice(0, 1), { onError: 'continueRegularOutput' });
		expect(outputs[0]?.[0]?.json.error).toMatchObject({ reasonCode: 'RESPONSE_UNDECODABLE' });
		expect(calls()).toHaveLength(1);
	});
});
