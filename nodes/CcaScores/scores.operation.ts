import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import {
	MAX_CARDS_PER_REQUEST,
	parseScoresResponse,
	scoresBatchKey,
	buildScoresRequest,
	type CardScores,
	type ScoresParams,
} from '../../mastercard/cca/scores';
import type { EmbeddingFormat } from '../../mastercard/cca/embedding';
import { InvalidParameterError } from '../../mastercard/errors/InvalidParameterError';
import { toText } from '../../mastercard/json';
import { parseCountryCode } from '../../mastercard/parseCountryCode';
import {
	createCardFields,
	createCardParser,
	type CardParser,
	type CardRow,
} from '../shared/descriptions/cardRow';
import type { Operation } from '../shared/operation';
import { parseNumber, createRunParameterReader } from '../shared/execution/runSettings';
import { createItemParameterReader, type ParameterReader } from '../shared/parameters';
import { toCardItem, toModelItems } from './toItems';

type ScoreRow = ScoresParams & CardRow;

/** `POST /scores` for the rows of one run. */
export async function scoresOperation(
	context: IExecuteFunctions,
): Promise<Operation<ScoreRow, CardScores>> {
	const setting = createRunParameterReader(context);
	const isSimplified = setting<unknown>('simplify') === true;
	const perModel = setting<string>('outputMode') === 'perModel';
	const embeddingFormat = setting<EmbeddingFormat>('options.embeddingFormat', 'object');
	const read = createItemParameterReader(context);
	const parseCard = await createCardParser(context, read);
	const cardFields = await createCardFields(context);

	return {
		parseRow: (itemIndex) => parseRow(read, parseCard, itemIndex),
		getPan: ({ pan }) => pan,
		batchKey: scoresBatchKey,
		dedupeKey: ({ pan }) => pan,
		maxRowsPerCall: parseBatchSize(context),
		buildRequest: (rows) => ({
			method: 'POST',
			path: '/consumer/credit-analytics/scores',
			body: buildScoresRequest(rows),
		}),
		parseResponse: parseScoresResponse,
		noData: {
			action: setting('unscoredCards'),
			getFailure: ({ reasons: [reason] }) => ({
				message: 'Mastercard cannot score this card',
				description: toText(reason?.errorMessage) ?? 'Mastercard gave no reason.',
			}),
		},
		toItems: ({ value }, row) => {
			const card = cardFields(row);
			return perModel
				? toModelItems(card, value, embeddingFormat)
				: [toCardItem(card, value, embeddingFormat, isSimplified)];
		},
	};
}

async function parseRow(
	read: ParameterReader,
	parseCard: CardParser,
	itemIndex: number,
): Promise<ScoreRow> {
	return {
		...(await parseCard(itemIndex)),
		countryCode: parseCountryCode(read('countryCode', itemIndex)),
		hasEmbedding: read('hasEmbedding', itemIndex) === true,
		scoreTypes: parseChoices(read('scoreTypes', itemIndex), 'Score Types'),
		productTypes: parseChoices(read('productTypes', itemIndex), 'Product Types'),
	};
}

/** Not limited to the documented values: Mastercard may add others before this node knows them. */
function parseChoices(value: unknown, label: string): string[] {
	const choices = (Array.isArray(value) ? value : [value]).filter(
		(choice): choice is string => typeof choice === 'string' && choice !== '',
	);
	if (choices.length > 0) return choices;
	throw new InvalidParameterError('CHOICE_MISSING', `'${label}' is empty`, 'Choose at least one.');
}

function parseBatchSize(context: IExecuteFunctions): number {
	const size = parseNumber(context.getNodeParameter('options.batchSize', 0, MAX_CARDS_PER_REQUEST));
	if (Number.isInteger(size) && size >= 1 && size <= MAX_CARDS_PER_REQUEST) return size;
	throw new NodeOperationError(
		context.getNode(),
		`The option 'Batch Size' must be a whole number from 1 to ${MAX_CARDS_PER_REQUEST}`,
		{ description: 'Correct the option and run the node again. Nothing was sent.' },
	);
}
