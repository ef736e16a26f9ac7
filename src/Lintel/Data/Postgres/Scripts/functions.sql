-- What statements and policies need beside what PostgreSQL brings.

-- The agency that the unit of work is for; NULL, which equals nothing, outside of any.
CREATE FUNCTION lintel_agency() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE
RETURN nullif(current_setting('lintel.agency', true), '')::bigint;

-- The items of a list, for statements that SQLite is asked too. Each is a plain statement that the planner looks into.
CREATE FUNCTION each(list bigint[]) RETURNS TABLE (value bigint, key bigint) LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT item, place - 1 FROM unnest(list) WITH ORDINALITY AS u (item, place)
$$;

CREATE FUNCTION each(list text[]) RETURNS TABLE (value text, key bigint) LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT item, place - 1 FROM unnest(list) WITH ORDINALITY AS u (item, place)
$$;

CREATE FUNCTION each(list jsonb) RETURNS TABLE (value jsonb, key bigint) LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT item, place - 1 FROM jsonb_array_elements(list) WITH ORDINALITY AS u (item, place)
$$;

-- A list that a column keeps as JSON.
CREATE FUNCTION texts(list text) RETURNS SETOF text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT item COLLATE "C" FROM jsonb_array_elements_text(list::jsonb) AS u (item)
$$;
