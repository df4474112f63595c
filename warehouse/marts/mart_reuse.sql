WITH pairs AS (
    SELECT
        r.*,
        a.published_date IS NULL AND b.published_date IS NOT NULL
        OR a.published_date > b.published_date
        OR (a.published_date IS NOT DISTINCT FROM b.published_date AND r.document_id_a > r.document_id_b)
            AS is_turned
    FROM fct_text_reuse AS r
    JOIN dim_document AS a ON a.document_id = r.document_id_a
    JOIN dim_document AS b ON b.document_id = r.document_id_b
    WHERE NOT r.is_within_document
),
ordered AS (
    SELECT
        CASE WHEN is_turned THEN document_id_b ELSE document_id_a END AS earlier_document_id,
        CASE WHEN is_turned THEN document_id_a ELSE document_id_b END AS later_document_id,
        CASE WHEN is_turned THEN containment_a_share ELSE containment_b_share END AS later_containment_share,
        CASE WHEN is_turned THEN char_start_b ELSE char_start_a END AS earlier_char_start,
        CASE WHEN is_turned THEN char_end_b ELSE char_end_a END AS earlier_char_end,
        CASE WHEN is_turned THEN char_start_a ELSE char_start_b END AS later_char_start,
        CASE WHEN is_turned THEN char_end_a ELSE char_end_b END AS later_char_end,
        list_sum(list_transform(passages, lambda p: p.word_count)) AS word_count,
        longest_run_count,
        text_reuse_id
    FROM pairs
)
SELECT
    any_value(coalesce(e.publisher_name, s.source_path)) AS earlier_publisher,
    any_value(coalesce(l.publisher_name, t.source_path)) AS later_publisher,
    any_value(e.published_date) AS earlier_published_date,
    any_value(l.published_date) AS later_published_date,
    any_value(e.published_date) IS NOT NULL
        AND any_value(l.published_date) IS NOT NULL
        AND any_value(e.published_date) < any_value(l.published_date) AS is_order_known,
    count(*) AS paragraph_pair_count,
    sum(o.word_count)::BIGINT AS shared_word_count,
    max(o.later_containment_share) AS largest_containment_share,
    arg_max(
        one_line(substr(e.text, o.earlier_char_start + 1, o.earlier_char_end - o.earlier_char_start)),
        (o.longest_run_count, o.text_reuse_id)
    ) AS longest_shared_hull,
    o.earlier_document_id,
    o.later_document_id
FROM ordered AS o
JOIN dim_document AS e ON e.document_id = o.earlier_document_id
JOIN dim_source AS s ON s.source_id = e.source_id
JOIN dim_document AS l ON l.document_id = o.later_document_id
JOIN dim_source AS t ON t.source_id = l.source_id
GROUP BY o.earlier_document_id, o.later_document_id
