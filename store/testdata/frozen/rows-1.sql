INSERT INTO goose_db_version (version_id, is_applied) VALUES (0, TRUE), (1, TRUE);
INSERT INTO feeds (id, listed, url, name, schedule, origin, added_by, seen, last_ok) VALUES
    (1, 'https://courier.example/feed', 'https://courier.example/feed', 'Harbor Courier', '@every 10m', 'config', 'configuration', TRUE, 1795176000000);
INSERT INTO articles (id, url_key, url, outlet, title, byline, lang, published, published_offset, zone_unknown, day_only, day, fetched, kept, body, summary, stub) VALUES
    (1, 'https://courier.example/1', 'https://courier.example/1', 'Harbor Courier', 'Herring talks stall', '', 'en', 1795172400000, 0, FALSE, FALSE, '2026-11-20', 1795176000000, 1795176000000,
     'The talks in Vell went on. "We will not sign a quota," Mira Solheim said.', '', FALSE);
INSERT INTO items (feed_id, item_key, article_id, at) VALUES (1, 'item 1', 1, 1795176000000);
INSERT INTO outlets (id, article_id, name, folded, host, url, also, at) VALUES
    (1, 1, 'Harbor Courier', 'harbor courier', 'courier.example', 'https://courier.example/1', FALSE, 1795176000000);
INSERT INTO speakers (id, speaker_key, name, role, role_at, statements) VALUES (1, 'mira solheim', 'Mira Solheim', 'foreign minister', 1795172400000, 1);
INSERT INTO spellings (speaker_id, name, uses) VALUES (1, 'Mira Solheim', 1);
INSERT INTO name_words (word, speaker_id) VALUES ('mira', 1), ('solheim', 1);
INSERT INTO statements (id, article_id, place_in, speaker_id, speaker, role, known, kind, source_start, source_end, cue_start, cue_end, content, verbatim, said_on, day, place, confidence) VALUES
    (1, 1, 0, 1, 'Mira Solheim', 'foreign minister', 'name', 'direct', 54, 66, 67, 71, '[[28,52]]', '[[28,52]]', '2026-11-18', '2026-11-18', 'Vell', 0.9);
INSERT INTO watches (id, watch_key, server, place, speaker, keywords, backlog, role, made_by, created) VALUES
    (1, 'a key', 'discord:1', 'discord:7', 'Mira Solheim', '', FALSE, '', 'Ida', 1795170000000);
INSERT INTO deliveries (seq, id, surface, place, form, article_id, entries, state, created, due, leased_until, holder, begun) VALUES
    (1, 'abcdefghijklm', 'discord', 'discord:7', 'alert', 1, 1, 'due', 1795176000000, 1795176000000, 1795176060000, 'killed', 1795176000000);
INSERT INTO alerts (id, watch_id, article_id, place, delivery_id, reason, words, statements, created) VALUES
    (1, 1, 1, 'discord:7', 'abcdefghijklm', 'spoke', '[]', '[1]', 1795176000000);
INSERT INTO questions (id, asked, body) VALUES ('questionquest', 1795176000000, '{"ID":"questionquest","Text":"what about the quota?","Statements":[1]}');
