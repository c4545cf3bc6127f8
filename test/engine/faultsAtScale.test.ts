// 10,000 cards while one call in twenty goes wrong, in every way that a network and a server have.
import type { IDataObject } from 'n8n-workflow';
import type { Fault } from '../../simulator/faults/fault';
import { seededFraction } from '../../simulator/seededRandom';
import { startSimulator, type Simulator } from '../../simulator/server';
import { withCheckDigit } from '../support/cardNumbers';
import { runInEngine } from '../support/runInEngine';

const SEED = 'faults at scale 1';
const CARDS = 10_000;
const CALLS = CARDS / 20;
const SHARE_OF_FAULTS = 0.05;

/** After these the same call is sent again, and succeeds. */
const TEMPORARY: Fault[] = [
	{ kind: 'status', status: 429, headers: { 'retry-after': '1' } },
	{ kind: 'status', status: 429 },
	{ kind: 'status', status: 500 },
	{ kind: 'status', status: 503 },
	{ kind: 'status', status: 504, body: '<html>Gateway Timeout</html>' },
	{ kind: 'resetBeforeHeaders' },
	{ kind: 'delay', delayMs: 400 },
];
/** Whatever was delivered cannot be used, for all cards of the call or for one of them. */
const FINAL: Fault[] = [
	{ kind: 'tamperedJwe', part: 'ciphertext', mutation: 'flipBit' },
	{ kind: 'truncatedBody' },
	{ kind: 'htmlPage' },
	{ kind: 'missingCard' },
];

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(async () => {
	await simulator.close();
});

/** One fault in twenty calls on average, at random but repeatable places, each kind in turn. */
function injectFaults(): void {
	let skip = 0;
	let remaining: Fault[] = [];
	for (let call = 0; call < CALLS; call++) {
		if (seededFraction(`${SEED} ${call}`) >= SHARE_OF_FAULTS) {
			skip += 1;
			continue;
		}
		if (remaining.length === 0) remaining = [...TEMPORARY, ...FINAL];
		const [fault, ...rest] = remaining as [Fault, ...Fault[]];
		simulator.injectFault({ ...fault, skip });
		[skip, remaining] = [0, rest];
	}
}

interface Sent {
	customerPANs: { customerPAN: string }[];
}

it('the run summary equals what the server counted, and every card has exactly one result', async () => {
	injectFaults();
	const cards = Array.from({ length: CARDS }, (_, index) =>
		withCheckDigit(`5${100_000_000_000_00 + index}`),
	);
	const { outputs, error } = await runInEngine({
		node: 'ccaScores',
		rows: cards.map((card, index) => ({ card, consent: true, reference: `C-${index}` })),
		onError: 'continueRegularOutput',
		parameters: {
			customerPan: '={{ $json.card }}',
			hasConsent: '={{ $json.consent }}',
			consentReference: '={{ $json.reference }}',
			options: { concurrency: 16, includeRunSummary: true },
		},
		credentials: { mastercardApi: simulator.credential },
	});
	expect(error).toBeUndefined();

	const items = (outputs[0] ?? []).map(({ json }) => json);
	const summary = items.pop()?.runSummary as IDataObject;
	const failed = items.filter((item) => item.error !== undefined);
	const noData = items.filter(({ scored }) => scored === false);
	expect(
		items.map((item) => item.consentReference ?? (item.error as IDataObject).consentReference),
	).toEqual(cards.map((_, index) => `C-${index}`));

	const { calls } = simulator;
	const sentCards = new Map<string, number>();
	for (const { body } of calls)
		for (const { customerPAN } of (body as Sent).customerPANs)
			sentCards.set(customerPAN, (sentCards.get(customerPAN) ?? 0) + 1);
	/** The last call for each group of 20 cards. */
	const last = new Map(
		calls.map((call) => [(call.body as Sent).customerPANs[0]?.customerPAN, call]),
	);
	const lostCards = [...last.values()].reduce((sum, { fault, cardCount }) => {
		if (!FINAL.some(({ kind }) => kind === fault)) return sum;
		return sum + (fault === 'missingCard' ? 1 : cardCount);
	}, 0);

	// Of every kind at least one, or this run shows less than it says.
	expect(new Set(calls.flatMap(({ fault }) => fault ?? []))).toEqual(
		new Set([...TEMPORARY, ...FINAL].map(({ kind }) => kind)),
	);
	expect(sentCards.size).toBe(CARDS);
	expect(lostCards).toBeGreaterThan(0);
	expect(failed).toHaveLength(lostCards);
	expect(summary).toMatchObject({
		rows: CARDS,
		succeeded: CARDS - failed.length - noData.length,
		rejected: 0,
		failed: lostCards,
		duplicates: 0,
		calls: calls.length,
		retries: calls.length - CALLS,
	});
	const counted = Object.values(summary.noData as Record<string, number>);
	expect(counted.reduce((sum, count) => sum + count, 0)).toBe(noData.length);
}, 180_000);
