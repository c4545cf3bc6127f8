/** Numbers and dates as the report writes them. */

const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const oneDigit = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat('en-US', { style: 'percent', maximumFractionDigits: 1 });
const index = new Intl.NumberFormat('en-US', {
	minimumFractionDigits: 3,
	maximumFractionDigits: 3,
});

/** Stands for a value that does not exist; never a zero. */
export const NO_VALUE = '–';

/** A card count below this is shown as "<5", since a few cards say nothing about a cell. */
const SMALL_CELL = 5;

export function formatCount(value: number | null): string {
	return value === null ? NO_VALUE : withMinus(whole.format(value));
}

/** Money without a currency: Mastercard gives amounts in that of the location. */
export function formatAmount(value: number | null): string {
	return formatCount(value);
}

export function formatScore(value: number | null): string {
	return value === null ? NO_VALUE : withMinus(oneDigit.format(value));
}

export function formatShare(value: number | null): string {
	return value === null ? NO_VALUE : withMinus(percent.format(value));
}

export function formatIndex(value: number | null): string {
	return value === null ? NO_VALUE : index.format(value);
}

/** With its sign, also when positive. */
export function formatChange(
	value: number | null,
	format: (value: number) => string = formatScore,
): string {
	if (value === null) return NO_VALUE;
	return value > 0 ? `+${format(value)}` : format(value);
}

/** @returns Nothing for no cards, "<5" for one to four. */
export function formatCell(cards: number): string {
	if (cards === 0) return '';
	return cards < SMALL_CELL ? '<5' : formatCount(cards);
}

export function isSmallCell(cards: number): boolean {
	return cards < SMALL_CELL;
}

/** "1 card", "2 cards". */
export function formatPlural(count: number, noun: string, plural = `${noun}s`): string {
	return `${formatCount(count)} ${count === 1 ? noun : plural}`;
}

/** A minus, which is as wide as a plus and which screen readers read, in place of a hyphen. */
function withMinus(text: string): string {
	return text === '-0' || text === '-0%' ? text.slice(1) : text.replace('-', '−');
}

/** Several reasons as one text: "Score fell by 66; moved from decile 3 to 2". */
export function formatReasons(reasons: readonly string[]): string {
	const text = reasons.join('; ');
	return text.charAt(0).toUpperCase() + text.slice(1);
}
