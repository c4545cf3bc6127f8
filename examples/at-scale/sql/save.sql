-- The message without the position in the run, which means nothing here.
CREATE OR REPLACE FUNCTION credit_review.get_message(error jsonb) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
	SELECT regexp_replace(error->>'message', ' \[item \d+\]$', '');
$$;

-- The items of CCA Scores by the row they are about: a result before an error. Rows of the lease that no item is about
-- failed with the run, if that failed as a whole, or otherwise with their call.
CREATE OR REPLACE FUNCTION credit_review.get_results(finished uuid, items jsonb)
RETURNS TABLE (row_id bigint, item jsonb, error jsonb)
LANGUAGE sql STABLE AS $$
	SELECT DISTINCT ON (row_id) row_id, item, item->'error'
	FROM (
		SELECT reference::bigint AS row_id, item, CASE WHEN item ? 'scored' THEN 1 ELSE 2 END AS place
		FROM jsonb_array_elements(items) AS item, coalesce(item->>'consentReference', item->'error'->>'consentReference') AS reference
		WHERE reference ~ '^\d{1,18}$' AND (item ? 'scored' OR item ? 'error')
		UNION ALL
		SELECT
			row_id,
			jsonb_build_object('error', jsonb_build_object(
				'reasonCode', 'NO_RESULT',
				'message', 'The run ended without a result for this row',
				'retryable', true,
				'scope', CASE WHEN items @> '[{"error": {"scope": "run"}}]' THEN 'run' ELSE 'call' END
			)),
			3
		FROM credit_review.cards
		WHERE lease_id = finished
	) AS candidates
	ORDER BY row_id, place;
$$;

-- Saves what a run brought, all at once, and ends its lease. It can be repeated, and it may come late: a result was paid
-- for and is kept, unless the row has one of this review; an error counts only while the lease is the run's own.
--
-- scope 'row': final. 'call': the row goes back, up to max_attempts. 'run': the row goes back as it was.
-- The brake: after a failure of scope 'run', or when several calls failed and none succeeded, no lease is given for a time.
CREATE OR REPLACE FUNCTION credit_review.save(finished uuid, list text)
RETURNS TABLE (final integer, given_back integer)
LANGUAGE plpgsql AS $$
DECLARE
	setting credit_review.settings;
	cause text;
	items jsonb := credit_review.parse_list(list);
	has_results boolean := items @> '[{"scored": true}]' OR items @> '[{"scored": false}]';
BEGIN
	SELECT * INTO setting FROM credit_review.settings;

	UPDATE credit_review.cards AS card SET
		lease_id = NULL,
		attempts = 0,
		alone = false,
		review = setting.review,
		outcome = CASE WHEN error IS NULL THEN 'done' WHEN error->>'attempts' = '0' THEN 'rejected' ELSE 'failed' END,
		reviewed_at = now(),
		masked_card = coalesce(item->>'customerPAN', error->>'customerPAN'),
		card_reference = coalesce(item->>'cardReference', error->>'cardReference'),
		scored = item->'scored' = 'true',
		score = CASE WHEN jsonb_typeof(item->'score') = 'number' THEN (item->>'score')::numeric END,
		decile = CASE WHEN jsonb_typeof(item->'decile') = 'number' THEN (item->>'decile')::numeric END,
		model_name = item->>'modelName',
		has_score_changed = item->'hasScoreChangedFromLastWeek' = 'true',
		is_new_prospect = item->'isNewProspect' = 'true',
		reason_code = coalesce(item->>'reasonCode', error->>'reasonCode'),
		reason = coalesce(item->>'reason', credit_review.get_message(error)),
		previous_score = coalesce(card.score, card.previous_score),
		previous_decile = CASE WHEN card.score IS NULL THEN card.previous_decile ELSE card.decile END,
		previous_model_name = CASE WHEN card.score IS NULL THEN card.previous_model_name ELSE card.model_name END,
		previous_scored_at = CASE WHEN card.score IS NULL THEN card.previous_scored_at ELSE card.reviewed_at END
	FROM credit_review.get_results(finished, items) AS result
	WHERE card.row_id = result.row_id AND CASE
		WHEN error IS NULL THEN card.review < setting.review OR card.outcome = 'failed'
		ELSE card.lease_id = finished AND (
			error->>'scope' = 'row' OR (error->>'scope' = 'call' AND card.attempts + 1 >= setting.max_attempts)
		)
	END;
	GET DIAGNOSTICS final = ROW_COUNT;

	UPDATE credit_review.cards AS card SET
		lease_id = NULL,
		attempts = card.attempts + CASE WHEN error->>'scope' = 'run' THEN 0 ELSE 1 END,
		alone = card.alone OR (error->>'scope' = 'call' AND error->>'retryable' = 'false')
	FROM credit_review.get_results(finished, items) AS result
	WHERE card.row_id = result.row_id AND card.lease_id = finished;
	GET DIAGNOSTICS given_back = ROW_COUNT;

	SELECT credit_review.get_message(item->'error') INTO cause
	FROM jsonb_array_elements(items) AS item
	WHERE item->'error'->>'scope' = 'run'
		-- More rows than one call has.
		OR (NOT has_results AND given_back > 20 AND item->'error'->>'scope' = 'call')
	LIMIT 1;
	IF cause IS NOT NULL THEN
		PERFORM credit_review.brake(cause);
	ELSIF has_results THEN
		UPDATE credit_review.settings SET pauses_in_a_row = 0, paused_because = NULL
		WHERE pauses_in_a_row > 0 AND paused_until < clock_timestamp();
	END IF;

	DELETE FROM credit_review.leases WHERE lease_id = finished;
	RETURN NEXT;
END;
$$;

-- No leases for pause_seconds; twice as long each further time in a row, up to an hour.
CREATE OR REPLACE FUNCTION credit_review.brake(cause text) RETURNS void
LANGUAGE sql AS $$
	WITH paused AS (
		UPDATE credit_review.settings SET
			paused_until = clock_timestamp() + least(pause_seconds * 2.0 ^ least(pauses_in_a_row, 12), 3600) * interval '1 second',
			paused_because = cause,
			pauses_in_a_row = pauses_in_a_row + 1
		-- Runs at the same time fail together: one pause.
		WHERE paused_until IS NULL OR paused_until < clock_timestamp()
		RETURNING paused_because
	)
	INSERT INTO credit_review.events (event, detail) SELECT 'paused', paused_because FROM paused;
$$;
