/** Reviews a portfolio of cards: from the items of this and the last review to figures, movements and charts. */
import type { ScoreBands } from '../bands';
import { displayText } from '../displayText';
import { countFailures } from '../failures';
import { ReportInputError, getField, type Fields } from '../fields';
import type { Pause } from '../pause';
import type { CardFigures } from './cardFigures';
import { compareBands } from './compareBands';
import { compareReviews, type CardComparison } from './compareReviews';
import { getEarlyWarning } from './earlyWarning';
import { keepLatest, type HistoryPoint } from './history';
import { getBottomFigures, getMigration } from './migration';
import { getNotes } from './notes';
import { parseReview, type CardReview } from './parseReview';
import { countReasons, getCoverage, getMedianChange, getReviewScores } from './scoreFigures';
import { getSegments } from './segments';
import { createWatchList, type WatchList } from './watchList';

export interface CardSettings {
	matchBy: string;
	/** Empty for the masked card. */
	label: string;
	/** Empty for no segments. */
	segment: string;
	/** YYYY-MM-DD. */
	reviewDate: string;
	bottomDeciles: number;
	watchListSize: number;
	baseline: ScoreBands | null;
	history: readonly HistoryPoint[];
}

export interface CardsReport {
	figures: CardFigures;
	/** Null without scores. */
	bands: ScoreBands | null;
	comparison: CardComparison;
	current: CardReview;
	previous: CardReview | null;
	watchList: WatchList;
	history: HistoryPoint[];
	/** What was left out, and what cannot be compared, in sentences. */
	notes: string[];
}

/**
 * @param previousItems Empty in a first review.
 * @throws ReportInputError when there are no cards, or a field is missing in all of them.
 */
export async function reviewCards(
	currentItems: readonly Fields[],
	previousItems: readonly Fields[],
	settings: CardSettings,
	pause: Pause,
): Promise<CardsReport> {
	const { matchBy } = settings;
	const current = await parseReview(currentItems, matchBy, 'Current', pause);
	requireField(current, settings.label, 'Label');
	requireField(current, settings.segment, 'Segment');
	const former = await parseReview(previousItems, matchBy, 'Previous', pause, current.modelName);
	const previous = former.cards.length === 0 ? null : former;
	const comparison = await compareReviews(current, previous, settings.bottomDeciles, pause);
	const { bands, ...stability } = compareBands(current, previous, settings);
	const migration =
		comparison.matched.length > 0 ? await getMigration(comparison.matched, pause) : null;
	const isSameModel = previous !== null && previous.modelName === current.modelName;
	const { segments, others } =
		settings.segment === ''
			? { segments: [], others: 0 }
			: await getSegments(current, comparison.matched, settings.segment, pause);
	const figures: CardFigures = {
		subject: 'cards',
		reviewDate: settings.reviewDate,
		isFirstReview: previous === null,
		previousReviewDate: previous?.reviewDate ?? null,
		modelName: current.modelName,
		coverage: {
			...getCoverage(current),
			reasons: countReasons(current.unscored),
			...countFailures(current),
		},
		previousCoverage: previous && {
			...getCoverage(previous),
			reasons: countReasons(previous.unscored),
		},
		score: getReviewScores(current),
		previousScore: isSameModel ? getReviewScores(previous) : null,
		medianChange: getMedianChange(comparison.matched),
		stability,
		migration,
		bottom: migration && getBottomFigures(migration.counts, settings.bottomDeciles),
		earlyWarning: getEarlyWarning(comparison),
		movements: previous && comparison.movements,
		segments,
	};
	return {
		figures,
		bands,
		comparison,
		current,
		previous,
		watchList: createWatchList(comparison.matched, settings),
		history: getHistory(figures, settings.history),
		notes: getNotes(current, previous, { figures, baseline: settings.baseline, others }),
	};
}

/** A field that no card has would silently give no names, or a single segment. */
function requireField({ cards }: CardReview, field: string, setting: string): void {
	if (field === '' || cards.length === 0) return;
	if (cards.some(({ fields }) => getField(fields, field) !== undefined)) return;
	throw new ReportInputError(
		`No item of 'Current' has '${displayText(field)}', the field chosen under '${setting}'`,
		'Enter the name of a field that the items have, not its value; or leave the setting empty.',
	);
}

const UNKNOWN = { netDowngrade: null, rollRate: null, cureRate: null, stabilityIndex: null };

/** Former reviews, the last one if its date is known, and this one. */
function getHistory(figures: CardFigures, former: readonly HistoryPoint[]): HistoryPoint[] {
	const { previousReviewDate, previousScore, reviewDate, score } = figures;
	return keepLatest([
		...(previousScore === null || previousReviewDate === null
			? []
			: [{ reviewDate: previousReviewDate, ...previousScore, ...UNKNOWN }]),
		...former,
		{ reviewDate, ...score, ...UNKNOWN },
	]);
}
