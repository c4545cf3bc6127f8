/** The rows of the first output. */
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type {
	BusinessesReport,
	BusinessSettings,
	ComparedBusiness,
} from '../../report/businesses/reviewBusinesses';
import type { Card } from '../../report/cards/parseCard';
import type { ComparedCard } from '../../report/cards/compareReviews';
import type { CardSettings, CardsReport } from '../../report/cards/reviewCards';
import { formatReasons } from '../../report/format';
import { forEachRow, type Pause } from '../../report/pause';

/** Position of the inputs. */
const CURRENT = 0;
const PREVIOUS = 1;

/** The cards of this review in their order, then those that only the last one had. */
export async function toCardRows(
	{ comparison }: CardsReport,
	settings: CardSettings,
	pause: Pause,
): Promise<INodeExecutionData[]> {
	const rows: INodeExecutionData[] = [];
	await forEachRow(comparison.compared, pause, (compared) => {
		rows.push({
			json: { ...(compared.card.fields as IDataObject), ...movementFields(compared, settings) },
			pairedItem: { item: compared.card.position, input: CURRENT },
		});
	});
	await forEachRow(comparison.gone, pause, (card) => {
		rows.push({
			json: toGoneRow(card, settings),
			pairedItem: { item: card.position, input: PREVIOUS },
		});
	});
	return rows;
}

function movementFields(compared: ComparedCard, { reviewDate }: CardSettings): IDataObject {
	const { movement, previousDecile, previousScore, scoreChange, watchReasons } = compared;
	return {
		movement,
		previousScore,
		scoreChange,
		previousDecile,
		watch: watchReasons.length > 0,
		watchReason: watchReasons.length > 0 ? formatReasons(watchReasons) : null,
		reviewDate,
	};
}

/** What identifies the card, and its last score under the names of a former one: it has no score now. */
function toGoneRow(card: Card, { label, matchBy, reviewDate, segment }: CardSettings): IDataObject {
	const kept = ['customerPAN', 'consentReference', label, segment];
	return {
		[matchBy]: card.reference,
		...Object.fromEntries(kept.flatMap((name) => keep(card.fields as IDataObject, name))),
		modelName: card.modelName,
		movement: 'gone',
		previousScore: card.scored ? card.score : null,
		scoreChange: null,
		previousDecile: card.scored ? card.decile : null,
		watch: false,
		watchReason: null,
		reviewDate,
	};
}

function keep(fields: IDataObject, name: string): Array<[string, IDataObject[string]]> {
	return Object.hasOwn(fields, name) ? [[name, fields[name]]] : [];
}

/** One row for each business of this review in the order of its items, then those that only the last one had. */
export async function toBusinessRows(
	{ compared, gone }: BusinessesReport,
	settings: BusinessSettings,
	pause: Pause,
): Promise<INodeExecutionData[]> {
	const rows: INodeExecutionData[] = [];
	await forEachRow(compared, pause, (business) => {
		rows.push({
			json: toBusinessRow(business, settings),
			pairedItem: business.business.positions.map((item) => ({ item, input: CURRENT })),
		});
	});
	await forEachRow(gone, pause, ({ fields, positions, reference }) => {
		rows.push({
			json: {
				[settings.matchBy]: reference,
				...Object.fromEntries(keep(fields as IDataObject, settings.label)),
				movement: 'gone',
				reviewDate: settings.reviewDate,
			},
			pairedItem: positions.map((item) => ({ item, input: PREVIOUS })),
		});
	});
	return rows;
}

function toBusinessRow(
	{ business, figures, ...compared }: ComparedBusiness,
	{ label, matchBy, reviewDate, segment }: BusinessSettings,
): IDataObject {
	const fields = business.fields as IDataObject;
	const { movement, previousSales, previousTrend, rank, salesChange, watchReasons } = compared;
	return {
		[matchBy]: business.reference,
		...Object.fromEntries([label, segment].flatMap((name) => keep(fields, name))),
		industryName: figures.industryName,
		rank,
		sales: figures.sales,
		salesTrend: figures.salesTrend,
		salesYearOverYear: figures.salesYearOverYear,
		volatility: figures.volatility,
		weeksSilent: figures.weeksSilent,
		weeksWithoutFigure: figures.weeksWithoutFigure,
		indexes: figures.indexes,
		movement,
		previousSales,
		salesChange,
		previousTrend,
		watch: watchReasons.length > 0,
		watchReason: watchReasons.length > 0 ? formatReasons(watchReasons) : null,
		reviewDate,
	};
}
