-- Gives back the rows of runs that ended without a word, because their worker died. What such a run had paid for is paid
-- again: at most the rows of these leases.
CREATE OR REPLACE FUNCTION credit_review.return_expired()
RETURNS TABLE (expired_lease uuid, card_count integer)
LANGUAGE plpgsql AS $$
DECLARE
	expired credit_review.leases;
BEGIN
	FOR expired IN
		SELECT * FROM credit_review.leases WHERE leased_until < clock_timestamp() FOR UPDATE SKIP LOCKED
	LOOP
		PERFORM credit_review.save(expired.lease_id, '[]');
		INSERT INTO credit_review.events (event, detail) VALUES ('lease expired', expired.card_count || ' cards');
		expired_lease := expired.lease_id;
		card_count := expired.card_count;
		RETURN NEXT;
	END LOOP;
END;
$$;
