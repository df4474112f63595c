-- One row per publisher, or outlet that a digest names: how many claims it makes, how often it is alone, corroborated, repeats others, or is contradicted.
WITH said AS (
    SELECT b.claim_id, b.witness_code, f.paragraph_id
    FROM bridge_claim_figure AS b JOIN fct_figure AS f USING (figure_id)
    UNION ALL
    SELECT b.claim_id, b.witness_code, m.paragraph_id
    FROM bridge_claim_date AS b JOIN fct_date_mention AS m USING (date_mention_id)
),
named AS (
    SELECT
        p.paragraph_id,
        d.document_id,
        coalesce(g.outlet_name, d.publisher_name, s.publisher_name, s.source_path) AS publisher
    FROM dim_paragraph AS p
    JOIN dim_segment AS g USING (segment_id)
    JOIN dim_document AS d ON d.document_id = p.document_id
    JOIN dim_source AS s ON s.source_id = d.source_id
),
stances AS (
    SELECT
        n.publisher,
        c.claim_id,
        any_value(c.status_code) AS status_code,
        count(*) OVER (PARTITION BY c.claim_id) AS voice_count,
        bool_or(s.witness_code IN ('own_witness', 'digest_item')) AS is_own_witness
    FROM said AS s
    JOIN named AS n USING (paragraph_id)
    JOIN dim_claim AS c USING (claim_id)
    GROUP BY n.publisher, c.claim_id
),
contradicted AS (
    SELECT publisher, count(DISTINCT contradiction_id) AS contradiction_count,
           count(DISTINCT contradiction_id) FILTER (severity_code = 'hard') AS hard_contradiction_count
    FROM (
        SELECT n.publisher, x.contradiction_id, x.severity_code
        FROM fct_contradiction AS x JOIN dim_sentence AS t ON t.sentence_id = x.sentence_id_a
        JOIN named AS n ON n.paragraph_id = t.paragraph_id
        UNION ALL
        SELECT n.publisher, x.contradiction_id, x.severity_code
        FROM fct_contradiction AS x JOIN dim_sentence AS t ON t.sentence_id = x.sentence_id_b
        JOIN named AS n ON n.paragraph_id = t.paragraph_id
    )
    GROUP BY publisher
),
documents AS (
    SELECT publisher, count(DISTINCT document_id) AS document_count FROM named GROUP BY publisher
)
SELECT
    d.publisher,
    d.document_count,
    count(c.claim_id) AS claim_count,
    count(*) FILTER (c.voice_count = 1) AS alone_count,
    count(*) FILTER (c.status_code = 'corroborated') AS corroborated_count,
    count(*) FILTER (c.voice_count > 1 AND NOT c.is_own_witness) AS repeating_count,
    count(*) FILTER (c.status_code = 'disputed') AS disputed_count,
    coalesce(any_value(x.contradiction_count), 0) AS contradiction_count,
    coalesce(any_value(x.hard_contradiction_count), 0) AS hard_contradiction_count,
    count(*) FILTER (c.voice_count = 1) / nullif(count(c.claim_id), 0) AS alone_share,
    count(*) FILTER (c.voice_count > 1 AND NOT c.is_own_witness) / nullif(count(c.claim_id), 0) AS repeating_share
FROM documents AS d
LEFT JOIN stances AS c USING (publisher)
LEFT JOIN contradicted AS x USING (publisher)
GROUP BY d.publisher, d.document_count
