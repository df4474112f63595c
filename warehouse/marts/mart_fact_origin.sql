WITH facts AS (
    SELECT 'fct_figure' AS table_name, figure_id AS fact_id, surface, char_start, char_end,
           document_id, sentence_id, extractor_name, extractor_version, rule_id
    FROM fct_figure
    UNION ALL
    SELECT 'fct_date_mention', date_mention_id, surface, char_start, char_end,
           document_id, sentence_id, extractor_name, extractor_version, rule_id
    FROM fct_date_mention
    UNION ALL
    SELECT 'fct_quote', quote_id, surface, char_start, char_end,
           document_id, sentence_id, extractor_name, extractor_version, rule_id
    FROM fct_quote
    UNION ALL
    SELECT 'fct_entity_mention', entity_mention_id, surface, char_start, char_end,
           document_id, sentence_id, extractor_name, extractor_version, rule_id
    FROM fct_entity_mention
)
SELECT
    f.table_name,
    f.fact_id,
    f.surface,
    f.char_start,
    f.char_end,
    one_line(t.text) AS sentence,
    s.source_path,
    d.external_id,
    s.encoding,
    s.reader_name,
    s.reader_version,
    s.sha256 AS source_sha256,
    f.extractor_name,
    f.extractor_version,
    f.rule_id,
    l.extraction_run_id,
    f.document_id
FROM facts AS f
JOIN dim_sentence AS t USING (sentence_id)
JOIN dim_document AS d ON d.document_id = f.document_id
JOIN dim_source AS s ON s.source_id = d.source_id
JOIN meta_lineage AS l ON l.document_id = f.document_id
