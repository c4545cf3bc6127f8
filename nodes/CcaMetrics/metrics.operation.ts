import type { IExecuteFunctions } from 'n8n-workflow';
import {
	buildMetricsRequest,
	parseMetricsResponse,
	type CardMetrics,
	type MetricsParams,
} from '../../mastercard/cca/metrics';
import { InvalidParameterError } from '../../mastercard/errors/InvalidParameterError';
import { parseCountryCode } from '../../mastercard/parseCountryCode';
import { parseNames } from '../../mastercard/parseNames';
import {
	createCardFields,
	createCardParser,
	type CardParser,
	type CardRow,
} from '../shared/descriptions/cardRow';
import { oneRowPerCall } from '../shared/oneRowPerCall';
import type { Operation } from '../shared/operation';
import { createRunParameterReader } from '../shared/execution/runSettings';
import { createItemParameterReader, type ParameterReader } from '../shared/parameters';
import { toMetricsItems, type MetricsFormat } from './toItems';

type MetricsRow = MetricsParams & CardRow;

/** `POST /metrics` for the rows of one run. */
export async function metricsOperation(
	context: IExecuteFunctions,
): Promise<Operation<MetricsRow, CardMetrics>> {
	const setting = createRunParameterReader(context);
	const isSimplified = setting<unknown>('simplify') === true;
	const format = isSimplified ? 'columns' : setting<MetricsFormat>('metricsFormat');
	const names = parseNames(setting<unknown>('options.metrics', []));
	const read = createItemParameterReader(context);
	const parseCard = await createCardParser(context, read);
	const cardFields = await createCardFields(context);

	return {
		parseRow: (itemIndex) => parseRow(read, parseCard, itemIndex),
		getPan: ({ pan }) => pan,
		...oneRowPerCall(
			(row: MetricsRow) => ({
				method: 'POST',
				path: '/consumer/credit-analytics/metrics',
				body: buildMetricsRequest(row),
			}),
			parseMetricsResponse,
		),
		// Whatever else the rows say: equal requests are sent once.
		dedupeKey: (row) => JSON.stringify(buildMetricsRequest(row)),
		toItems: ({ value }, row) => toMetricsItems(cardFields(row), value, format, names),
	};
}

async function parseRow(
	read: ParameterReader,
	parseCard: CardParser,
	itemIndex: number,
): Promise<MetricsRow> {
	const productType = read('productType', itemIndex);
	// Not limited to the documented value: Mastercard may add others before this node knows them.
	if (typeof productType !== 'string' || productType === '')
		throw new InvalidParameterError(
			'CHOICE_MISSING',
			"'Product Type' is empty",
			'Choose a product type.',
		);
	return {
		...(await parseCard(itemIndex)),
		countryCode: parseCountryCode(read('countryCode', itemIndex)),
		productType,
	};
}
