"""Slotted dataclasses whose methods are made when they are first needed.

The standard module compiles half a dozen methods for each class while its module is loaded; for the fifty classes that
one verification loads, that took a quarter of its time. Here `__init__` is compiled when a class turns out to be made
often, and the other methods are the same few functions for every class. Type checkers see the standard module, and its
functions (`asdict`, `fields`, `replace` ...) work on these classes.

Lives here: `dataclass`, `field` and `replace`, as far as the wallet uses them: slots always, no ordering, no `InitVar`
or `ClassVar`, no base classes but such dataclasses and classes without fields. Standard library only.
Source: Python's documentation, "dataclasses"; tests hold each behaviour to that of the standard module.
"""

import operator
import reprlib
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

_Made = TypeVar("_Made", bound=type[Any])
_NOTHING: Any = object()
_FIELDS = "__lazy_fields__"
_OFTEN = 8
"""A class of which this many objects are made will be made hundreds of times, and compiling is worth it."""


class _Field:
    """What is known of one field; `field()` makes it without name and type, and the class that owns it adds them."""

    __slots__ = ("compare", "default", "default_factory", "init", "kw_only", "name", "repr", "type")

    def __init__(self, default: Any, default_factory: Any, *, init: bool, shown: bool, compare: bool) -> None:
        self.name = ""
        self.type: Any = None
        self.kw_only = False
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = shown
        self.compare = compare

    @property
    def is_optional(self) -> bool:
        return self.default is not _NOTHING or self.default_factory is not _NOTHING


_Fields = Mapping[str, _Field]


def _field(
    *,
    default: Any = _NOTHING,
    default_factory: Any = _NOTHING,
    init: bool = True,
    repr: bool = True,  # noqa: A002 - the standard module's word
    compare: bool = True,
) -> Any:
    return _Field(default, default_factory, init=init, shown=repr, compare=compare)


def _dataclass(
    *, slots: bool, frozen: bool = False, eq: bool = True, kw_only: bool = False
) -> Callable[[_Made], _Made]:
    if not slots:
        raise TypeError("only slotted classes")

    def decorate(cls: _Made) -> _Made:
        own = {name: _own_field(cls, name, kind, kw_only) for name, kind in cls.__annotations__.items()}
        fields = {**_inherited(cls), **own}
        _refuse_order(cls, fields)
        made = _with_slots(cls, own, {_FIELDS: fields, **_shared_methods(fields, frozen=frozen, eq=eq)})
        _init_until_compiled(made, frozen=frozen)
        return made

    return decorate


def _own_field(cls: type, name: str, kind: Any, kw_only: bool) -> _Field:
    given = cls.__dict__.get(name, _NOTHING)
    made: _Field = given if isinstance(given, _Field) else _field(default=given)
    if made.default is not _NOTHING and type(made.default).__hash__ is None:
        raise ValueError(f"{cls.__qualname__}.{name}: a default that can be changed; use default_factory")
    if made.is_optional and not made.init:
        raise TypeError(f"{cls.__qualname__}.{name}: a default that nothing sets")
    made.name, made.type, made.kw_only = name, kind, kw_only
    return made


def _inherited(cls: type) -> _Fields:
    found: dict[str, _Field] = {}
    for base in reversed(cls.__mro__[1:]):
        found |= base.__dict__.get(_FIELDS, {})
    return found


def _refuse_order(cls: type, fields: _Fields) -> None:
    has_default = False
    for each in fields.values():
        if each.init and not each.kw_only:
            if has_default and not each.is_optional:
                raise TypeError(f"{cls.__qualname__}.{each.name}: no default, behind a field with one")
            has_default = each.is_optional


def _with_slots(cls: _Made, own: _Fields, members: Mapping[str, Any]) -> _Made:
    """The class once more, with slots: they cannot be added to one that is there. What it defines itself stays."""
    left_out = {*own, "__dict__", "__weakref__"}
    body = {name: member for name, member in cls.__dict__.items() if name not in left_out}
    if (
        "__eq__" in body and body.get("__hash__") is None
    ):  # Python puts None there, the class did not ask for it
        del body["__hash__"]
    for name, member in members.items():
        body.setdefault(name, member)
    inherited = _inherited(cls)
    body["__slots__"] = tuple(name for name in own if name not in inherited)
    kind: Any = type(cls)
    made: _Made = kind(cls.__name__, cls.__bases__, body)
    made.__qualname__ = cls.__qualname__
    return made


# -- methods


def _shared_methods(fields: _Fields, *, frozen: bool, eq: bool) -> Mapping[str, Any]:
    positional = (each.name for each in fields.values() if each.init and not each.kw_only)
    methods: dict[str, Any] = {
        "__match_args__": tuple(positional),
        "__dataclass_fields__": _STANDARD_FIELDS,
        "__repr__": _repr,
    }
    if eq:
        compared = _values_of([each.name for each in fields.values() if each.compare])
        methods |= {"__eq__": _eq(compared), "__hash__": _hash(compared) if frozen else None}
    if frozen:
        methods |= {
            "__setattr__": _refuse_change,
            "__delattr__": _refuse_change,
            "__getstate__": _getstate,
            "__setstate__": _setstate,
        }
    return methods


def _values_of(names: Sequence[str]) -> Callable[[Any], tuple[Any, ...]]:
    if len(names) > 1:
        return operator.attrgetter(*names)
    return lambda made: tuple(getattr(made, name) for name in names)


def _eq(values_of: Callable[[Any], tuple[Any, ...]]) -> Callable[[Any, object], Any]:
    def __eq__(self: Any, other: object) -> Any:  # noqa: N807
        if other.__class__ is not self.__class__:
            return NotImplemented
        return values_of(self) == values_of(other)

    return __eq__


def _hash(values_of: Callable[[Any], tuple[Any, ...]]) -> Callable[[Any], int]:
    def __hash__(self: Any) -> int:  # noqa: N807
        return hash(values_of(self))

    return __hash__


@reprlib.recursive_repr()
def _repr(self: Any) -> str:
    fields: _Fields = getattr(self, _FIELDS)
    shown = (f"{each.name}={getattr(self, each.name)!r}" for each in fields.values() if each.repr)
    return f"{self.__class__.__qualname__}({', '.join(shown)})"


def _refuse_change(self: Any, name: str, value: Any = None) -> None:
    del self, value
    from dataclasses import FrozenInstanceError  # noqa: PLC0415 - slow to load, and nobody does this

    raise FrozenInstanceError(f"cannot change field {name!r}")


def _getstate(self: Any) -> list[Any]:
    return [getattr(self, name) for name in getattr(self, _FIELDS)]


def _setstate(self: Any, state: Sequence[Any]) -> None:
    for name, value in zip(getattr(self, _FIELDS), state, strict=True):
        object.__setattr__(self, name, value)


class _StandardFields:
    """The attribute by which the standard module knows a dataclass, made when it looks."""

    def __get__(self, instance: object, owner: type) -> Any:
        import dataclasses  # noqa: PLC0415 - slow to load, which is what this module is about

        described = []
        for each in getattr(owner, _FIELDS).values():
            options = {name: getattr(each, name) for name in ("init", "repr", "compare", "kw_only")}
            for name in ("default", "default_factory"):
                if getattr(each, name) is not _NOTHING:
                    options[name] = getattr(each, name)
            described.append((each.name, each.type, dataclasses.field(**options)))
        made: Any = dataclasses.make_dataclass(owner.__name__, described)
        return made.__dataclass_fields__


_STANDARD_FIELDS = _StandardFields()


# -- __init__


def _init_until_compiled(cls: Any, *, frozen: bool) -> None:
    """Gives the class an `__init__` that sets field by field, until compiling is worth it, or something is wrong."""
    left = _OFTEN

    def __init__(made: Any, /, *values: Any, **named: Any) -> None:  # noqa: N807 - a field may be called self
        nonlocal left
        left -= 1
        if left > 0 and _set_fields(made, cls, values, named):
            return
        cls.__init__ = _compiled_init(cls, frozen=frozen)
        cls.__init__(made, *values, **named)

    if "__init__" not in cls.__dict__:
        cls.__init__ = __init__


def _set_fields(made: Any, cls: Any, values: Sequence[Any], named: Mapping[str, Any]) -> bool:
    """Sets every field of a new object; False when the arguments do not fit, which is for Python to put into words."""
    by_place = by_name = 0
    for name, each in getattr(cls, _FIELDS).items():
        if not each.init:
            continue
        if by_place < len(values) and not each.kw_only:
            value = values[by_place]
            by_place += 1
        elif name in named:
            value = named[name]
            by_name += 1
        elif each.default_factory is not _NOTHING:
            value = each.default_factory()
        elif each.default is not _NOTHING:
            value = each.default
        else:
            return False
        getattr(cls, name).__set__(made, value)
    if by_place < len(values) or by_name < len(named):
        return False
    if hasattr(cls, "__post_init__"):
        made.__post_init__()
    return True


def _compiled_init(cls: Any, *, frozen: bool) -> Any:
    """What one would write by hand. Names of fields are names in our own source; values are never part of the text."""
    fields: _Fields = getattr(cls, _FIELDS)
    known: dict[str, Any] = {"_nothing": _NOTHING}
    itself = "__dataclass_self__" if "self" in fields else "self"  # the standard module's names
    positional = [itself]
    named: list[str] = []
    body: list[str] = []
    for each in fields.values():
        name = each.name
        if not each.init:
            continue
        parameter, value = name, name
        if each.default_factory is not _NOTHING:
            known[f"_factory_{name}"] = each.default_factory
            parameter, value = f"{name}=_nothing", f"_factory_{name}() if {name} is _nothing else {name}"
        elif each.default is not _NOTHING:
            known[f"_default_{name}"] = each.default
            parameter = f"{name}=_default_{name}"
        (named if each.kw_only else positional).append(parameter)
        known[f"_set_{name}"] = getattr(cls, name).__set__
        body.append(f"_set_{name}({itself}, {value})" if frozen else f"{itself}.{name} = {value}")
    if hasattr(cls, "__post_init__"):
        body.append(f"{itself}.__post_init__()")
    parameters = ", ".join([*positional, *(["*", *named] if named else [])])
    lines = "\n".join(f"    {line}" for line in body or ["pass"])
    exec(f"def __init__({parameters}):\n{lines}", known)  # noqa: S102 - as the standard module does
    made = known["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made


def _replace(made: Any, /, **changes: Any) -> Any:
    fields: _Fields = getattr(made, _FIELDS)
    for each in fields.values():
        if each.init:
            changes.setdefault(each.name, getattr(made, each.name))
        elif each.name in changes:
            raise ValueError(f"{each.name} is not for __init__")
    return made.__class__(**changes)


if TYPE_CHECKING:
    from dataclasses import dataclass, field, replace
else:
    dataclass, field, replace = _dataclass, _field, _replace

__all__ = ["dataclass", "field", "replace"]
