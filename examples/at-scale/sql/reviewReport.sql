-- What the node Credit Review Report reads and what it leaves behind. Its columns are named as that node names them.

-- Each card that the current review is done with, as items of CCA Scores.
CREATE OR REPLACE FUNCTION credit_review.this_review()
RETURNS TABLE (
	"cardId" text, "customerPAN" text, scored boolean, score numeric, decile numeric, "modelName" text,
	"reasonCode" text, reason text, error jsonb
)
LANGUAGE sql STABLE AS $$
	SELECT
		card_id, masked_card, scored, score, decile, model_name, reason_code, reason,
		CASE WHEN status <> 'done' THEN jsonb_build_object(
			'cardId', card_id, 'reasonCode', reason_code, 'message', reason,
			'attempts', CASE status WHEN 'rejected' THEN 0 ELSE 1 END
		) END
	FROM credit_review.results
	WHERE status IN ('done', 'rejected', 'failed')
	ORDER BY card_id;
$$;

-- The last score before that of the same cards. Cards that the review has not reached are in neither list.
CREATE OR REPLACE FUNCTION credit_review.last_scores()
RETURNS TABLE ("cardId" text, scored boolean, score numeric, decile numeric, "modelName" text, "reviewDate" text)
LANGUAGE sql STABLE AS $$
	SELECT
		card_id, true, previous_score, previous_decile, previous_model_name,
		to_char(previous_scored_at AT TIME ZONE 'UTC', 'YYYY-MM-DD')
	FROM credit_review.results
	WHERE status IN ('done', 'rejected', 'failed') AND previous_score IS NOT NULL
	ORDER BY card_id;
$$;

-- One row: the figures of the reviews before this one, oldest first, and the bands of the first one that has any.
CREATE OR REPLACE FUNCTION credit_review.earlier_reports()
RETURNS TABLE (history jsonb, baseline jsonb)
LANGUAGE sql STABLE AS $$
	SELECT
		coalesce(jsonb_agg(figures ORDER BY review), '[]'),
		(array_agg(bands ORDER BY review) FILTER (WHERE jsonb_typeof(bands) = 'object'))[1]
	FROM credit_review.reports
	WHERE review < (SELECT review FROM credit_review.settings);
$$;

-- Keeps the figures of the current review for the next; once more, it replaces them.
CREATE OR REPLACE FUNCTION credit_review.keep_report(figures text, bands text)
RETURNS TABLE (kept_reports bigint)
LANGUAGE sql AS $$
	WITH kept AS (
		INSERT INTO credit_review.reports (review, figures, bands)
		SELECT review, $1::jsonb, $2::jsonb FROM credit_review.settings
		ON CONFLICT (review) DO UPDATE SET figures = excluded.figures, bands = excluded.bands
		RETURNING review
	)
	SELECT count(*) FROM (SELECT review FROM credit_review.reports UNION SELECT review FROM kept) AS reviews;
$$;
