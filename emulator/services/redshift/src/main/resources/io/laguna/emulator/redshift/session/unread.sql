-- What is asked about the query of a view without schema binding before it is made. It is run in a template database, and on clusters
-- that have it not.

-- Why a query is not understood as its names are now: its SQLSTATE and message, or no row.
CREATE FUNCTION laguna.unread(body text) RETURNS TABLE (state text, message text) LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE 'EXPLAIN ' || body;
EXCEPTION WHEN OTHERS THEN
    state := SQLSTATE;
    message := SQLERRM;
    RETURN NEXT;
END $$;
