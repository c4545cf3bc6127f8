-- Gives a run its rows, with what it needs to score them. No rows when nothing is due, when as many runs as allowed are
-- at work, and while the brake is on.
--
-- Rows whose call failed for a cause that may lie in one of them come last, each in a call of its own, so that one bad
-- row cannot take others with it.
CREATE OR REPLACE FUNCTION credit_review.lease()
RETURNS TABLE (
	lease_id uuid,
	row_id bigint,
	sealed_card text,
	has_consent boolean,
	country_code text,
	requests_per_second double precision,
	parallel_runs integer,
	cards_per_call integer
)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
	-- Locked, so that two runs cannot both be the last one allowed.
	setting credit_review.settings;
	new_lease uuid := gen_random_uuid();
	one_by_one boolean;
	leased integer;
BEGIN
	SELECT * INTO setting FROM credit_review.settings FOR UPDATE;
	IF setting.paused_until > clock_timestamp() OR (SELECT count(*) FROM credit_review.leases) >= setting.parallel_runs THEN
		RETURN;
	END IF;
	FOREACH one_by_one IN ARRAY ARRAY[false, true] LOOP
		RETURN QUERY
			WITH due AS (
				SELECT row_id FROM credit_review.cards
				WHERE lease_id IS NULL AND alone = one_by_one AND review < setting.review
				ORDER BY review, row_id
				LIMIT CASE WHEN one_by_one THEN setting.lease_rows / 20 ELSE setting.lease_rows END
				FOR UPDATE SKIP LOCKED
			)
			UPDATE credit_review.cards AS card
			SET lease_id = new_lease
			FROM due
			WHERE card.row_id = due.row_id
			RETURNING
				new_lease, card.row_id, card.sealed_card, card.has_consent, card.country_code,
				setting.contracted_rate * 0.8, setting.parallel_runs, CASE WHEN one_by_one THEN 1 ELSE 20 END;
		GET DIAGNOSTICS leased = ROW_COUNT;
		IF leased > 0 THEN
			INSERT INTO credit_review.leases (lease_id, card_count, leased_until)
			VALUES (new_lease, leased, clock_timestamp() + setting.lease_seconds * interval '1 second');
			RETURN;
		END IF;
	END LOOP;
END;
$$;
