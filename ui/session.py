"""Where somebody was in a case, kept so that the window can go on from there."""

import base64
import binascii
import dataclasses
import types
import typing
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.model import Filter
from ui.settings import SESSION, Settings

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from ui.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Filter, cursor and scroll bar of the desk."""

    wanted: Filter = dataclasses.field(default_factory=Filter)
    current: int | None = None
    scroll: int = 0
    viewing: bool = False
    """Whether the current item was on show alone."""
    columns: str = ""
    """Their widths, as `ui.columns` keeps them."""
    hidden: tuple[str, ...] = ()
    """Columns that the user has hidden."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """The case that was open last."""

    case: Path | None = None
    open: bool = False
    """Whether it still was when the window was closed."""
    position: Position = dataclasses.field(default_factory=Position)
    docks: str = ""
    """Qt's own state of the window's docks, in base64."""


def load(settings: Settings) -> Session:
    """What was kept; whatever of it can't be read stands as at first."""
    kept = settings.get(SESSION)
    case = kept.get("case")
    return Session(
        case=Path(case) if isinstance(case, str) and case else None,
        open=kept.get("open") is True,
        position=from_json(Position, kept.get("position")),
        docks=kept["docks"] if isinstance(kept.get("docks"), str) else "",
    )


def save(settings: Settings, session: Session) -> None:
    kept = {
        "case": str(session.case) if session.case is not None else "",
        "open": session.open,
        "position": to_json(session.position),
        "docks": session.docks,
    }
    settings.set(SESSION, kept)


def position(desk: "Desk") -> Position:
    """Where somebody is on the desk."""
    return Position(
        wanted=desk.wanted(),
        current=desk.grid.current,
        scroll=desk.grid.verticalScrollBar().value(),
        viewing=desk.viewing,
        columns=desk.columns.state,
        hidden=desk.columns.hidden,
    )


def packed(state: bytes) -> str:
    return base64.b64encode(state).decode()


def unpacked(text: str) -> bytes:
    """The bytes that were packed; none where it is not such a text."""
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return b""


def to_json(value: Any) -> Any:
    """What JSON can hold of a dataclass of plain fields, enums, tuples and other such dataclasses, without defaults."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {field.name: (getattr(value, field.name), field.default) for field in dataclasses.fields(value)}
        return {name: to_json(now) for name, (now, default) in fields.items() if now != default}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple | list):
        return [to_json(each) for each in value]
    return value


T = typing.TypeVar("T", bound="DataclassInstance")


def from_json(kind: type[T], value: Any) -> T:
    """The dataclass again; fields that it does not have, or that hold something else, are passed over."""
    found = {}
    if isinstance(value, dict):
        hints = typing.get_type_hints(kind)
        for field in dataclasses.fields(kind):
            if field.name in value:
                try:
                    found[field.name] = _read(hints[field.name], value[field.name])
                except (ValueError, TypeError):
                    continue
    return kind(**found)


def _read(hint: Any, value: Any) -> Any:
    """`value` as `hint` wants it; raises ValueError or TypeError where it is something else."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        for each in arguments:
            try:
                return _read(each, value)
            except (ValueError, TypeError):
                continue
        raise ValueError(value)
    if origin is tuple:
        if not isinstance(value, list):
            raise TypeError(value)
        each = [arguments[0]] * len(value) if arguments[1:] == (Ellipsis,) else list(arguments)
        return tuple(_read(kind, part) for kind, part in zip(each, value, strict=True))
    if isinstance(hint, type) and dataclasses.is_dataclass(hint) and isinstance(value, dict):
        return from_json(hint, value)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(value)
    if hint is float and type(value) is int:
        return float(value)
    if type(value) is not hint and not (value is None and hint is type(None)):
        raise TypeError(value)
    return value
