-- The areas and developments that an agency's listings and agents name: what messages to it may name, too. Names are added and never taken away, so
-- that who has read those up to an id needs to read only those beyond it.
CREATE TABLE named_places (
    id INTEGER PRIMARY KEY,
    agency_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    area TEXT NOT NULL, -- in which it lies; empty for what is an area itself
    UNIQUE (agency_id, name, area)
);
CREATE INDEX ix_named_places_area ON named_places (agency_id, area);
CREATE INDEX ix_named_places ON named_places (agency_id);

CREATE TRIGGER properties_named_places_inserted AFTER INSERT ON properties BEGIN
    INSERT INTO named_places (agency_id, name, area) SELECT new.agency_id, new.area, '' WHERE new.area IS NOT NULL ON CONFLICT DO NOTHING;
    INSERT INTO named_places (agency_id, name, area) SELECT new.agency_id, new.development, ifnull(new.area, '') WHERE new.development IS NOT NULL
        ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER properties_named_places_changed AFTER UPDATE OF area, development ON properties
WHEN old.area IS NOT new.area OR old.development IS NOT new.development BEGIN
    INSERT INTO named_places (agency_id, name, area) SELECT new.agency_id, new.area, '' WHERE new.area IS NOT NULL ON CONFLICT DO NOTHING;
    INSERT INTO named_places (agency_id, name, area) SELECT new.agency_id, new.development, ifnull(new.area, '') WHERE new.development IS NOT NULL
        ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER agents_named_places_inserted AFTER INSERT ON agents WHEN new.specialization_areas <> '[]' BEGIN
    INSERT INTO named_places (agency_id, name, area) SELECT new.agency_id, value, '' FROM json_each(new.specialization_areas) WHERE true ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER agents_named_places_changed AFTER UPDATE OF specialization_areas ON agents WHEN old.specialization_areas <> new.specialization_areas BEGIN
    INSERT INTO named_places (agency_id, name, area) SELECT new.agency_id, value, '' FROM json_each(new.specialization_areas) WHERE true ON CONFLICT DO NOTHING;
END;

INSERT INTO named_places (agency_id, name, area)
SELECT agency_id, value, '' FROM agents, json_each(specialization_areas) WHERE true ON CONFLICT DO NOTHING;
INSERT INTO named_places (agency_id, name, area) SELECT agency_id, area, '' FROM properties WHERE area IS NOT NULL ON CONFLICT DO NOTHING;
INSERT INTO named_places (agency_id, name, area)
SELECT agency_id, development, ifnull(area, '') FROM properties WHERE development IS NOT NULL ON CONFLICT DO NOTHING;
