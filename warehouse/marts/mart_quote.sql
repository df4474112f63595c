-- One row per quote, with its speaker across all sources and the sentence that reports it.
SELECT
    coalesce(q.speaker_name, q.speaker_surface) AS speaker,
    q.speaker_basis,
    q.quote_type,
    q.stance_code,
    q.cue_surface,
    CASE WHEN q.parts IS NULL THEN q.surface ELSE array_to_string(
        list_transform(
            q.parts, lambda part: substr(d.text, part.char_start + 1, part.char_end - part.char_start)
        ), ' … '
    ) END AS words,
    coalesce(d.publisher_name, s.source_path) AS publisher,
    d.published_date,
    t.text AS sentence,
    s.source_path,
    d.external_id,
    q.char_start,
    q.char_end,
    q.quote_id,
    q.speaker_entity_id,
    q.document_id
FROM fct_quote AS q
JOIN dim_document AS d USING (document_id)
JOIN dim_source AS s ON s.source_id = q.source_id
JOIN dim_sentence AS t USING (sentence_id)
