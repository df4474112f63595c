WITH quote AS (
    SELECT
        quote_id,
        document_id,
        quote_type,
        quote_text_normalized,
        speaker_entity_id,
        coalesce(speaker_name, one_line(speaker_surface)) AS speaker_name,
        one_line(surface) AS surface,
        string_split(quote_text_normalized, ' ') AS words
    FROM fct_quote
    WHERE quote_type IN ('direct', 'mixed') AND NOT is_repeat
),
run AS (
    SELECT DISTINCT
        quote_id,
        document_id,
        unnest(
            list_transform(
                range(1, len(words) - 1), lambda i: array_to_string(words[i : i + 2], ' ')
            )
        ) AS word_run
    FROM quote
    WHERE len(words) >= 3
),
-- Runs of small words join quotes that have nothing in common, and so do runs that many documents hold.
telling AS (
    SELECT word_run
    FROM run
    WHERE regexp_matches(word_run, '[^ ]{5}')
    GROUP BY word_run
    HAVING count(DISTINCT document_id) BETWEEN 2 AND 50
),
size AS (
    SELECT quote_id, count(*) AS run_count FROM run GROUP BY quote_id
),
candidate AS (
    SELECT DISTINCT
        a.quote_id AS shorter_quote_id,
        b.quote_id AS longer_quote_id,
        sa.run_count AS shorter_count
    FROM telling
    JOIN run AS a USING (word_run)
    JOIN run AS b USING (word_run)
    JOIN size AS sa ON sa.quote_id = a.quote_id
    JOIN size AS sb ON sb.quote_id = b.quote_id
    WHERE a.document_id <> b.document_id
      AND (sa.run_count, a.quote_id) < (sb.run_count, b.quote_id)
),
pair AS (
    SELECT
        shorter_quote_id,
        longer_quote_id,
        count(*) / any_value(shorter_count) AS shared_share,
        list_sort(
            list_distinct(
                list_filter(
                    flatten(list(string_split(a.word_run, ' '))), lambda word: length(word) >= 5
                )
            )
        ) AS shared_words
    FROM candidate
    JOIN run AS a ON a.quote_id = shorter_quote_id
    JOIN run AS b ON b.quote_id = longer_quote_id AND b.word_run = a.word_run
    GROUP BY ALL
)
SELECT
    CASE
        WHEN a.quote_text_normalized = b.quote_text_normalized THEN 'identical'
        WHEN contains(b.quote_text_normalized, a.quote_text_normalized) THEN 'cut'
        ELSE 'reworded'
    END AS variant_code,
    coalesce(a.speaker_entity_id = b.speaker_entity_id, false) AS is_same_speaker,
    pair.shared_share,
    array_to_string(pair.shared_words, ' ') AS shared_words,
    a.speaker_name AS shorter_speaker_name,
    b.speaker_name AS longer_speaker_name,
    a.surface AS shorter_surface,
    b.surface AS longer_surface,
    a.speaker_entity_id AS shorter_speaker_entity_id,
    a.document_id AS shorter_document_id,
    a.quote_id AS shorter_quote_id,
    b.speaker_entity_id AS longer_speaker_entity_id,
    b.document_id AS longer_document_id,
    b.quote_id AS longer_quote_id
FROM pair
JOIN quote AS a ON a.quote_id = pair.shorter_quote_id
JOIN quote AS b ON b.quote_id = pair.longer_quote_id
WHERE pair.shared_share >= 0.3
  AND (len(pair.shared_words) >= 2 OR a.quote_text_normalized = b.quote_text_normalized)
