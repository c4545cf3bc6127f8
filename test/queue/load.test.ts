// What the work table takes.
import { withCheckDigit } from '../support/cardNumbers';
import { SEALED, result, type Leased, useWorkTable } from './support/workTable';

const CARD = withCheckDigit('542523343010990');
const { query, first, load, lease, save, card, startWith } = useWorkTable();

describe('loading', () => {
	it('stores sealed cards only, and says what it left out', async () => {
		const counts = await load([
			{ card_id: 'A-1', sealed_card: SEALED, has_consent: 'true', consent_reference: 'C-1' },
			{ card_id: 'A-2', sealed_card: CARD, has_consent: true, consent_reference: CARD },
			{ card_id: 'A-3', sealed_card: `${SEALED} ${CARD}`, has_consent: 'yes' },
			{ card_id: 'A-1', sealed_card: SEALED, has_consent: 'true' },
			{ card_id: CARD.replace(/(....)/g, '$1 '), sealed_card: SEALED, has_consent: 'true' },
			{ sealed_card: SEALED, has_consent: 'true' },
			{ card_id: ' ' },
			{},
		]);
		expect(counts).toEqual({
			stored: 3,
			not_sealed: 2,
			without_consent: 1,
			without_id: 3,
			id_like_a_card_number: 1,
			repeated_id: 1,
		});
		const { everything } = await first<{ everything: string }>(
			'SELECT jsonb_agg(cards)::text AS everything FROM credit_review.cards',
		);
		expect(everything.replaceAll(' ', '')).not.toContain(CARD);
	});

	it.each(['card_id', 'sealed_card', 'consent_reference'])(
		'%s takes no card number from anyone',
		async (column) => {
			await load([{ card_id: 'A-1', sealed_card: SEALED, has_consent: 'true' }]);
			const update = query(`UPDATE credit_review.cards SET ${column} = $1`, CARD);
			await expect(update).rejects.toThrow('violates check constraint');
		},
	);

	it('updates a known card without losing its score', async () => {
		await startWith(1);
		const [row] = await lease();
		await save(row?.lease_id, [result(row as Leased)]);
		await load([{ card_id: 'A-1', sealed_card: `${SEALED}e`, has_consent: 'false' }]);
		expect(await card('A-1')).toMatchObject({
			sealed_card: `${SEALED}e`,
			has_consent: false,
			score: '700',
		});
	});
});
