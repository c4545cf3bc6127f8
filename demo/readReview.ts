/** Reads the review's result out of what `n8n execute --rawOutput` prints. */
import { DemoProblem } from './DemoProblem';
import type { CardResult, ModelAnswer, Review } from './ReviewResult';

/** The names of the two nodes in `examples/weekly-portfolio-review.json` that hold the result. */
const SCORES_NODE = 'CCA Scores';
const SUMMARY_NODE = 'Weekly summary';

interface NodeRun {
	data?: { main: Array<Array<{ json: unknown }> | null> };
}

interface RunRecord {
	data: {
		resultData: {
			runData: Record<string, NodeRun[]>;
			error?: { message?: string; description?: string; node?: { name?: string } };
		};
	};
}

interface ScoredModel {
	modelName: string;
	score?: number;
	decile?: number;
	reasonCode?: string;
}

interface ScoreItem {
	customerPAN?: string;
	hasScoreChangedFromLastWeek?: boolean;
	isNewProspect?: boolean;
	scores?: ScoredModel[];
	reasons?: ScoredModel[];
}

interface SummaryItem {
	Summary: string;
	Reviewed: number;
	Scored: number;
	Changed: number;
	Unchanged: number;
	'Could not be scored': Record<string, number>;
	'Not sent': number;
	Calls: number;
	'Duration in seconds': number;
}

/** The record is the last thing printed, from the first line that is only an opening brace. */
function parseRecord(printed: string): RunRecord {
	const start = /^\{$/m.exec(printed);
	if (!start) {
		throw new DemoProblem(`n8n ran the review but printed no result:\n${printed.slice(-2000)}`);
	}
	return JSON.parse(printed.slice(start.index, printed.lastIndexOf('}') + 1)) as RunRecord;
}

function itemsOf(record: RunRecord, node: string): unknown[] {
	const items = record.data.resultData.runData[node]?.[0]?.data?.main[0];
	if (items?.length) return items.map(({ json }) => json);
	const { error } = record.data.resultData;
	const where = error?.node?.name ? `in "${error.node.name}": ` : '';
	const why = [error?.message, error?.description].filter(Boolean).join(' ') || 'no rows arrived';
	throw new DemoProblem(`The review did not get to "${node}". ${where}${why}`);
}

function toAnswer({ modelName, score, decile, reasonCode }: ScoredModel): ModelAnswer {
	return reasonCode === undefined
		? { model: modelName, score, decile }
		: { model: modelName, reasonCode };
}

function toCard(item: ScoreItem): CardResult {
	const answers = [...(item.scores ?? []), ...(item.reasons ?? [])].map(toAnswer);
	return {
		card: item.customerPAN ?? '',
		changed: item.hasScoreChangedFromLastWeek,
		newProspect: item.isNewProspect,
		answers,
	};
}

/**
 * Reads the result of the review.
 * @param printed Standard output of `n8n execute --rawOutput`: log lines, then the run as JSON.
 * @param cards The masked numbers of the cards to show, in this order.
 * @throws DemoProblem when the run stopped before its summary.
 */
export function readReview(printed: string, cards: string[]): Review {
	const record = parseRecord(printed);
	const [summary] = itemsOf(record, SUMMARY_NODE) as [SummaryItem];
	const scored = itemsOf(record, SCORES_NODE) as ScoreItem[];
	return {
		summary: summary.Summary,
		reviewed: summary.Reviewed,
		scored: summary.Scored,
		changed: summary.Changed,
		unchanged: summary.Unchanged,
		couldNotBeScored: summary['Could not be scored'],
		notSent: summary['Not sent'],
		calls: summary.Calls,
		durationSeconds: summary['Duration in seconds'],
		cards: cards.flatMap((card) => scored.filter((item) => item.customerPAN === card).map(toCard)),
	};
}
