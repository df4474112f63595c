"""Where settings come from: options, then the environment, then pyproject.toml, then defaults."""

from collections.abc import Mapping
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

from assets.display import safe
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
    try:
        settings = Settings(**_Configuration(**given).model_dump())
    except ValidationError as error:
        problems = (
            f"{'.'.join(map(str, one['loc']))}: {one['msg']} (given: {safe(repr(one['input']))})"
            for one in error.errors(include_url=False)
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


def _is_installed(model: str) -> bool:
    # Only a plain name is looked up: a dotted one would import what it names on the way.
    return Path(model).is_dir() or (model.isidentifier() and find_spec(model) is not None)
