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
_SAMPLE_CHARS = 1000
_FEW_LETTERS = 40


def language_code(text: str) -> str | None:
    """Return the ISO 639-1 code of the text's language, or None when it is too short to say."""
    sample = _sample(text)
    if sum(map(str.isalpha, sample)) < _FEW_LETTERS:
        return None
    language = _detector().detect_language_of(sample)
    return None if language is None else language.iso_code_639_1.name.lower()


def _sample(text: str) -> str:
    """Return the first part of the text that holds sentences rather than a menu, if any does."""
    longest = max(text[: 8 * _SAMPLE_CHARS].split("\n"), key=len)
    start = text.find(longest)
    return text[start : start + _SAMPLE_CHARS]


@cache
def _detector() -> LanguageDetector:
    # Its larger models take half a gigabyte and, on a page of text, say the same.
    builder = LanguageDetectorBuilder.from_languages(*_CANDIDATES)
    return builder.with_low_accuracy_mode().build()
