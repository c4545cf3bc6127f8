import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import {
	MOST_CARDS_PER_CALL,
	readScores,
	scoreGroup,
	scoresRequest,
	type CardScores,
	type ScoreQuestion,
} from '../../mastercard/cca/scores';
import type { EmbeddingFormat } from '../../mastercard/cca/embedding';
import { InvalidParameter } from '../../mastercard/errors/InvalidParameterError';
import { textOf } from '../../mastercard/json';
import { readCountryCode } from '../../mastercard/parseCountryCode';
import { cardPresenter, readCard, type CardRow } from '../shared/descriptions/cardRow';
import type { Operation } from '../shared/operation';
import { readNumber, settingReader } from '../shared/execution/runSettings';
import { cardItem, modelItems } from './toItems';

type ScoreRow = ScoreQuestion & CardRow;

/** `POST /scores` for the rows of one run. */
export async function scoresOperation(
	context: IExecuteFunctions,
): Promise<Operation<ScoreRow, CardScores>> {
	const setting = settingReader(context);
	const perModel = setting<string>('outputMode', 'perCard') === 'perModel';
	const embeddingFormat = setting<EmbeddingFormat>('options.embeddingFormat', 'object');
	const cardFields = await cardPresenter(context);

	return {
		readRow: (itemIndex) => readRow(context, itemIndex),
		panOf: ({ pan }) => pan,
		groupOf: scoreGroup,
		identityOf: ({ pan }) => pan,
		rowsPerCall: readBatchSize(context),
		request: (rows) => ({
			method: 'POST',
			path: '/consumer/credit-analytics/scores',
			body: scoresRequest(rows),
		}),
		readAnswer: readScores,
		whenUnavailable: setting('unscoredCards', 'output'),
		unavailableFailure: ({ reasons: [reason] }) => ({
			message: 'Mastercard cannot score this card',
			description: textOf(reason?.errorMessage) ?? 'Mastercard gave no reason.',
		}),
		present: ({ value }, row) => {
			const card = cardFields(row);
			return perModel
				? modelItems(card, value, embeddingFormat)
				: [cardItem(card, value, embeddingFormat)];
		},
	};
}

function readRow(context: IExecuteFunctions, itemIndex: number): ScoreRow {
	return {
		...readCard(context, itemIndex),
		countryCode: readCountryCode(context.getNodeParameter('countryCode', itemIndex, 'USA')),
		hasEmbedding: context.getNodeParameter('hasEmbedding', itemIndex, false) === true,
		scoreTypes: readChoices(context, itemIndex, 'scoreTypes', 'Score Types'),
		productTypes: readChoices(context, itemIndex, 'productTypes', 'Product Types'),
	};
}

/** Names are not checked against the documented ones: Mastercard may add some before this node knows them. */
function readChoices(
	context: IExecuteFunctions,
	itemIndex: number,
	name: string,
	label: string,
): string[] {
	const value: unknown = context.getNodeParameter(name, itemIndex, []);
	const choices = (Array.isArray(value) ? value : [value]).filter(
		(choice): choice is string => typeof choice === 'string' && choice !== '',
	);
	if (choices.length > 0) return choices;
	throw new InvalidParameter('CHOICE_MISSING', `'${label}' is empty`, 'Choose at least one.');
}

function readBatchSize(context: IExecuteFunctions): number {
	const size = readNumber(context.getNodeParameter('options.batchSize', 0, MOST_CARDS_PER_CALL));
	if (Number.isInteger(size) && size >= 1 && size <= MOST_CARDS_PER_CALL) return size;
	throw new NodeOperationError(
		context.getNode(),
		`The option 'Batch Size' must be a whole number from 1 to ${MOST_CARDS_PER_CALL}`,
		{ description: 'Correct the option in the node and run it again. Nothing was sent.' },
	);
}
