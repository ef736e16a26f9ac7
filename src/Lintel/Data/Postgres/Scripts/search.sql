-- Search by substring, in any script: every character of a lead's text begins a gram of three. What is shorter than three characters (most
-- Chinese words, many surnames) is looked up as the beginning of grams. pg_trgm knows no terms that short, and no letters but those of the
-- database's locale. A gram begins with its agency, so that a search walks nobody else's.

-- As search compares: without case, and without the marks on letters.
CREATE FUNCTION lead_folded(text text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN translate(
    CASE WHEN octet_length(text) = length(text) THEN lower(text COLLATE "C")
        ELSE lower(normalize(regexp_replace(normalize(text, NFD), '[\u0300-\u036f]+', '', 'g'), NFC) COLLATE "und-x-icu") COLLATE "C" END,
    e'ς\x01', 'σ ');

-- Three walks over the text, one from each of its first three characters, cut all grams out of it, which a loop over its characters would take
-- five times as long for. Two line ends close the text, so that its last characters begin grams, too.
CREATE FUNCTION lead_grams(agency bigint, folded text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (
    SELECT array_to_tsvector(
        string_to_array(start || regexp_replace(closed, '(...)', cut, 'g'), mark)
        || string_to_array(start || regexp_replace(substr(closed, 2), '(...)', cut, 'g'), mark)
        || string_to_array(start || regexp_replace(substr(closed, 3), '(...)', cut, 'g'), mark))
    FROM (SELECT agency || ':' AS start, folded || e'\n\n' AS closed, e'\\1\x01' || agency || ':' AS cut, e'\x01' AS mark) parts);

-- What the grams of a text must hold for it to be found there: all of a long one's, any that a short one begins.
CREATE FUNCTION lead_query(agency bigint, text text) RETURNS tsquery LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (
    SELECT CASE WHEN length(folded) < 3 THEN (quoted || ':*')::tsquery ELSE (
            SELECT string_agg('''' || replace(replace(gram, '\', '\\'), '''', '''''') || '''', ' & ')::tsquery
            FROM (SELECT DISTINCT agency || ':' || substr(folded, place, 3) AS gram FROM generate_series(1, length(folded) - 2) place) grams)
        END
    FROM (
        SELECT folded, '''' || replace(replace(agency || ':' || folded, '\', '\\'), '''', '''''') || '''' AS quoted FROM (SELECT lead_folded(text) AS folded) f
    ) q);

CREATE FUNCTION lead_pattern(text text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN '%' || regexp_replace(lead_folded(text), '([\\%_])', '\\\1', 'g') || '%';

CREATE TABLE lead_search (
    agency_id bigint NOT NULL,
    lead_id bigint NOT NULL,
    text text COLLATE "C" NOT NULL,
    PRIMARY KEY (agency_id, lead_id),
    FOREIGN KEY (agency_id, lead_id) REFERENCES leads (agency_id, id) ON DELETE CASCADE
);
CREATE INDEX ix_lead_search_grams ON lead_search USING gin (lead_grams(agency_id, text));

-- How the application sees it, its own agency's rows alone. Row-level security would keep the index from use: of conditions on a table that has
-- it, only those that cannot tell anything about hidden rows come before the policy, and LIKE and @@ are not known to be such. So the
-- application has no right to the table at all.
CREATE VIEW lead_texts AS
SELECT agency_id, lead_id, text, lead_grams(agency_id, text) AS grams FROM lead_search WHERE agency_id = (SELECT lintel_agency());

CREATE FUNCTION lead_search_text(lead leads) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN lead_folded(concat_ws(e'\n', lead.name, lead.phone, lead.email, lead.instagram_handle, lead.whatsapp_number, lead.original_message, lead.notes));

CREATE FUNCTION leads_searchable_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
    INSERT INTO lead_search VALUES (new.agency_id, new.id, lead_search_text(new))
        ON CONFLICT (agency_id, lead_id) DO UPDATE SET text = excluded.text WHERE lead_search.text <> excluded.text;
    RETURN NULL;
END $$;

CREATE TRIGGER leads_searchable_inserted AFTER INSERT ON leads FOR EACH ROW EXECUTE FUNCTION leads_searchable_changed();

CREATE TRIGGER leads_searchable_changed AFTER UPDATE OF name, phone, email, instagram_handle, whatsapp_number, original_message, notes ON leads
FOR EACH ROW EXECUTE FUNCTION leads_searchable_changed();
