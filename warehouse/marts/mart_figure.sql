-- One row per figure, with the sentence it stands in, who is said to have given it, and its source. Standing lines of pages are left out.
SELECT
    coalesce(g.outlet_name, d.publisher_name, s.source_path) AS publisher,
    d.published_date,
    f.surface,
    f.value,
    f.value_low,
    f.value_high,
    f.comparator,
    f.unit_kind,
    f.unit_name,
    f.counted_noun,
    f.context,
    f.modality,
    f.is_negated,
    speaker.entity_name AS speaker_name,
    m.date_start AS told_of_date,
    t.text AS sentence,
    t.is_truncated OR t.is_damaged AS is_sentence_broken,
    f.is_repeat,
    f.is_implicit,
    f.is_vague,
    s.source_path,
    d.external_id,
    f.char_start,
    f.char_end,
    f.figure_id,
    f.document_id
FROM fct_figure AS f
JOIN dim_document AS d USING (document_id)
JOIN dim_source AS s ON s.source_id = f.source_id
JOIN dim_sentence AS t USING (sentence_id)
JOIN dim_segment AS g USING (segment_id)
JOIN dim_paragraph AS p ON p.paragraph_id = f.paragraph_id AND NOT p.is_boilerplate
LEFT JOIN dim_entity AS speaker ON speaker.entity_id = f.speaker_entity_id
LEFT JOIN fct_date_mention AS m USING (date_mention_id)
