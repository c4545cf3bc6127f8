/** Reads one item of CCA Scores, simplified or not, from any output mode, or from a table that keeps former reviews. */
import { displayText } from '../displayText';
import { getField, isRecord, toBoolean, toNumber, toText, type Fields } from '../fields';

/** What identifies and scores a card. */
export type Card = ScoredCard | UnscoredCard;

interface CardBase {
	/** Position in its input. */
	position: number;
	/** The value that says which rows are the same card in both reviews. */
	reference: string;
	fields: Fields;
}

export interface ScoredCard extends CardBase {
	scored: true;
	modelName: string;
	/** Higher means lower risk. */
	score: number;
	/** 1 has the lowest scores. */
	decile: number;
}

export interface UnscoredCard extends CardBase {
	scored: false;
	/** Null when the item does not say. */
	modelName: string | null;
	reasonCode: string;
	reason: string | null;
}

/** One item of an input. */
export type CardItem =
	| { kind: 'card'; card: Card }
	/** A row that has no result; rejected ones were never sent. */
	| { kind: 'failed'; rejected: boolean; reference: string | null }
	| { kind: 'runSummary'; runSummary: Fields }
	/** Nothing to report on, by intent: an empty item, or a card that was gone at a former review. */
	| { kind: 'nothing' }
	| { kind: 'leftOut'; field: string | null; reason: string };

/**
 * @param matchBy The field that identifies a card.
 * @param position Of the item in its input.
 */
export function parseCardItem(fields: Fields, matchBy: string, position: number): CardItem {
	if (Object.keys(fields).length === 0 || fields.movement === 'gone') return { kind: 'nothing' };
	if (isRecord(fields.runSummary)) return { kind: 'runSummary', runSummary: fields.runSummary };
	if (isRecord(fields.dryRun))
		return { kind: 'leftOut', field: null, reason: 'belongs to a dry run, which has no scores' };
	const { error } = fields;
	if (error !== undefined && error !== null && error !== '' && error !== false)
		return parseFailed(isRecord(error) ? error : {}, fields, matchBy);
	const reference = toText(getField(fields, matchBy));
	if (reference === null) return missing(matchBy);
	const base: CardBase = { position, reference, fields };
	return isScored(fields) ? parseScored(base) : parseUnscored(base);
}

function parseFailed(error: Fields, fields: Fields, matchBy: string): CardItem {
	return {
		kind: 'failed',
		rejected: error.attempts === 0,
		reference: toText(getField(error, matchBy)) ?? toText(getField(fields, matchBy)),
	};
}

/** What `scored` says; without it, a card without a score but with a reason is an unscored one. */
function isScored(fields: Fields): boolean {
	const scored = toBoolean(getField(fields, 'scored'));
	if (scored !== null) return scored;
	return toText(fields.score) !== null || toText(fields.reasonCode) === null;
}

function parseScored(base: CardBase): CardItem {
	const { fields } = base;
	const score = toNumber(fields.score);
	const decile = toNumber(fields.decile);
	const modelName = toText(fields.modelName);
	if (score === null) return missing('score', fields.score);
	if (decile === null || !Number.isInteger(decile) || decile < 1 || decile > 10)
		return missing('decile', fields.decile);
	if (modelName === null) return missing('modelName');
	return { kind: 'card', card: { ...base, scored: true, modelName, score, decile } };
}

function parseUnscored(base: CardBase): CardItem {
	const { fields } = base;
	return {
		kind: 'card',
		card: {
			...base,
			scored: false,
			modelName: toText(fields.modelName),
			reasonCode: toText(fields.reasonCode) ?? 'UNKNOWN',
			reason: toText(fields.reason),
		},
	};
}

function missing(field: string, value?: unknown): CardItem {
	const isThere = value !== undefined && value !== null && value !== '';
	// The user's choice: an expression may have made a value of it.
	const name = displayText(field);
	const problem = isThere ? `has a value in '${name}' that cannot be used` : `has no '${name}'`;
	return { kind: 'leftOut', field, reason: problem };
}
