// A made-up shop's sales in any period: the same every time, with a trend, seasons and noise, and figures that fit together.
import { stableFraction } from '../stable';
import type { Period } from './periods';

/** The figures of one period from which every metric follows. Amounts in USD, shares as fractions. */
export interface Sales {
	amount: number;
	count: number;
	cards: number;
	recurringCount: number;
	onlineCount: number;
	reversedAmount: number;
	reversedCount: number;
	/** A fraction between `low` and `high` that belongs to this shop, moving a little from period to period. */
	share(name: string, low: number, high: number): number;
}

const YEAR = 365.25 * 86_400_000;

/** The sales of the shop `seed` in a period; amount and count can be given, the rest follows. */
export function salesIn(
	seed: string,
	period: Period,
	given?: { amount: number; count: number },
): Sales {
	const own = (name: string, low: number, high: number) =>
		low + stableFraction(`${seed} ${name}`) * (high - low);
	const share = (name: string, low: number, high: number) => {
		const drift = stableFraction(`${seed} ${name} ${period.start}`) - 0.5;
		const centre = own(name, low, high) + drift * 0.1 * (high - low);
		return Math.min(high, Math.max(low, centre));
	};
	const years = (Date.parse(period.start) - Date.UTC(2022, 0, 1)) / YEAR;
	const trend = (1 + own('growth', -0.12, 0.25)) ** years;
	const season =
		1 + own('swing', 0.05, 0.25) * Math.sin(2 * Math.PI * (years + own('phase', 0, 1)));
	const noise = 0.85 + 0.3 * stableFraction(`${seed} noise ${period.start}`);
	const perDay = own('daily', 15, 90);
	const count =
		given?.count ?? Math.max(20, Math.round(perDay * period.days * trend * season * noise));
	const ticket = own('ticket', 12, 140) * (0.95 + share('ticket noise', 0, 0.1));
	const reversedCount = Math.round(count * share('reversed', 0.002, 0.03));
	return {
		amount: given?.amount ?? count * ticket,
		count,
		cards: Math.max(1, Math.round(count / share('per card', 1.02, 1.6))),
		recurringCount: count * share('recurring', 0.01, 0.35),
		onlineCount: count * share('online', 0.02, 0.3),
		reversedAmount: -reversedCount * ticket * 1.3,
		reversedCount,
		share,
	};
}
