-- The agency that the open API answers for. Its owner renames it.
INSERT INTO agencies (id, name, time_zone, currency, region, created_at)
VALUES (1, 'Agency', 'Asia/Hong_Kong', 'HKD', 'HK', CAST(unixepoch('subsec') * 1000 AS INTEGER));
