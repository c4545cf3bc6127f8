/** Parses the result of the review from the output of `n8n execute --rawOutput`. */
import { DemoError } from './DemoError';
import type { CardResult, ModelResult, Review } from './ReviewResult';

/** The nodes in `examples/weekly-portfolio-review.json` whose output is the result. */
const SCORES_NODE = 'CCA Scores';
const SUMMARY_NODE = 'Weekly summary';
const REPORT_NODE = 'Review report';

/** Position of its output with the report. */
const REPORT_OUTPUT = 1;

interface NodeItem {
	json: unknown;
	binary?: Record<string, { fileName?: string; data: string }>;
}

interface NodeRun {
	data?: { main: Array<NodeItem[] | null> };
}

interface Execution {
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

interface ScoreItem extends ScoredModel {
	customerPAN?: string;
	hasScoreChangedFromLastWeek?: boolean;
	isNewProspect?: boolean;
}

interface ReportItem {
	report: { summary: string[]; figures: { movements: Record<string, number> | null } };
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

/** The execution comes last in the output, from the first line that consists of an opening brace. */
function parseExecution(output: string): Execution {
	const start = /^\{$/m.exec(output);
	if (!start) {
		throw new DemoError(`n8n ran the review but returned no result:\n${output.slice(-2000)}`);
	}
	return JSON.parse(output.slice(start.index, output.lastIndexOf('}') + 1)) as Execution;
}

function getItems(execution: Execution, node: string, output = 0): NodeItem[] {
	const items = execution.data.resultData.runData[node]?.[0]?.data?.main[output];
	if (items?.length) return items;
	const { error } = execution.data.resultData;
	const why =
		[error?.message, error?.description].filter(Boolean).join(' ') || 'It received no items.';
	const where = error?.node?.name ? `The workflow failed in "${error.node.name}": ` : '';
	throw new DemoError(`The node "${node}" returned no items. ${where}${why}`);
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
	throw new DemoError(
		`The output of "${SUMMARY_NODE}" has no ${missing.join(', ')}. To restore the original example workflow, run: npm run demo -- --fresh`,
	);
}

function toModelResult({ modelName, score, decile, reasonCode }: ScoredModel): ModelResult {
	return reasonCode === undefined
		? { model: modelName, score, decile }
		: { model: modelName, reasonCode };
}

function toCard(item: ScoreItem): CardResult {
	return {
		card: item.customerPAN ?? '',
		changed: item.hasScoreChangedFromLastWeek,
		newProspect: item.isNewProspect,
		...toModelResult(item),
	};
}

/**
 * Parses the result of the review.
 * @param output Standard output of `n8n execute --rawOutput`: log lines, then the execution as JSON.
 * @param cards The masked numbers of the cards to include, in this order.
 * @throws DemoError when the workflow failed before its summary.
 */
export function parseReview(output: string, cards: string[]): Review {
	const execution = parseExecution(output);
	const [first] = getItems(execution, SUMMARY_NODE);
	const summary = first?.json as Partial<SummaryItem>;
	requireColumns(summary);
	const scored = getItems(execution, SCORES_NODE).map(({ json }) => json as ScoreItem);
	const [reportItem] = getItems(execution, REPORT_NODE, REPORT_OUTPUT);
	const { report } = reportItem?.json as ReportItem;
	const file = reportItem?.binary?.data;
	return {
		summary: summary.Summary,
		changes: report.summary,
		report: { fileName: file?.fileName ?? '', content: file?.data ?? '' },
		durationSeconds: summary['Duration in seconds'],
		result: {
			reviewed: summary.Reviewed,
			scored: summary.Scored,
			changed: summary.Changed,
			unchanged: summary.Unchanged,
			couldNotBeScored: summary['Could not be scored'],
			needAttention: summary['Needs attention'],
			calls: summary.Calls,
			movement: report.figures.movements,
			cards: cards.flatMap((card) =>
				scored.filter((item) => item.customerPAN === card).map(toCard),
			),
		},
	};
}
