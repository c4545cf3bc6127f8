// Generates a merchant's sales for any period: reproducible, consistent, with a trend, seasons and noise.
import { seededFraction } from '../seededRandom';
import type { Period } from './periods';

/** The sales of a period, from which every metric is calculated. Amounts in USD, shares as fractions. */
export interface Sales {
	amount: number;
	count: number;
	cards: number;
	recurringCount: number;
	onlineCount: number;
	reversedAmount: number;
	reversedCount: number;
	/** A fraction between `min` and `max` that is specific to the merchant and varies slightly between periods. */
	share(name: string, min: number, max: number): number;
}

const YEAR_MS = 365.25 * 86_400_000;

/** The sales of the merchant `seed` in a period. `fixed` sets the amount and count instead of generating them. */
export function generateSales(
	seed: string,
	period: Period,
	fixed?: { amount: number; count: number },
): Sales {
	const constant = (name: string, min: number, max: number) =>
		min + seededFraction(`${seed} ${name}`) * (max - min);
	const share = (name: string, min: number, max: number) => {
		const drift = seededFraction(`${seed} ${name} ${period.start}`) - 0.5;
		const value = constant(name, min, max) + drift * 0.1 * (max - min);
		return Math.min(max, Math.max(min, value));
	};
	const years = (Date.parse(period.start) - Date.UTC(2022, 0, 1)) / YEAR_MS;
	const trend = (1 + constant('growth', -0.12, 0.25)) ** years;
	const season =
		1 + constant('swing', 0.05, 0.25) * Math.sin(2 * Math.PI * (years + constant('phase', 0, 1)));
	const noise = 0.85 + 0.3 * seededFraction(`${seed} noise ${period.start}`);
	const dailyCount = constant('daily', 15, 90);
	const count =
		fixed?.count ?? Math.max(20, Math.round(dailyCount * period.days * trend * season * noise));
	const ticketSize = constant('ticket', 12, 140) * (0.95 + share('ticket noise', 0, 0.1));
	const reversedCount = Math.round(count * share('reversed', 0.002, 0.03));
	return {
		amount: fixed?.amount ?? count * ticketSize,
		count,
		cards: Math.max(1, Math.round(count / share('per card', 1.02, 1.6))),
		recurringCount: count * share('recurring', 0.01, 0.35),
		onlineCount: count * share('online', 0.02, 0.3),
		reversedAmount: -reversedCount * ticketSize * 1.3,
		reversedCount,
		share,
	};
}
