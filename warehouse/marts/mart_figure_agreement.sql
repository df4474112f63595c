WITH positions AS (
    SELECT
        claim_id,
        position_index,
        arg_min(surface, (coalesce(published_date, DATE '9999-12-31'), document_id, char_start)) AS wording,
        string_agg(DISTINCT publisher, ', ' ORDER BY publisher) AS publishers
    FROM mart_claim_mention
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
    FROM mart_claim_mention
    GROUP BY claim_id
),
disputes AS (
    SELECT
        claim_id,
        string_agg(explanation, ' ' ORDER BY severity_code, kind_code, explanation)
            FILTER (kind_code <> 'correction') AS disputes,
        string_agg(explanation, ' ' ORDER BY explanation) FILTER (kind_code = 'correction') AS corrections,
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
    d.corrections,
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
