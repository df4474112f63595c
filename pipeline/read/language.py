"""Language: which one a text is written in, by letter n-grams that ship with the detector."""

from functools import cache

from lingua import Language, LanguageDetector, LanguageDetectorBuilder

MODEL_LANGUAGES = ("en",)
"""Languages that facts can be read in."""

_CANDIDATES = (
    Language.ENGLISH,
    Language.ARABIC,
    Language.BOKMAL,
    Language.BULGARIAN,
    Language.CHINESE,
    Language.CZECH,
    Language.DANISH,
    Language.DUTCH,
    Language.FINNISH,
    Language.FRENCH,
    Language.GERMAN,
    Language.GREEK,
    Language.HEBREW,
    Language.HINDI,
    Language.HUNGARIAN,
    Language.INDONESIAN,
    Language.ITALIAN,
    Language.JAPANESE,
    Language.KOREAN,
    Language.PERSIAN,
    Language.POLISH,
    Language.PORTUGUESE,
    Language.ROMANIAN,
    Language.RUSSIAN,
    Language.SLOVAK,
    Language.SPANISH,
    Language.SWEDISH,
    Language.TURKISH,
    Language.UKRAINIAN,
    Language.VIETNAMESE,
)
_SAMPLE_CHARS = 500
_FEW_LETTERS = 40
# On a sentence of English the detector gives other languages up to 0.95, on a sentence of
# another language it gives English 0.000.
_NOT_RULED_OUT = 0.01


def language_code(text: str) -> str | None:
    """Return the ISO 639-1 code of the text's language, or None when it is too short to say.

    A language with a model is only ruled out by certainty: a text left unread is a loss, one
    read in vain yields rows that show it.
    """
    sample = _sample(text)
    if sum(map(str.isalpha, sample)) < _FEW_LETTERS:
        return None
    found = {
        one.language.iso_code_639_1.name.lower(): one.value
        for one in _detector().compute_language_confidence_values(sample)
    }
    likeliest = max(found, key=lambda code: found[code])
    for code in MODEL_LANGUAGES:
        if found[code] >= _NOT_RULED_OUT:
            return code
    return likeliest if found[likeliest] > 0 else None


def _sample(text: str) -> str:
    """Return the first part of the text that holds sentences rather than a menu, if any does."""
    longest = max(text[: 16 * _SAMPLE_CHARS].split("\n"), key=len)
    start = text.find(longest)
    return text[start : start + _SAMPLE_CHARS]


@cache
def _detector() -> LanguageDetector:
    # Its larger models take half a gigabyte and, on a page of text, say the same.
    builder = LanguageDetectorBuilder.from_languages(*_CANDIDATES)
    return builder.with_low_accuracy_mode().build()
