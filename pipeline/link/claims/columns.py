"""Columns: what claims are found from, of tables that are much wider."""

_PLACE = ("document_id", "paragraph_id", "sentence_id", "char_start", "char_end")

COLUMNS: dict[str, tuple[str, ...]] = {
    "fct_figure": (
        *("figure_id", *_PLACE, "surface", "date_mention_id", "quote_id"),
        *("speaker_entity_id", "value", "value_low", "value_high", "value_base", "comparator"),
        *("change_basis", "unit_kind", "unit_code", "base_unit_code", "unit_name", "rate_name"),
        *("counted_noun_lemma", "counted_modifiers", "context", "agent", "predicate", "modality"),
        *("is_negated", "is_vague", "is_multiple", "is_share"),
    ),
    "fct_date_mention": (
        *("date_mention_id", *_PLACE, "surface", "quote_id"),
        *("date_start", "date_end", "granularity", "basis", "is_approximate"),
    ),
    "fct_entity_mention": (*("entity_mention_id", *_PLACE, "name", "entity_id", "entity_type"),),
    "bridge_figure_entity": ("figure_id", "entity_mention_id", "role"),
    "fct_quote": (
        *("quote_id", "outer_quote_id", *_PLACE, "surface", "quote_type", "quote_text_normalized"),
        *("speaker_entity_id", "speaker_name", "speaker_surface", "speaker_role"),
        *("speaker_char_end", "speaker_basis", "is_headline", "is_truncated"),
    ),
    "dim_sentence": (
        *("sentence_id", "document_id", "sentence_index", "char_start", "dateline_char_end"),
        *("text", "is_used"),
    ),
    "dim_paragraph": ("paragraph_id", "document_id", "segment_id", "is_boilerplate"),
    "dim_document": (
        *("document_id", "source_id", "external_id", "publisher_name", "published_date"),
    ),
    "dim_segment": ("segment_id", "document_id", "basis", "outlet_name", "has_own_outlet"),
    "dim_source": ("source_id", "publisher_name"),
    "fct_text_reuse": ("paragraph_id_a", "paragraph_id_b", "passages"),
}
"""Those that `find_claims` reads."""
