-- One row per contradiction: its kind and severity, a sentence that explains it, and both mentions where they stand.
SELECT
    x.severity_code,
    x.kind_code,
    x.explanation,
    c.claim_name,
    coalesce(ga.outlet_name, da.publisher_name, oa.publisher_name, oa.source_path) AS publisher_a,
    x.surface_a,
    ta.text AS sentence_a,
    da.published_date AS published_date_a,
    x.mention_count_a,
    coalesce(gb.outlet_name, db.publisher_name, ob.publisher_name, ob.source_path) AS publisher_b,
    x.surface_b,
    tb.text AS sentence_b,
    db.published_date AS published_date_b,
    x.mention_count_b,
    da.external_id AS external_id_a,
    x.char_start_a,
    x.char_end_a,
    db.external_id AS external_id_b,
    x.char_start_b,
    x.char_end_b,
    x.claim_id,
    x.contradiction_id
FROM fct_contradiction AS x
LEFT JOIN dim_claim AS c USING (claim_id)
JOIN dim_document AS da ON da.document_id = x.document_id_a
JOIN dim_source AS oa ON oa.source_id = da.source_id
JOIN dim_sentence AS ta ON ta.sentence_id = x.sentence_id_a
JOIN dim_paragraph AS pa ON pa.paragraph_id = ta.paragraph_id
JOIN dim_segment AS ga ON ga.segment_id = pa.segment_id
JOIN dim_document AS db ON db.document_id = x.document_id_b
JOIN dim_source AS ob ON ob.source_id = db.source_id
JOIN dim_sentence AS tb ON tb.sentence_id = x.sentence_id_b
JOIN dim_paragraph AS pb ON pb.paragraph_id = tb.paragraph_id
JOIN dim_segment AS gb ON gb.segment_id = pb.segment_id
