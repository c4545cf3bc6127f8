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
	notSent: number;
	calls: number;
	cards: CardResult[];
}

/** The workflow's summary row and the time it took. */
export interface Review extends ReviewResult {
	summary: string;
	durationSeconds: number;
}
