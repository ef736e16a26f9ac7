-- The agency that the open API answers for. Its owner renames it.
INSERT INTO agencies (id, name, time_zone, currency, region, created_at)
VALUES (1, 'Agency', 'Asia/Hong_Kong', 'HKD', 'HK', floor(extract(epoch FROM clock_timestamp()) * 1000));
SELECT setval(pg_get_serial_sequence('agencies', 'id'), 1);
