INSERT INTO statement_index (id, stems) VALUES
    (1, '''we'':1A ''will'':2A ''not'':3A ''sign'':4A ''a'':5A ''quota'':6A ''talk'':60B ''vell'':61B ''her'':120C ''#d20261118'' ''#m202611'' ''#y2026'' ''#kdirect'' ''#s1''');
SELECT setval(pg_get_serial_sequence(name, col), 1) FROM (VALUES ('feeds', 'id'), ('articles', 'id'), ('outlets', 'id'), ('speakers', 'id'),
    ('statements', 'id'), ('watches', 'id'), ('deliveries', 'seq'), ('alerts', 'id')) AS t (name, col);
