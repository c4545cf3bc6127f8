/** What the portfolio review says, taken from n8n's own record of the run. */

/** One model's answer about one card. */
export interface ModelAnswer {
	model: string;
	score?: number;
	decile?: number;
	reasonCode?: string;
}

export interface CardResult {
	/** First six and last four digits. */
	card: string;
	changed?: boolean;
	newProspect?: boolean;
	answers: ModelAnswer[];
}

export interface ReviewResult {
	reviewed: number;
	scored: number;
	changed: number;
	unchanged: number;
	/** Reason code and number of cards. */
	couldNotBeScored: Record<string, number>;
	/** Rows that were refused before any call, and rows whose call failed. */
	needAttention: number;
	calls: number;
	cards: CardResult[];
}

/** The result, with what differs from run to run or only repeats it. */
export interface Review {
	result: ReviewResult;
	/** The workflow's own sentence. */
	summary: string;
	durationSeconds: number;
}
