WITH aliases AS (
    SELECT entity_id, string_agg(alias, '; ' ORDER BY mention_count DESC, alias) AS aliases
    FROM bridge_entity_alias GROUP BY entity_id
),
named AS (
    SELECT entity_id, count(DISTINCT source_id) AS source_count
    FROM fct_entity_mention WHERE entity_id IS NOT NULL GROUP BY entity_id
),
pairs AS (
    SELECT a.entity_id, b.entity_id AS other_entity_id, count(DISTINCT a.sentence_id) AS sentences
    FROM fct_entity_mention AS a
    JOIN fct_entity_mention AS b
        ON a.sentence_id = b.sentence_id AND a.entity_id <> b.entity_id
    GROUP BY ALL
),
company AS (
    SELECT p.entity_id,
           array_to_string(
               list(e.entity_name ORDER BY p.sentences DESC, e.entity_name)[1:10], '; '
           ) AS named_with
    FROM pairs AS p JOIN dim_entity AS e ON e.entity_id = p.other_entity_id
    GROUP BY p.entity_id
),
spoken AS (
    SELECT speaker_entity_id AS entity_id, count(*) AS quote_count
    FROM fct_quote WHERE speaker_entity_id IS NOT NULL GROUP BY ALL
),
counted AS (
    SELECT entity_id, count(DISTINCT figure_id) AS figure_count
    FROM bridge_figure_entity GROUP BY ALL
)
SELECT
    e.entity_name,
    e.entity_type,
    e.country_code,
    a.aliases,
    e.mention_count,
    e.document_count,
    coalesce(n.source_count, 0) AS source_count,
    c.named_with,
    coalesce(q.quote_count, 0) AS quote_count,
    coalesce(f.figure_count, 0) AS figure_count,
    e.entity_id
FROM dim_entity AS e
LEFT JOIN aliases AS a USING (entity_id)
LEFT JOIN named AS n USING (entity_id)
LEFT JOIN company AS c USING (entity_id)
LEFT JOIN spoken AS q USING (entity_id)
LEFT JOIN counted AS f USING (entity_id)
