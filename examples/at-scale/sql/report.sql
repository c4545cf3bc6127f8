-- Every card with where it stands in the current review, its score and the one before.
CREATE OR REPLACE VIEW credit_review.results AS
SELECT
	card.card_id,
	CASE
		WHEN card.review = setting.review THEN coalesce(card.outcome, 'next review')
		WHEN card.lease_id IS NOT NULL THEN 'leased'
		ELSE 'waiting'
	END AS status,
	card.masked_card, card.card_reference, card.consent_reference,
	card.scored, card.score, card.decile, card.model_name, card.has_score_changed, card.is_new_prospect,
	card.reason_code, card.reason, card.reviewed_at,
	card.previous_score, card.previous_decile, card.previous_scored_at,
	card.score - card.previous_score AS score_change, card.previous_model_name
FROM credit_review.cards AS card, credit_review.settings AS setting;

-- The figures of the current review, in one row.
CREATE OR REPLACE FUNCTION credit_review.report()
RETURNS TABLE (
	review integer, started_at timestamptz, last_result_at timestamptz,
	cards bigint, waiting bigint, leased bigint, scored bigint, not_scored bigint, rejected bigint, failed bigint,
	average_score numeric, average_before numeric, up bigint, down bigint, same bigint, scored_first_time bigint,
	expired_leases bigint, paused_until timestamptz, paused_because text
)
LANGUAGE sql STABLE AS $$
	SELECT
		min(setting.review), min(setting.review_started_at), max(result.reviewed_at) FILTER (WHERE status IN ('done', 'rejected', 'failed')),
		count(*) FILTER (WHERE status <> 'next review'),
		count(*) FILTER (WHERE status = 'waiting'),
		count(*) FILTER (WHERE status = 'leased'),
		count(*) FILTER (WHERE status = 'done' AND result.scored),
		count(*) FILTER (WHERE status = 'done' AND NOT result.scored),
		count(*) FILTER (WHERE status = 'rejected'),
		count(*) FILTER (WHERE status = 'failed'),
		round(avg(score) FILTER (WHERE status = 'done'), 1),
		round(avg(previous_score) FILTER (WHERE status = 'done'), 1),
		count(*) FILTER (WHERE status = 'done' AND score_change > 0),
		count(*) FILTER (WHERE status = 'done' AND score_change < 0),
		count(*) FILTER (WHERE status = 'done' AND score_change = 0),
		count(*) FILTER (WHERE status = 'done' AND score IS NOT NULL AND previous_score IS NULL),
		(SELECT count(*) FROM credit_review.events WHERE event = 'lease expired' AND happened_at >= min(setting.review_started_at)),
		min(setting.paused_until) FILTER (WHERE setting.paused_until > now()), min(setting.paused_because)
	FROM credit_review.settings AS setting LEFT JOIN credit_review.results AS result ON true;
$$;

-- How many cards were not scored, and why.
CREATE OR REPLACE FUNCTION credit_review.report_reasons()
RETURNS TABLE (status text, reason_code text, cards bigint, example text)
LANGUAGE sql STABLE AS $$
	SELECT status, reason_code, count(*), min(reason)
	FROM credit_review.results
	WHERE status IN ('done', 'rejected', 'failed') AND scored IS NOT true
	GROUP BY status, reason_code
	ORDER BY count(*) DESC;
$$;

-- The cards whose score fell or rose most since the review before.
CREATE OR REPLACE FUNCTION credit_review.report_movements(largest integer)
RETURNS TABLE (card_id text, masked_card text, score numeric, previous_score numeric, score_change numeric, decile numeric, previous_decile numeric)
LANGUAGE sql STABLE AS $$
	SELECT card_id, masked_card, score, previous_score, score_change, decile, previous_decile
	FROM credit_review.results
	WHERE status = 'done' AND score_change <> 0
	ORDER BY abs(score_change) DESC, card_id
	LIMIT largest;
$$;
