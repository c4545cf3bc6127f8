// Calendar weeks and months, in UTC.

/** A reporting period; `start` and `end` are inclusive, in YYYY-MM-DD format. */
export interface Period {
	start: string;
	end: string;
	days: number;
}

const DAY_MS = 86_400_000;

/** `count` weeks from Sunday to Saturday, oldest first; `lastDay` is the Saturday of the last one. */
export function getWeeks(lastDay: string, count: number): Period[] {
	const last = Date.parse(lastDay);
	return Array.from({ length: count }, (_, index) => {
		const end = last - (count - 1 - index) * 7 * DAY_MS;
		return { start: toIsoDate(end - 6 * DAY_MS), end: toIsoDate(end), days: 7 };
	});
}

/** `count` calendar months, oldest first; `lastDay` is any day of the last one. */
export function getMonths(lastDay: string, count: number): Period[] {
	const [year = 0, month = 0] = lastDay.split('-').map(Number);
	return Array.from({ length: count }, (_, index) => {
		const first = Date.UTC(year, month - 1 - (count - 1 - index), 1);
		const next = Date.UTC(year, month - (count - 1 - index), 1);
		return {
			start: toIsoDate(first),
			end: toIsoDate(next - DAY_MS),
			days: (next - first) / DAY_MS,
		};
	});
}

/** The same period a year earlier: 52 weeks for a week, 12 months for a month. */
export function getPreviousYear(period: Period): Period {
	if (period.days === 7) {
		const [start, end] = [period.start, period.end].map((day) =>
			toIsoDate(Date.parse(day) - 364 * DAY_MS),
		);
		return { start: start ?? '', end: end ?? '', days: 7 };
	}
	return getMonths(period.start, 13)[0] ?? period;
}

function toIsoDate(time: number): string {
	return new Date(time).toISOString().slice(0, 10);
}
