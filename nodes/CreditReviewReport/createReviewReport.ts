import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';
import { reviewBusinesses } from '../../report/businesses/reviewBusinesses';
import { reviewCards } from '../../report/cards/reviewCards';
import { ReportInputError } from '../../report/fields';
import { createBusinessDocument } from '../../report/html/businessDocument';
import { createCardDocument } from '../../report/html/cardDocument';
import { renderEmail } from '../../report/html/renderEmail';
import { renderReport } from '../../report/html/renderReport';
import type { ReportDocument } from '../../report/html/reportDocument';
import { createGiveWay } from '../shared/giveWay';
import { failedRun, toNodeError } from '../shared/failure';
import { toErrorItem } from '../shared/output/errorItem';
import { parseParameters, type ReportParameters } from './parameters';
import { toBusinessRows, toCardRows } from './rows';

interface Review {
	rows: INodeExecutionData[];
	document: ReportDocument;
	/** What `report` holds besides title, date and charts. */
	facts: IDataObject;
	notes: string[];
}

/** @returns The outputs Rows and Report; with 'On Error' set to continue, a failure as an error item. */
export async function createReviewReport(
	context: IExecuteFunctions,
): Promise<INodeExecutionData[][]> {
	try {
		const parameters = parseParameters(context);
		const current = getItems(context, 0);
		if (current.length === 0)
			throw new ReportInputError(
				"The input 'Current' is empty",
				"Connect the items of this review. Those of the last one belong to the input 'Previous'.",
			);
		const review = await createReview(parameters, current, getItems(context, 1));
		addHints(context, review.notes);
		return [review.rows, [await toReportItem(context, review, current.length)]];
	} catch (error) {
		const failure = failedRun(toOperationError(context, error));
		if (!context.continueOnFail()) throw toNodeError(context, failure);
		// Nothing may be thrown now: n8n would pass the input rows on as results.
		return [[toErrorItem(failure, 0)], []];
	}
}

function toOperationError(context: IExecuteFunctions, error: unknown): unknown {
	if (!(error instanceof ReportInputError)) return error;
	return new NodeOperationError(context.getNode(), error.message, { description: error.hint });
}

/** The JSON of the items of one input, which may be missing or not connected. */
function getItems(context: IExecuteFunctions, input: number): IDataObject[] {
	const items: INodeExecutionData[] | undefined = context.getInputData(input);
	return (items ?? []).map(({ json }) => json);
}

async function createReview(
	{ settings, subject, title }: ReportParameters,
	current: IDataObject[],
	previous: IDataObject[],
): Promise<Review> {
	const pause = createGiveWay();
	if (subject === 'businesses') {
		const report = await reviewBusinesses(current, previous, settings, pause);
		return {
			rows: await toBusinessRows(report, settings, pause),
			document: createBusinessDocument(report, title),
			facts: { figures: report.figures as unknown as IDataObject, bands: null },
			notes: report.notes,
		};
	}
	const report = await reviewCards(current, previous, settings, pause);
	return {
		rows: await toCardRows(report, settings, pause),
		document: createCardDocument(report, title),
		facts: {
			figures: report.figures as unknown as IDataObject,
			bands: report.bands as unknown as IDataObject,
		},
		notes: report.notes,
	};
}

async function toReportItem(
	context: IExecuteFunctions,
	{ document, facts }: Review,
	items: number,
): Promise<INodeExecutionData> {
	const { charts, reviewDate, title } = document;
	const file = await context.helpers.prepareBinaryData(
		Buffer.from(renderReport(document)),
		`credit-review-${reviewDate}.html`,
		'text/html',
	);
	return {
		json: {
			report: {
				title,
				reviewDate,
				summary: document.summary,
				...facts,
				charts: charts.map(({ svg, ...chart }) => ({ ...chart, svg: svg?.text ?? null })),
			},
			emailHtml: renderEmail(document),
		},
		binary: { data: file },
		pairedItem: Array.from({ length: items }, (_, item) => ({ item })),
	};
}

/** Shows above the output what the figures leave out; the report says it, too. */
function addHints(context: IExecuteFunctions, notes: readonly string[]): void {
	if (notes.length > 0)
		context.addExecutionHints({
			message: notes.join(' '),
			type: 'warning',
			location: 'outputPane',
		});
}
