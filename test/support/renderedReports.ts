// The report files of some reviews, made from the source.
import type { Fields } from '../../report/fields';
import { reviewBusinesses } from '../../report/businesses/reviewBusinesses';
import { reviewCards, type CardSettings } from '../../report/cards/reviewCards';
import { createBusinessDocument } from '../../report/html/businessDocument';
import { createCardDocument } from '../../report/html/cardDocument';
import type { ReportDocument } from '../../report/html/reportDocument';
import { HOSTILE_TEXTS, sampleBusinesses, sampleCards } from './reviewSamples';

const CARD_SETTINGS: CardSettings = {
	matchBy: 'cardReference',
	label: 'Customer',
	segment: 'Branch',
	reviewDate: '2026-11-21',
	bottomDeciles: 2,
	watchListSize: 20,
	baseline: null,
	history: [],
};
const pause = () => undefined;

async function documentCards(current: Fields[], previous: Fields[], title: string) {
	return createCardDocument(await reviewCards(current, previous, CARD_SETTINGS, pause), title);
}

/** Cards whose every text is hostile, in both reviews. */
function hostileCards(score: number): Fields[] {
	return HOSTILE_TEXTS.flatMap((text, index) => [
		{
			cardReference: text,
			customerPAN: text,
			Customer: text,
			Branch: text,
			scored: true,
			score: String(score + index),
			decile: score > 500 ? '9' : '1',
			modelName: HOSTILE_TEXTS[0],
		},
		{
			cardReference: `unscored ${text}`,
			scored: false,
			reasonCode: text,
			reason: text,
			modelName: HOSTILE_TEXTS[0],
		},
	]);
}

function hostileBusinesses(): Fields[] {
	return sampleBusinesses(HOSTILE_TEXTS.length).map((item) => {
		const text = HOSTILE_TEXTS[Number(String(item.locationId).slice(-2))] ?? '';
		const metrics = 'metrics' in item ? { [`${text}_index`]: 90, net_spend_index: 110 } : undefined;
		return {
			...item,
			locationId: text,
			Merchant: text,
			industryName: text,
			...(metrics && { metrics }),
		};
	});
}

async function documentBusinesses(items: Fields[], title: string): Promise<ReportDocument> {
	const previous = items.filter(({ periodEndDate }) => String(periodEndDate) < '2026-11-10');
	const settings = { ...CARD_SETTINGS, matchBy: 'locationId', label: 'Merchant', segment: '' };
	return createBusinessDocument(await reviewBusinesses(items, previous, settings, pause), title);
}

/** Reports by name, among them first, small, large and hostile ones. */
export const REPORTS: Record<string, () => Promise<ReportDocument>> = {
	'a first review of cards': () => documentCards(sampleCards(60).current, [], 'Weekly review'),
	'a review of 60 cards': () => {
		const { current, previous } = sampleCards(60);
		return documentCards(current, previous, 'Weekly review');
	},
	'a review of 2,000 cards': () => {
		const { current, previous } = sampleCards(2000);
		return documentCards(current, previous, 'Weekly review');
	},
	'a review without a single score': () =>
		documentCards(
			[{ cardReference: 'a', Customer: 'C', Branch: 'B', scored: false, reasonCode: 'X' }],
			[],
			'None',
		),
	'a review of 20 businesses': () => documentBusinesses(sampleBusinesses(20), 'Merchants'),
	'cards with hostile texts': () =>
		documentCards(hostileCards(10), hostileCards(900), HOSTILE_TEXTS[0] ?? ''),
	'businesses with hostile texts': () =>
		documentBusinesses(hostileBusinesses(), HOSTILE_TEXTS[3] ?? ''),
};
