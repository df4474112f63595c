-- One row per publisher: how many claims it makes, how often it is alone, corroborated, repeats others, or is contradicted.
WITH said AS (
    SELECT b.claim_id, b.witness_index, b.witness_code, f.document_id
    FROM bridge_claim_figure AS b JOIN fct_figure AS f USING (figure_id)
    UNION ALL
    SELECT b.claim_id, b.witness_index, b.witness_code, m.document_id
    FROM bridge_claim_date AS b JOIN fct_date_mention AS m USING (date_mention_id)
),
named AS (
    SELECT d.document_id, coalesce(d.publisher_name, s.publisher_name, s.source_path) AS publisher
    FROM dim_document AS d JOIN dim_source AS s USING (source_id)
),
stances AS (
    SELECT
        n.publisher,
        c.claim_id,
        any_value(c.status_code) AS status_code,
        any_value(c.document_count) AS document_count,
        bool_or(s.witness_code = 'own_witness') AS is_own_witness
    FROM said AS s
    JOIN named AS n USING (document_id)
    JOIN dim_claim AS c USING (claim_id)
    GROUP BY n.publisher, c.claim_id
),
contradicted AS (
    SELECT publisher, count(DISTINCT contradiction_id) AS contradiction_count,
           count(DISTINCT contradiction_id) FILTER (severity_code = 'hard') AS hard_contradiction_count
    FROM (
        SELECT n.publisher, x.contradiction_id, x.severity_code
        FROM fct_contradiction AS x JOIN named AS n ON n.document_id = x.document_id_a
        UNION ALL
        SELECT n.publisher, x.contradiction_id, x.severity_code
        FROM fct_contradiction AS x JOIN named AS n ON n.document_id = x.document_id_b
    )
    GROUP BY publisher
),
documents AS (
    SELECT publisher, count(*) AS document_count FROM named GROUP BY publisher
)
SELECT
    d.publisher,
    d.document_count,
    count(c.claim_id) AS claim_count,
    count_if(c.document_count = 1)::BIGINT AS alone_count,
    count_if(c.status_code = 'corroborated')::BIGINT AS corroborated_count,
    count_if(c.document_count > 1 AND NOT c.is_own_witness)::BIGINT AS repeating_count,
    count_if(c.status_code = 'disputed')::BIGINT AS disputed_count,
    coalesce(any_value(x.contradiction_count), 0) AS contradiction_count,
    coalesce(any_value(x.hard_contradiction_count), 0) AS hard_contradiction_count,
    count_if(c.document_count = 1) / nullif(count(c.claim_id), 0) AS alone_share,
    count_if(c.document_count > 1 AND NOT c.is_own_witness) / nullif(count(c.claim_id), 0) AS repeating_share
FROM documents AS d
LEFT JOIN stances AS c USING (publisher)
LEFT JOIN contradicted AS x USING (publisher)
GROUP BY d.publisher, d.document_count
