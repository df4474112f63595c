WITH said AS (
    SELECT
        b.claim_id, b.figure_id AS fact_id, b.witness_index, b.witness_code, b.position_index,
        b.is_superseded, b.match_score, b.match_reasons,
        f.surface, f.value, f.value_low, f.value_high,
        NULL::DATE AS date_start, NULL::DATE AS date_end,
        f.char_start, f.char_end, f.sentence_id, f.segment_id, f.document_id
    FROM bridge_claim_figure AS b
    JOIN fct_figure AS f USING (figure_id)
    UNION ALL
    SELECT
        b.claim_id, b.date_mention_id, b.witness_index, b.witness_code, b.position_index,
        b.is_superseded, b.match_score, b.match_reasons,
        m.surface, NULL, NULL, NULL,
        m.date_start, m.date_end,
        m.char_start, m.char_end, m.sentence_id, m.segment_id, m.document_id
    FROM bridge_claim_date AS b
    JOIN fct_date_mention AS m USING (date_mention_id)
)
SELECT
    c.claim_name,
    c.claim_kind,
    c.status_code,
    g.publisher,
    g.published_date,
    one_line(s.surface) AS surface,
    s.value,
    s.value_low,
    s.value_high,
    s.date_start,
    s.date_end,
    s.witness_index,
    s.witness_code,
    s.position_index,
    s.is_superseded,
    s.match_score,
    s.match_reasons,
    one_line(t.text) AS sentence,
    g.source_path,
    g.external_id,
    s.char_start,
    s.char_end,
    t.char_start AS sentence_char_start,
    s.fact_id,
    s.sentence_id,
    s.document_id,
    s.claim_id
FROM said AS s
JOIN dim_claim AS c USING (claim_id)
JOIN mart_segment AS g USING (segment_id)
JOIN dim_sentence AS t USING (sentence_id)
