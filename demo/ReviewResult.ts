/** The result of the weekly portfolio review, read from n8n's execution data. */

/** The first model's score for a card, or the reason why there is none. */
export interface ModelResult {
	model: string;
	score?: number;
	decile?: number;
	reasonCode?: string;
}

export interface CardResult extends ModelResult {
	/** First six and last four digits. */
	card: string;
	changed?: boolean;
	newProspect?: boolean;
}

export interface ReviewResult {
	reviewed: number;
	scored: number;
	changed: number;
	unchanged: number;
	/** Number of cards by reason code. */
	couldNotBeScored: Record<string, number>;
	/** Rows rejected before a call, and rows whose call failed. */
	needAttention: number;
	calls: number;
	/** How many cards moved how since the last review; null in a first review. */
	movement: Record<string, number> | null;
	cards: CardResult[];
}

/** A file in n8n's binary data. */
export interface StoredFile {
	fileName: string;
	/** Base64. */
	content: string;
}

/** The result, and what varies between runs or repeats the result in other words. */
export interface Review {
	result: ReviewResult;
	/** The summary sentence that the workflow writes. */
	summary: string;
	/** What changed, in the words of the report. */
	changes: string[];
	report: StoredFile;
	durationSeconds: number;
}
