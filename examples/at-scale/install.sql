-- Sets up the work table: psql -f install.sql. Run it again after an update of this folder.
\set ON_ERROR_STOP on
\ir sql/tables.sql
\ir sql/load.sql
\ir sql/startReview.sql
\ir sql/lease.sql
\ir sql/save.sql
\ir sql/returnExpired.sql
\ir sql/report.sql
\ir sql/reviewReport.sql
