-- One row per entity, day and sentence: where an entity is named in the sentence that names the day.
SELECT DISTINCT
    e.entity_name,
    e.entity_type,
    t.date_start,
    t.date_end,
    t.granularity,
    t.surface AS date_as_written,
    s.text AS sentence,
    coalesce(g.outlet_name, d.publisher_name, src.source_path) AS publisher,
    d.published_date,
    src.source_path,
    s.sentence_id,
    e.entity_id
FROM fct_date_mention AS t
JOIN fct_entity_mention AS m USING (sentence_id)
JOIN dim_entity AS e ON e.entity_id = m.entity_id
JOIN dim_sentence AS s USING (sentence_id)
JOIN dim_segment AS g ON g.segment_id = t.segment_id
JOIN dim_document AS d ON d.document_id = t.document_id
JOIN dim_source AS src ON src.source_id = t.source_id
WHERE t.date_start IS NOT NULL
