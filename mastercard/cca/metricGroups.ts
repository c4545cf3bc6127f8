/** Parses `mtmMetrics`, the groups of transaction metrics of a card. */
import { isRecord } from '../json';

/** Metrics by Mastercard's names; documented as numbers, kept open. */
export type MetricGroup = Record<string, unknown>;

/** A group that could not be parsed, kept as received: the call was billed. */
export interface UnreadGroup {
	text: string;
	note: string;
}

export interface MetricGroups {
	/** Every group that could be parsed, known or not, in Mastercard's order. */
	groups: Record<string, MetricGroup>;
	unreadGroups: Record<string, UnreadGroup>;
}

const NOTE = 'This group could not be parsed, so it is kept as text.';
/** JSON.parse accepts nesting that JSON.stringify, which is recursive, cannot write. */
const TOO_DEEP = 'This group is nested too deeply to be kept.';

/**
 * @param mtmMetrics An object of groups. Mastercard sends each group as JSON inside a string; a group that is
 * already an object is accepted too, and null is a group without metrics.
 * @returns null when the value contains no groups at all.
 */
export function parseMetricGroups(mtmMetrics: unknown): MetricGroups | null {
	const holder = parseIfJson(mtmMetrics);
	if (!isRecord(holder)) return null;
	const entries = Object.entries(holder).map(([name, sent]) => {
		const group = parseIfJson(sent) ?? {};
		return { name, sent, group: isRecord(group) ? group : null };
	});
	return {
		groups: Object.fromEntries(
			entries.flatMap(({ name, group }) => (group === null ? [] : [[name, group]])),
		),
		unreadGroups: Object.fromEntries(
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

function parseIfJson(value: unknown): unknown {
	if (typeof value !== 'string') return value;
	try {
		return JSON.parse(value) as unknown;
	} catch {
		return value;
	}
}
