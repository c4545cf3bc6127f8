-- The work table of a portfolio, and what steers its reviews. To run it again changes nothing.
CREATE SCHEMA IF NOT EXISTS credit_review;

-- Exactly one row. Change it with UPDATE at any time: the next lease follows it.
CREATE TABLE IF NOT EXISTS credit_review.settings (
	only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
	-- Requests per second of your contract with Mastercard. Four fifths of it are used, since several runs keep it together.
	contracted_rate double precision NOT NULL DEFAULT 5 CHECK (contracted_rate > 0 AND contracted_rate <= 1000),
	-- How many runs may score at the same time, on all workers together.
	parallel_runs integer NOT NULL DEFAULT 4 CHECK (parallel_runs BETWEEN 1 AND 1000),
	-- Rows of one run. What a dead worker may have paid for in vain: its runs times these rows.
	lease_rows integer NOT NULL DEFAULT 200 CHECK (lease_rows BETWEEN 20 AND 5000),
	-- After this time a run counts as dead, so it must be longer than a run can take.
	lease_seconds integer NOT NULL DEFAULT 300 CHECK (lease_seconds > 0),
	-- Leases without a result after which a row counts as failed.
	max_attempts integer NOT NULL DEFAULT 3 CHECK (max_attempts > 0),
	-- The first pause of the brake; each further one in a row is twice as long, up to an hour.
	pause_seconds integer NOT NULL DEFAULT 60 CHECK (pause_seconds > 0),

	-- Set by the functions.
	review integer NOT NULL DEFAULT 0,
	review_started_at timestamptz,
	paused_until timestamptz,
	paused_because text,
	pauses_in_a_row integer NOT NULL DEFAULT 0
);
INSERT INTO credit_review.settings DEFAULT VALUES ON CONFLICT DO NOTHING;

CREATE TABLE IF NOT EXISTS credit_review.cards (
	-- What the run knows a row by; short, so that it never looks like a card number.
	row_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	-- Your own ID. Not the card number: 13 to 19 digits alone are not accepted.
	card_id text NOT NULL UNIQUE CHECK (card_id !~ '^\s*(\d[ -]?){13,19}\s*$'),
	-- A sealed card (docs/sealed-cards.md), or that it was not one. A card number never gets in here.
	sealed_card text NOT NULL CHECK (sealed_card = 'NOT SEALED' OR sealed_card ~ '^eyJ[\w-]+(\.[\w-]*){4}$'),
	has_consent boolean NOT NULL,
	consent_reference text CHECK (consent_reference !~ '^\s*(\d[ -]?){13,19}\s*$'),
	country_code text NOT NULL,
	loaded_at timestamptz NOT NULL DEFAULT now(),

	-- Set while a run has the row.
	lease_id uuid,
	-- Leases without a result, and whether the row has to be sent in a call of its own.
	attempts integer NOT NULL DEFAULT 0,
	alone boolean NOT NULL DEFAULT false,

	-- The last review of the row, and its result. 'rejected': not sent; 'failed': sent without a result.
	review integer NOT NULL,
	outcome text CHECK (outcome IN ('done', 'rejected', 'failed')),
	reviewed_at timestamptz,
	masked_card text,
	card_reference text,
	scored boolean,
	score numeric,
	decile numeric,
	model_name text,
	has_score_changed boolean,
	is_new_prospect boolean,
	reason_code text,
	reason text,

	-- The last score before that.
	previous_score numeric,
	previous_decile numeric,
	previous_scored_at timestamptz
) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02);

CREATE INDEX IF NOT EXISTS cards_waiting ON credit_review.cards (alone, review, row_id) WHERE lease_id IS NULL;
CREATE INDEX IF NOT EXISTS cards_leased ON credit_review.cards (lease_id) WHERE lease_id IS NOT NULL;

-- One row for each run at work.
-- Tables of earlier versions do not have it.
ALTER TABLE credit_review.cards ADD COLUMN IF NOT EXISTS previous_model_name text;

CREATE TABLE IF NOT EXISTS credit_review.leases (
	lease_id uuid PRIMARY KEY,
	card_count integer NOT NULL,
	leased_at timestamptz NOT NULL DEFAULT clock_timestamp(),
	leased_until timestamptz NOT NULL
);

-- What happened, for you to read: reviews started, leases expired, pauses and their cause.
CREATE TABLE IF NOT EXISTS credit_review.events (
	happened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
	event text NOT NULL,
	detail text
);

-- The figures of each review as Credit Review Report gives them, and its bands: the first ones are the baseline.
CREATE TABLE IF NOT EXISTS credit_review.reports (
	review integer PRIMARY KEY,
	figures jsonb NOT NULL,
	bands jsonb
);

-- A list in JSON as n8n sends it. PostgreSQL takes no zero bytes and no halves of characters; a text that has some loses
-- its escaped characters, rather than a whole run its results.
CREATE OR REPLACE FUNCTION credit_review.parse_list(list text) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
	RETURN list::jsonb;
EXCEPTION WHEN untranslatable_character OR invalid_text_representation THEN
	RETURN regexp_replace(list, '(?<!\\)((?:\\\\)*)\\u[0-9a-fA-F]{4}', '\1', 'g')::jsonb;
END;
$$;
