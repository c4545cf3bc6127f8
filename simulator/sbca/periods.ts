// Calendar weeks and months, in UTC.

/** One reported period, both days included, written YYYY-MM-DD. */
export interface Period {
	start: string;
	end: string;
	days: number;
}

const DAY = 86_400_000;

/** `count` weeks from Sunday to Saturday, oldest first; `lastDay` is the last one's Saturday. */
export function weeksUntil(lastDay: string, count: number): Period[] {
	const last = Date.parse(lastDay);
	return Array.from({ length: count }, (_, index) => {
		const end = last - (count - 1 - index) * 7 * DAY;
		return { start: isoDate(end - 6 * DAY), end: isoDate(end), days: 7 };
	});
}

/** `count` calendar months, oldest first; `lastDay` is any day of the last one. */
export function monthsUntil(lastDay: string, count: number): Period[] {
	const [year = 0, month = 0] = lastDay.split('-').map(Number);
	return Array.from({ length: count }, (_, index) => {
		const first = Date.UTC(year, month - 1 - (count - 1 - index), 1);
		const next = Date.UTC(year, month - (count - 1 - index), 1);
		return { start: isoDate(first), end: isoDate(next - DAY), days: (next - first) / DAY };
	});
}

/** The period a year before: 52 weeks for a week, 12 months for a month. */
export function yearBefore(period: Period): Period {
	if (period.days === 7) {
		const [start, end] = [period.start, period.end].map((day) =>
			isoDate(Date.parse(day) - 364 * DAY),
		);
		return { start: start ?? '', end: end ?? '', days: 7 };
	}
	return monthsUntil(period.start, 13)[0] ?? period;
}

function isoDate(time: number): string {
	return new Date(time).toISOString().slice(0, 10);
}
