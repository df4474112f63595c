SELECT
    coalesce(g.outlet_name, d.publisher_name, s.source_path) AS publisher,
    d.published_date,
    coalesce(g.title, d.title) AS title,
    g.basis,
    g.has_own_outlet,
    s.source_path,
    d.external_id,
    g.char_start,
    g.char_end,
    g.segment_id,
    g.document_id,
    g.source_id
FROM dim_segment AS g
JOIN dim_document AS d USING (document_id)
JOIN dim_source AS s ON s.source_id = g.source_id
