import type { IExecuteFunctions } from 'n8n-workflow';
import {
	metricsRequest,
	readMetrics,
	type CardMetrics,
	type MetricsQuestion,
} from '../../mastercard/cca/metrics';
import { InvalidParameter } from '../../mastercard/errors/InvalidParameterError';
import { readCountryCode } from '../../mastercard/parseCountryCode';
import { readNames } from '../../mastercard/parseNames';
import { cardPresenter, readCard, type CardRow } from '../shared/descriptions/cardRow';
import type { Operation } from '../shared/operation';
import { settingReader } from '../shared/execution/runSettings';
import { metricsItems, type MetricsFormat } from './toItems';

type MetricsRow = MetricsQuestion & CardRow;

/** `POST /metrics` for the rows of one run. */
export async function metricsOperation(
	context: IExecuteFunctions,
): Promise<Operation<MetricsRow, CardMetrics>> {
	const setting = settingReader(context);
	const format = setting<MetricsFormat>('metricsFormat', 'grouped');
	const names = readNames(setting<unknown>('options.metrics', []));
	const cardFields = await cardPresenter(context);

	return {
		readRow: (itemIndex) => readRow(context, itemIndex),
		panOf: ({ pan }) => pan,
		groupOf: ({ countryCode, productType }) => JSON.stringify([countryCode, productType]),
		identityOf: ({ pan }) => pan,
		rowsPerCall: 1,
		request: ([row]) => ({
			method: 'POST',
			path: '/consumer/credit-analytics/metrics',
			body: metricsRequest(row as MetricsRow),
		}),
		readAnswer: (answer, rows, now) => rows.map((row) => readMetrics(answer, row, now)),
		whenUnavailable: 'output',
		unavailableFailure: ({ reasons: [reason] }) => ({
			message: 'Mastercard has no metrics for this card',
			description: reason?.errorMessage ?? 'Mastercard gave no reason.',
		}),
		present: ({ value }, row) => metricsItems(cardFields(row), value, format, names),
	};
}

function readRow(context: IExecuteFunctions, itemIndex: number): MetricsRow {
	const productType: unknown = context.getNodeParameter('productType', itemIndex, 'CREDIT_CARD');
	// Not checked against the documented one: Mastercard may add some before this node knows them.
	if (typeof productType !== 'string' || productType === '')
		throw new InvalidParameter('CHOICE_MISSING', "'Product Type' is empty", 'Choose one.');
	return {
		...readCard(context, itemIndex),
		countryCode: readCountryCode(context.getNodeParameter('countryCode', itemIndex, 'USA')),
		productType,
	};
}
