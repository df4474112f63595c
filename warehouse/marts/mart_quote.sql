SELECT
    coalesce(
        q.speaker_name,
        CASE WHEN q.speaker_basis <> 'none' AND NOT regexp_full_match(
            q.speaker_surface,
            'i|we|us|you|he|him|she|her|it|they|them|this|that|these|those|who|whom|which|one|others?',
            'i'
        ) THEN one_line(q.speaker_surface) END
    ) AS speaker,
    one_line(q.speaker_surface) AS speaker_surface,
    q.speaker_basis,
    q.speaker_reason,
    q.quote_type,
    q.stance_code,
    one_line(q.cue_surface) AS cue_surface,
    q.is_negated,
    one_line(CASE WHEN q.parts IS NULL THEN q.surface ELSE array_to_string(
        list_transform(
            q.parts, lambda part: substr(d.text, part.char_start + 1, part.char_end - part.char_start)
        ), ' … '
    ) END) AS words,
    g.publisher,
    g.published_date,
    one_line(t.text) AS sentence,
    g.source_path,
    g.external_id,
    q.char_start,
    q.char_end,
    q.quote_id,
    q.speaker_entity_id,
    q.document_id
FROM fct_quote AS q
JOIN dim_document AS d USING (document_id)
JOIN dim_sentence AS t USING (sentence_id)
JOIN mart_segment AS g USING (segment_id)
JOIN dim_paragraph AS p ON p.paragraph_id = q.paragraph_id AND NOT p.is_boilerplate
