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

/** The columns of the summary node. */
interface SummaryItem {
	Summary: string;
	Reviewed: number;
	Scored: number;
	Changed: number;
	Unchanged: number;
	'Could not be scored': Record<string, number>;
	'Needs attention': number;
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
	const why = [error?.message, error?.description].filter(Boolean).join(' ') || 'No rows arrived.';
	const where = error?.node?.name ? `It stopped in "${error.node.name}": ` : '';
	throw new DemoProblem(`The review gave no result in "${node}". ${where}${why}`);
}

const SUMMARY_COLUMNS: Array<keyof SummaryItem> = [
	'Summary',
	'Reviewed',
	'Scored',
	'Changed',
	'Unchanged',
	'Could not be scored',
	'Needs attention',
	'Calls',
	'Duration in seconds',
];

function requireColumns(summary: Partial<SummaryItem>): asserts summary is SummaryItem {
	const missing = SUMMARY_COLUMNS.filter((column) => summary[column] === undefined);
	if (missing.length === 0) return;
	throw new DemoProblem(
		`"${SUMMARY_NODE}" gives no value for ${missing.join(', ')}. "npm run demo -- --fresh" brings the example workflow back as it was.`,
	);
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
	const [summary] = itemsOf(record, SUMMARY_NODE) as [Partial<SummaryItem>];
	requireColumns(summary);
	const scored = itemsOf(record, SCORES_NODE) as ScoreItem[];
	return {
		summary: summary.Summary,
		durationSeconds: summary['Duration in seconds'],
		result: {
			reviewed: summary.Reviewed,
			scored: summary.Scored,
			changed: summary.Changed,
			unchanged: summary.Unchanged,
			couldNotBeScored: summary['Could not be scored'],
			needAttention: summary['Needs attention'],
			calls: summary.Calls,
			cards: cards.flatMap((card) =>
				scored.filter((item) => item.customerPAN === card).map(toCard),
			),
		},
	};
}
