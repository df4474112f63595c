"""Where settings come from: options, then the environment, then pyproject.toml, then defaults."""

import os
from collections.abc import Mapping
from difflib import get_close_matches
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    PyprojectTomlConfigSettingsSource,
    SettingsConfigDict,
)

from assets.display import is_text, safe
from pipeline.settings import Settings

ENVIRONMENT = "NEWSLEDGER_"
TABLE = ("tool", "newsledger")


class ConfigurationError(ValueError):
    """A setting has a name or a value that cannot be followed."""


class _Configuration(Settings, BaseSettings):
    """`Settings`, read from where the user may have put them."""

    model_config = SettingsConfigDict(
        frozen=True,
        extra="forbid",
        env_prefix=ENVIRONMENT,
        pyproject_toml_table_header=TABLE,
    )

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Name the sources, strongest first."""
        del dotenv_settings, file_secret_settings
        return init_settings, env_settings, PyprojectTomlConfigSettingsSource(settings_cls)


def load_settings(options: Mapping[str, Any] | None = None) -> Settings:
    """Return the settings for this process; an option that is None was not given.

    Raises:
        ConfigurationError: names each setting that cannot be followed, and why.
    """
    given = {name: value for name, value in (options or {}).items() if value is not None}
    _refuse_variables()
    try:
        settings = Settings(**_Configuration(**given).model_dump())
    except ValidationError as error:
        problems = (
            f"{name}: there is no such setting{_nearest(name)}"
            if one["type"] == "extra_forbidden"
            else f"{name}: {one['msg']} (given: {safe(repr(one['input']))})"
            for one in error.errors(include_url=False)
            for name in (safe(".".join(map(str, one["loc"]))),)
        )
        raise ConfigurationError(
            "settings that cannot be followed: " + "; ".join(problems)
        ) from None
    if not _is_installed(settings.model):
        raise ConfigurationError(
            f"model: there is no {safe(settings.model)!r} to load: install the package, or name "
            "a folder that holds a spaCy model"
        )
    return settings


def _refuse_variables() -> None:
    """Raise ConfigurationError for a variable that looks like a setting and is none, or no text.

    A misspelt one that went unheard would have the run made with other choices than were meant.
    """
    known = {f"{ENVIRONMENT}{name.upper()}" for name in Settings.model_fields}
    unknown = sorted(
        name
        for name in os.environ
        if name.upper().startswith(ENVIRONMENT) and name.upper() not in known
    )
    if unknown:
        raise ConfigurationError(
            "; ".join(
                f"{safe(name)}: there is no such setting{_nearest(name[len(ENVIRONMENT) :])}"
                for name in unknown
            )
        )
    for name in sorted(os.environ):
        if name.upper() in known and not is_text(os.environ[name]):
            raise ConfigurationError(f"{name}: must be text in UTF-8")


def _nearest(name: str) -> str:
    """Return a question after the setting whose name is nearest, if one is near."""
    near = get_close_matches(name.lower(), Settings.model_fields, n=1)
    return f", did you mean {near[0]}?" if near else ""


def _is_installed(model: str) -> bool:
    # Only a plain name is looked up: a dotted one would import what it names on the way.
    return Path(model).is_dir() or (model.isidentifier() and find_spec(model) is not None)
