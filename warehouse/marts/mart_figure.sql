SELECT
    g.publisher,
    g.published_date,
    one_line(f.surface) AS surface,
    f.value,
    f.value_low,
    f.value_high,
    f.comparator,
    f.change,
    f.unit_kind,
    f.unit_code,
    f.unit_name,
    f.counted_noun,
    f.context,
    f.agent,
    f.place,
    f.modality,
    f.is_negated,
    speaker.entity_name AS speaker_name,
    m.date_start AS told_of_date,
    one_line(t.text) AS sentence,
    t.is_truncated OR t.is_damaged AS is_sentence_broken,
    f.is_repeat,
    f.is_implicit,
    f.is_vague,
    g.source_path,
    g.external_id,
    f.char_start,
    f.char_end,
    f.figure_id,
    f.document_id,
    b.claim_id
FROM fct_figure AS f
JOIN mart_segment AS g USING (segment_id)
JOIN dim_sentence AS t USING (sentence_id)
JOIN dim_paragraph AS p ON p.paragraph_id = f.paragraph_id AND NOT p.is_boilerplate
LEFT JOIN bridge_claim_figure AS b USING (figure_id)
LEFT JOIN dim_entity AS speaker ON speaker.entity_id = f.speaker_entity_id
LEFT JOIN fct_date_mention AS m USING (date_mention_id)
