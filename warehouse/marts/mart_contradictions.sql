SELECT
    x.severity_code,
    x.kind_code,
    x.explanation,
    c.claim_name,
    ga.publisher AS publisher_a,
    ga.published_date AS published_date_a,
    one_line(x.surface_a) AS surface_a,
    one_line(ta.text) AS sentence_a,
    x.mention_count_a,
    gb.publisher AS publisher_b,
    gb.published_date AS published_date_b,
    one_line(x.surface_b) AS surface_b,
    one_line(tb.text) AS sentence_b,
    x.mention_count_b,
    ga.source_path AS source_path_a,
    ga.external_id AS external_id_a,
    x.char_start_a,
    x.char_end_a,
    ta.char_start AS sentence_char_start_a,
    gb.source_path AS source_path_b,
    gb.external_id AS external_id_b,
    x.char_start_b,
    x.char_end_b,
    tb.char_start AS sentence_char_start_b,
    x.claim_id,
    x.contradiction_id
FROM fct_contradiction AS x
LEFT JOIN dim_claim AS c USING (claim_id)
JOIN dim_sentence AS ta ON ta.sentence_id = x.sentence_id_a
JOIN dim_paragraph AS pa ON pa.paragraph_id = ta.paragraph_id
JOIN mart_segment AS ga ON ga.segment_id = pa.segment_id
JOIN dim_sentence AS tb ON tb.sentence_id = x.sentence_id_b
JOIN dim_paragraph AS pb ON pb.paragraph_id = tb.paragraph_id
JOIN mart_segment AS gb ON gb.segment_id = pb.segment_id
