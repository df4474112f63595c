SELECT
    s.source_path,
    CASE WHEN is_standing THEN 'boilerplate' ELSE t.role END AS role,
    t.is_used AND NOT is_standing AS is_used,
    CASE WHEN is_standing THEN p.boilerplate_rule_id ELSE t.rule_id END AS rule_id,
    count(*) AS sentence_count,
    count(DISTINCT t.paragraph_id) AS paragraph_count,
    sum(t.char_end - t.char_start)::BIGINT AS char_count,
    one_line(arg_min(t.text, t.sentence_index)) AS example
FROM dim_sentence AS t
JOIN dim_paragraph AS p USING (paragraph_id)
JOIN dim_source AS s ON s.source_id = t.source_id
CROSS JOIN LATERAL (SELECT t.is_used AND p.is_boilerplate AS is_standing)
GROUP BY ALL
