-- One row per claim that is mentioned more than once: what, which values, who says so, how independently, what is disputed.
WITH said AS (
    SELECT b.claim_id, b.position_index, f.surface, f.document_id, f.paragraph_id, t.text AS sentence, f.char_start
    FROM bridge_claim_figure AS b
    JOIN fct_figure AS f USING (figure_id)
    JOIN dim_sentence AS t USING (sentence_id)
    UNION ALL
    SELECT b.claim_id, b.position_index, m.surface, m.document_id, m.paragraph_id, t.text, m.char_start
    FROM bridge_claim_date AS b
    JOIN fct_date_mention AS m USING (date_mention_id)
    JOIN dim_sentence AS t USING (sentence_id)
),
voices AS (
    SELECT
        s.claim_id,
        s.position_index,
        s.surface,
        s.sentence,
        s.char_start,
        s.document_id,
        d.published_date,
        coalesce(g.outlet_name, d.publisher_name, o.publisher_name, o.source_path) AS publisher
    FROM said AS s
    JOIN dim_paragraph AS p USING (paragraph_id)
    JOIN dim_segment AS g ON g.segment_id = p.segment_id
    JOIN dim_document AS d ON d.document_id = s.document_id
    JOIN dim_source AS o ON o.source_id = d.source_id
),
positions AS (
    SELECT
        claim_id,
        position_index,
        arg_min(surface, (coalesce(published_date, DATE '9999-12-31'), document_id, char_start)) AS wording,
        string_agg(DISTINCT publisher, ', ' ORDER BY publisher) AS publishers
    FROM voices
    GROUP BY claim_id, position_index
),
stands AS (
    SELECT
        claim_id,
        string_agg(wording || ' (' || publishers || ')', '; ' ORDER BY position_index) AS who_says_what
    FROM positions
    GROUP BY claim_id
),
firsts AS (
    SELECT
        claim_id,
        arg_min(sentence, (coalesce(published_date, DATE '9999-12-31'), document_id, char_start)) AS earliest_sentence,
        arg_min(publisher, (coalesce(published_date, DATE '9999-12-31'), document_id, char_start)) AS earliest_publisher
    FROM voices
    GROUP BY claim_id
),
disputes AS (
    SELECT
        claim_id,
        string_agg(explanation, ' ' ORDER BY severity_code, kind_code, explanation) AS disputes,
        count_if(severity_code = 'hard')::BIGINT AS hard_contradiction_count
    FROM fct_contradiction
    WHERE claim_id IS NOT NULL
    GROUP BY claim_id
)
SELECT
    c.claim_name,
    c.claim_kind,
    c.status_code,
    c.value_low,
    c.value_high,
    c.unit_code,
    c.date_start,
    c.date_end,
    s.who_says_what,
    c.witness_count,
    c.publisher_count,
    c.document_count,
    c.mention_count,
    c.contradiction_count,
    coalesce(d.hard_contradiction_count, 0) AS hard_contradiction_count,
    d.disputes,
    c.is_updated,
    c.first_published_date,
    c.last_published_date,
    f.earliest_publisher,
    f.earliest_sentence,
    c.claim_id
FROM dim_claim AS c
JOIN stands AS s USING (claim_id)
JOIN firsts AS f USING (claim_id)
LEFT JOIN disputes AS d USING (claim_id)
WHERE c.mention_count > 1
