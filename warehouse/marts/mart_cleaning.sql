-- One row per source, role and rule: how many lines the rule decided on, whether they are used, and one of them.
SELECT
    s.source_path,
    p.role,
    p.is_used,
    p.rule_id,
    count(*) AS paragraph_count,
    sum(p.char_end - p.char_start) AS char_count,
    arg_min(p.text, p.paragraph_index) AS example
FROM dim_paragraph AS p
JOIN dim_source AS s USING (source_id)
GROUP BY ALL
