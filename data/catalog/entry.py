"""The base of every catalogue model: frozen, closed to unknown keys, codes checked against the code lists."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationError, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from data.catalog.errors import CatalogError

EntryType = TypeVar("EntryType", bound="Entry")
Codes = Mapping[str, tuple[str, ...]]


class Entry(BaseModel):
    """One described thing. Unknown keys are errors that list the keys which exist."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @model_validator(mode="before")
    @classmethod
    def _refuse_unknown_keys(cls, content: Any) -> Any:
        unknown = [key for key in content if key not in cls.model_fields] if isinstance(content, dict) else []
        if unknown:
            raise PydanticCustomError(
                "unknown_key",
                "expected one of the keys {known}, got '{key}'",
                {"known": ", ".join(cls.model_fields), "key": str(unknown[0])},
            )
        return content


def one_of(codelist: str) -> AfterValidator:
    """A check that a text is a code of `codelist` (a list of config/codes.yml or one derived from config)."""

    def check(value: str, info: ValidationInfo) -> str:
        codes = (info.context or {}).get(codelist, ())
        if value not in codes:
            raise PydanticCustomError(
                "unknown_code",
                "expected one of {codes}, got '{value}'",
                {"codes": ", ".join(codes), "value": value},
            )
        return value

    return AfterValidator(check)


def build_entry(
    model: type[EntryType], content: Any, *, file: str, key: str = "", codes: Codes | None = None
) -> EntryType:
    """`content` as a `model`; `key` is where in `file` it stands. Raises CatalogError for the first fault."""
    try:
        return model.model_validate(content, context=dict(codes or {}))
    except ValidationError as error:
        raise _as_catalog_error(error.errors(include_url=False)[0], file, key) from None


def entry_faults(
    model: type[Entry], content: Any, *, file: str, key: str = "", codes: Codes | None = None
) -> list[CatalogError]:
    """Every fault of `content` as a `model`, in the words in which build_entry raises the first."""
    try:
        model.model_validate(content, context=dict(codes or {}))
    except ValidationError as error:
        return [_as_catalog_error(fault, file, key) for fault in error.errors(include_url=False)]
    return []


def _as_catalog_error(fault: Any, file: str, key: str) -> CatalogError:
    path = [key] if key else []
    path += [str(part) for part in fault["loc"]]
    context = fault.get("ctx", {})
    if fault["type"] == "unknown_key":
        path.append(str(context["key"]))
    return CatalogError(
        file, ".".join(path), _sentence(fault["type"], fault["msg"], fault.get("input"), context)
    )


# What pydantic calls a fault, in the words of the catalogue.
_EXPECTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "tuple_type": "a list",
    "dict_type": "a mapping of keys",
    "mapping_type": "a mapping of keys",
    "model_type": "a mapping of keys",
    "model_attributes_type": "a mapping of keys",
}


def _sentence(kind: str, message: str, found: Any, context: Mapping[str, Any]) -> str:
    if kind == "missing":
        return "expected a value, got nothing"
    if kind == "literal_error":
        return f"expected one of {context['expected']}, got {found!r}".replace(" or '", ", '")
    if kind == "string_pattern_mismatch":
        return f"expected text like {context['pattern']}, got {found!r}"
    if kind in _EXPECTED:
        return f"expected {_EXPECTED[kind]}, got {found!r}"
    if message.startswith("expected "):
        return message
    return f"{message[:1].lower()}{message[1:]}, got {found!r}"
