-- Starts the next review: every row is due again. While rows of the current one are due, that one goes on instead.
-- It changes one row only, so it takes no time for any number of cards.
CREATE OR REPLACE FUNCTION credit_review.start_review()
RETURNS TABLE (review integer, started boolean)
LANGUAGE plpgsql AS $$
DECLARE
	current credit_review.settings;
BEGIN
	SELECT * INTO current FROM credit_review.settings FOR UPDATE;
	-- As the index has them.
	IF EXISTS (SELECT FROM credit_review.leases) OR EXISTS (
		SELECT FROM credit_review.cards AS card
		WHERE card.lease_id IS NULL AND card.alone IN (false, true) AND card.review < current.review
	) THEN
		RETURN QUERY SELECT current.review, false;
		RETURN;
	END IF;
	UPDATE credit_review.settings AS setting SET review = current.review + 1, review_started_at = now();
	INSERT INTO credit_review.events (event, detail) VALUES ('review started', (current.review + 1)::text);
	RETURN QUERY SELECT current.review + 1, true;
END;
$$;
