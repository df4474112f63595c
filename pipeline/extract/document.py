"""All facts of one document, read in the order in which they rest on each other."""

from dataclasses import dataclass, field

from pipeline.document import AnalysedDocument, PassedOver, identify
from pipeline.extract import dates, entities, figures, quotes
from pipeline.extract.attribution import attribute
from pipeline.extract.figures import FigureEntity
from pipeline.extract.quote_entities import QuoteEntity, quote_entities


@dataclass(slots=True)
class ExtractedDocument:
    """The facts of one document, by extractor, and what each extractor passed over."""

    mentions: list[entities.EntityMention]
    dates: list[dates.DateMention]
    figures: list[figures.Figure]
    figure_entities: list[FigureEntity]
    quotes: list[quotes.Quote]
    quote_entities: list[QuoteEntity]
    passed_over: dict[str, list[PassedOver]] = field(default_factory=dict)


def extract_facts(document: AnalysedDocument) -> ExtractedDocument:
    """Return every fact of the document; each has its id, and quotes are attributed."""
    mentions, no_entities = entities.read_entities(document)
    identify("fct_entity_mention", document.document, mentions)
    mentioned_dates, no_dates = dates.read_dates(document)
    identify("fct_date_mention", document.document, mentioned_dates)
    read, links, no_figures = figures.read_figures(document, mentions, mentioned_dates)
    identify("fct_figure", document.document, read)
    spoken, no_quotes = quotes.read_quotes(document, mentions)
    identify("fct_quote", document.document, spoken)
    attribute(spoken, figures=read, dates=mentioned_dates, mentions=mentions)
    return ExtractedDocument(
        mentions=mentions,
        dates=mentioned_dates,
        figures=read,
        figure_entities=links,
        quotes=spoken,
        quote_entities=quote_entities(document.text, spoken, mentions),
        passed_over={
            entities.NAME: no_entities,
            dates.NAME: no_dates,
            figures.NAME: no_figures,
            quotes.NAME: no_quotes,
        },
    )
