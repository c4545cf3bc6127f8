-- Adds the rows of a portfolio, or updates those whose card_id is known. New rows take part from the next review on.
--
-- portfolio: a JSON list of objects with card_id, sealed_card, has_consent ("true" or true, nothing else counts),
-- consent_reference and country_code (USA if empty).
-- Returns how many rows were stored, how many of these will be rejected (no sealed card), and how many were left out and why.
CREATE OR REPLACE FUNCTION credit_review.load(portfolio text)
RETURNS TABLE (stored integer, not_sealed integer, without_consent integer, without_id integer, id_like_a_card_number integer, repeated_id integer)
LANGUAGE sql AS $$
	WITH given AS (
		SELECT
			position,
			nullif(trim(entry->>'card_id'), '') AS card_id,
			-- Whatever else was there may be a card number, and must not stay.
			CASE WHEN trim(entry->>'sealed_card') ~ '^eyJ[\w-]+(\.[\w-]*){4}$' THEN trim(entry->>'sealed_card') ELSE 'NOT SEALED' END AS sealed_card,
			coalesce(entry->>'has_consent' = 'true', false) AS has_consent,
			CASE WHEN entry->>'consent_reference' !~ '^\s*(\d[ -]?){13,19}\s*$' THEN entry->>'consent_reference' END AS consent_reference,
			upper(coalesce(nullif(trim(entry->>'country_code'), ''), 'USA')) AS country_code
		FROM jsonb_array_elements(credit_review.parse_list(portfolio)) WITH ORDINALITY AS list (entry, position)
	), checked AS (
		SELECT
			*,
			coalesce(card_id ~ '^(\d[ -]?){13,19}$', false) AS like_a_card,
			card_id IS NOT NULL AND row_number() OVER (PARTITION BY card_id ORDER BY position) > 1 AS repeated
		FROM given
	), kept AS (
		INSERT INTO credit_review.cards (card_id, sealed_card, has_consent, consent_reference, country_code, review)
		SELECT card_id, sealed_card, has_consent, consent_reference, country_code, (SELECT review FROM credit_review.settings)
		FROM checked
		WHERE card_id IS NOT NULL AND NOT like_a_card AND NOT repeated
		ORDER BY position
		ON CONFLICT (card_id) DO UPDATE SET
			sealed_card = excluded.sealed_card,
			has_consent = excluded.has_consent,
			consent_reference = excluded.consent_reference,
			country_code = excluded.country_code,
			loaded_at = excluded.loaded_at
		RETURNING sealed_card, has_consent
	), counted AS (
		SELECT
			(SELECT count(*)::integer FROM kept) AS stored,
			(SELECT count(*)::integer FROM kept WHERE sealed_card = 'NOT SEALED') AS not_sealed,
			(SELECT count(*)::integer FROM kept WHERE NOT has_consent) AS without_consent,
			(SELECT count(*)::integer FROM checked WHERE card_id IS NULL) AS without_id,
			(SELECT count(*)::integer FROM checked WHERE like_a_card) AS id_like_a_card_number,
			(SELECT count(*)::integer FROM checked WHERE repeated AND NOT like_a_card) AS repeated_id
	), noted AS (
		INSERT INTO credit_review.events (event, detail)
		SELECT 'rows loaded', format(
			'%s stored, of these %s not sealed and %s without consent. Left out: %s without card_id, %s whose card_id looks like a card number, %s repeated',
			stored, not_sealed, without_consent, without_id, id_like_a_card_number, repeated_id
		)
		FROM counted
	)
	SELECT * FROM counted;
$$;
