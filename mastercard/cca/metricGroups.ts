/** Reads `mtmMetrics`, the groups of transaction metrics of a card. */
import { isRecord } from '../json';

/** Metrics by Mastercard's names; documented as numbers, kept open. */
export type MetricGroup = Record<string, unknown>;

/** A group that could not be read, kept as it came: the call was paid for. */
export interface UnreadGroup {
	text: string;
	note: string;
}

export interface MetricGroups {
	/** Every group that was read, known or not, in Mastercard's order. */
	groups: Record<string, MetricGroup>;
	unread: Record<string, UnreadGroup>;
}

const NOTE = 'Mastercard sent this group in a form that could not be read; it is kept as text.';
/** JSON.parse reads what JSON.stringify, which calls itself for each level, cannot write. */
const TOO_DEEP = 'Mastercard sent this group nested too deeply to be kept.';

/**
 * @param mtmMetrics An object of groups. Mastercard sends each group as JSON inside a string; a group that is
 * an object already is read too, and null is a group without metrics.
 * @returns null when there are no groups to read at all.
 */
export function parseMetricGroups(mtmMetrics: unknown): MetricGroups | null {
	const holder = parsed(mtmMetrics);
	if (!isRecord(holder)) return null;
	const entries = Object.entries(holder).map(([name, sent]) => {
		const group = parsed(sent) ?? {};
		return { name, sent, group: isRecord(group) ? group : null };
	});
	return {
		groups: Object.fromEntries(
			entries.flatMap(({ name, group }) => (group === null ? [] : [[name, group]])),
		),
		unread: Object.fromEntries(
			entries.flatMap(({ name, sent, group }) => {
				return group === null ? [[name, asText(sent)]] : [];
			}),
		),
	};
}

function asText(sent: unknown): UnreadGroup {
	if (typeof sent === 'string') return { text: sent, note: NOTE };
	try {
		return { text: JSON.stringify(sent), note: NOTE };
	} catch {
		return { text: '', note: TOO_DEEP };
	}
}

function parsed(value: unknown): unknown {
	if (typeof value !== 'string') return value;
	try {
		return JSON.parse(value) as unknown;
	} catch {
		return value;
	}
}
