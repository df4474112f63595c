SELECT DISTINCT
    e.entity_name,
    e.entity_type,
    t.date_start,
    t.date_end,
    t.granularity,
    one_line(t.surface) AS date_as_written,
    one_line(s.text) AS sentence,
    g.publisher,
    g.published_date,
    g.source_path,
    s.sentence_id,
    e.entity_id
FROM fct_date_mention AS t
JOIN fct_entity_mention AS m USING (sentence_id)
JOIN dim_entity AS e ON e.entity_id = m.entity_id
JOIN dim_sentence AS s USING (sentence_id)
JOIN mart_segment AS g ON g.segment_id = t.segment_id
JOIN dim_paragraph AS p ON p.paragraph_id = t.paragraph_id AND NOT p.is_boilerplate
WHERE t.date_start IS NOT NULL
