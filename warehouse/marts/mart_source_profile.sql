WITH stances AS (
    SELECT
        publisher,
        claim_id,
        any_value(status_code) AS status_code,
        count(*) OVER (PARTITION BY claim_id) AS voice_count,
        bool_or(witness_code IN ('own_witness', 'digest_item')) AS is_own_witness
    FROM mart_claim_mention
    GROUP BY publisher, claim_id
),
-- Not a UNION of the two sides: DuckDB 1.5 and 2.0 may take symmetrical joins for one.
contradicted AS (
    SELECT
        publisher,
        count(DISTINCT contradiction_id) AS contradiction_count,
        count(DISTINCT contradiction_id) FILTER (severity_code = 'hard') AS hard_contradiction_count
    FROM (
        SELECT contradiction_id, severity_code, unnest([publisher_a, publisher_b]) AS publisher
        FROM mart_contradictions
        WHERE kind_code <> 'correction'
    )
    GROUP BY publisher
),
documents AS (
    SELECT publisher, count(DISTINCT document_id) AS document_count FROM mart_segment GROUP BY publisher
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
