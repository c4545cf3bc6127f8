// Reviews to report on: plausible, and the same in every run.
import type { Fields } from '../../report/fields';

const MAX_SCORE_BY_DECILE = [130, 240, 350, 480, 610, 720, 830, 920, 985, 999];
const REASONS = ['NOT_ENOUGH_TRANSACTIONS_TO_SCORE', 'CARD_TOO_NEW_TO_SCORE', 'PAN_NOT_FOUND'];
const DAY_MS = 86_400_000;

/** Lehmer's generator: numbers in (0, 1), the same for the same seed. */
function createRandom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state * 16_807) % 2_147_483_647;
		return state / 2_147_483_647;
	};
}

function scoreCard(base: Fields, score: number): Fields {
	const decile = 1 + MAX_SCORE_BY_DECILE.findIndex((highest) => score <= highest);
	return { ...base, scored: true, score, decile };
}

/** Two reviews of a portfolio of cards; a tenth has no score, some move. */
export function sampleCards(count: number): { current: Fields[]; previous: Fields[] } {
	const random = createRandom(count);
	const current: Fields[] = [];
	const previous: Fields[] = [];
	for (let index = 0; index < count; index++) {
		const base = {
			cardReference: `reference ${index}`,
			customerPAN: `542523******${String(index % 10_000).padStart(4, '0')}`,
			Customer: `C-${1001 + index}`,
			Branch: ['North', 'South', 'West'][index % 3],
			modelName: 'CCA_CCS_Del_M2_v1.0',
		};
		const last = Math.ceil(random() * 998);
		const change = random() < 0.3 ? Math.round((random() - 0.55) * 120) : 0;
		const unscored = {
			...base,
			scored: false,
			reasonCode: REASONS[index % 3],
			reason: 'Too little data.',
		};
		const hasScore = random() >= 0.1;
		if (index > 1)
			previous.push({ ...(hasScore ? scoreCard(base, last) : unscored), reviewDate: '2026-11-14' });
		if (index === 5) continue;
		const now = Math.max(1, Math.min(999, last + change));
		current.push(hasScore && random() >= 0.02 ? scoreCard(base, now) : unscored);
	}
	current.push({
		runSummary: { rows: count, succeeded: count - 1, noData: {}, rejected: 1, failed: 0, calls: 3 },
	});
	return { current, previous };
}

/** A year of weekly sales of some merchants, one of them with gaps and one silent; and a month of benchmarks. */
export function sampleBusinesses(count: number): Fields[] {
	const random = createRandom(count);
	return Array.from({ length: count }, (_, business) => {
		const common = {
			locationId: `a1b2c3d4-0000-1234-abcd-${String(business).padStart(12, '0')}`,
			Merchant: `Merchant ${business + 1}`,
		};
		const base = 20_000 * (1 + random() * 3);
		const growth = (random() - 0.55) * 0.01;
		const weeks = Array.from({ length: 52 }, (__, week) => {
			const end = Date.UTC(2026, 10, 14) - 7 * DAY_MS * (51 - week);
			const sales = base * (1 + growth * week) * (0.9 + 0.2 * random());
			return {
				...common,
				industryName: 'Gift, card and novelty shops',
				periodStartDate: toDay(end - 6 * DAY_MS),
				periodEndDate: toDay(end),
				lastSeenTxnDate: business === 7 ? '2026-10-01' : '2026-11-19',
				txn_amt: business === 3 && week % 6 === 5 ? null : Math.round(sales),
				txn_amt_yoy: 0.03,
			};
		});
		const metrics = Object.fromEntries(
			['net_spend_index', 'txn_cnt_index', 'tkt_size_avg_index'].map((name) => [
				name,
				70 + Math.round(random() * 60),
			]),
		);
		return [
			...weeks,
			{ ...common, periodStartDate: '2026-10-01', periodEndDate: '2026-10-31', metrics },
		];
	}).flat();
}

function toDay(time: number): string {
	return new Date(time).toISOString().slice(0, 10);
}

/** Texts that try to leave their place in a file, or to make it unreadable. */
export const HOSTILE_TEXTS = [
	'</script><script>alert(1)</script>',
	'"><img src=x onerror=alert(1)>',
	"'><svg onload=alert(1)>",
	'</title></style><style>*{display:none}</style>',
	'&lt;b&gt; &amp;amp; <!-- -->',
	'\u202egnp.exe \u2066\u2067 \u0000\u0007 \ud800',
	'مرحبا بالعالم <b>',
	'x'.repeat(10_000),
	'=HYPERLINK("https://example.invalid","x")',
	'5425 2334 3010 9903 and 5425233430109903',
];
