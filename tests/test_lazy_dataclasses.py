"""Our dataclasses behave as the standard module's: each class here is made by both, and both are asked the same."""

import copy
import dataclasses
import importlib
import inspect
import pickle
import pkgutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest

import wallet
from tests.shared_data import PROJECT
from wallet import lazy_dataclasses

Made = Callable[..., Any]


def _classes(module: Any) -> dict[str, Made]:
    """One of each shape that occurs in the wallet, made by one of the two modules."""

    @module.dataclass(frozen=True, slots=True)
    class Point:
        """A point."""

        x: int
        y: int = 2
        tags: Sequence[str] = ()

    @module.dataclass(frozen=True, slots=True)
    class Hidden:
        id: str
        secret: str = module.field(repr=False)
        note: str = module.field(default="", compare=False)

    @module.dataclass(frozen=True, slots=True)
    class Factory:
        first: dict[str, int] = module.field(default_factory=dict)
        second: list[int] = module.field(default_factory=list, repr=False)

    @module.dataclass(frozen=True, slots=True)
    class Derived:
        x: int
        double: int = module.field(init=False, compare=False)

        def __post_init__(self) -> None:
            object.__setattr__(self, "double", self.x * 2)

    @module.dataclass(slots=True)
    class Counter:
        count: int = 0

    @module.dataclass(frozen=True, slots=True, eq=False)
    class Identity:
        x: int

    @module.dataclass(frozen=True, slots=True, kw_only=True)
    class Named:
        x: int
        y: int = 3

    @module.dataclass(frozen=True, slots=True, kw_only=True)
    class NamedMore(Named):
        z: int

    @module.dataclass(frozen=True, slots=True)
    class Empty:
        pass

    @module.dataclass(frozen=True, slots=True)
    class Own:  # noqa: PLW1641 - the decorator adds it
        x: int

        def __repr__(self) -> str:
            return "own"

        def __eq__(self, other: object) -> bool:
            return False

    @module.dataclass(frozen=True, slots=True)
    class Selfish:
        self: str
        other: str = ""

    found = (Point, Hidden, Factory, Derived, Counter, Identity, Named, NamedMore, Empty, Own, Selfish)
    return {cls.__name__: cls for cls in found}


def _ours(often: int) -> dict[str, Made]:
    """Classes of ours that are compiled at the given number of objects."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lazy_dataclasses, "_OFTEN", often)
        return _classes(lazy_dataclasses)


OURS, COMPILED, THEIRS = _ours(1_000_000), _ours(1), _classes(dataclasses)
CALLS: Sequence[tuple[str, Sequence[Any], dict[str, Any]]] = (
    ("Point", (1,), {}),
    ("Point", (1, 5), {"tags": ("a",)}),
    ("Point", (), {"x": 1, "y": 1}),
    ("Point", (), {}),
    ("Point", (1, 2, (), 4), {}),
    ("Point", (1,), {"x": 1}),
    ("Point", (1,), {"z": 1}),
    ("Hidden", ("i", "s"), {}),
    ("Hidden", ("i", "s", "n"), {}),
    ("Hidden", ("i",), {}),
    ("Factory", (), {}),
    ("Factory", ({"a": 1},), {}),
    ("Derived", (4,), {}),
    ("Derived", (4, 8), {}),
    ("Counter", (), {}),
    ("Counter", (3,), {}),
    ("Identity", (1,), {}),
    ("Named", (), {"x": 1}),
    ("Named", (1,), {}),
    ("NamedMore", (), {"x": 1, "z": 2}),
    ("NamedMore", (), {"z": 2}),
    ("Empty", (), {}),
    ("Empty", (1,), {}),
    ("Own", (1,), {}),
    ("Selfish", (), {"self": "s"}),
    ("Selfish", ("s",), {"other": "o"}),
    ("Selfish", (), {}),
)


def _said(question: Callable[[], Any]) -> Any:
    """The answer, or the error."""
    try:
        return question()
    except (TypeError, AttributeError, ValueError) as error:
        # the standard module writes "Point.__init__() ..." as well, but words its own refusals differently
        return type(error), str(error).partition("(")[0] if "__init__" in str(error) else ""


def _questions(make: Callable[[], Any]) -> Iterator[Callable[[], Any]]:
    yield lambda: repr(make()).replace("lazy_dataclasses", "dataclasses")
    yield lambda: make() == make()
    yield lambda: make() == object()
    yield lambda: hash(make()) == hash(make())
    yield lambda: _change_all(make())
    yield lambda: _delete_all(make())
    yield lambda: make().__dict__
    yield lambda: make().__match_args__
    yield lambda: dataclasses.asdict(make())
    yield lambda: dataclasses.astuple(make())
    yield lambda: dataclasses.is_dataclass(make())
    yield lambda: [each.name for each in dataclasses.fields(make())]
    yield lambda: repr(copy.copy(make()))
    yield lambda: repr(copy.deepcopy(make()))
    yield lambda: type(make()).__doc__ if type(make()).__name__ == "Point" else ""
    yield lambda: type(make()).__qualname__


def _change_all(made: Any) -> None:
    for each in dataclasses.fields(made):
        setattr(made, each.name, 9)


def _delete_all(made: Any) -> None:
    for each in dataclasses.fields(made):
        delattr(made, each.name)


@pytest.mark.parametrize("often", [1, 2, 1_000_000])
@pytest.mark.parametrize(("name", "values", "named"), CALLS)
def test_the_same_answers_as_the_standard_module(
    name: str, values: Sequence[Any], named: dict[str, Any], often: int
) -> None:
    classes = _ours(often)
    ours = [_said(question) for question in _questions(lambda: classes[name](*values, **named))]
    theirs = [_said(question) for question in _questions(lambda: THEIRS[name](*values, **named))]
    assert ours == theirs


@pytest.mark.parametrize("module", [lazy_dataclasses.__name__, dataclasses.__name__])
def test_replacing(module: str) -> None:
    made = OURS["Point"](1, 5)
    replace = importlib.import_module(module).replace
    assert replace(made, x=2) == OURS["Point"](2, 5)
    assert replace(OURS["Derived"](4), x=5).double == 10
    for wrong, changes in ((made, {"z": 1}), (OURS["Derived"](4), {"double": 1})):
        with pytest.raises((TypeError, ValueError)):
            replace(wrong, **changes)


def test_equality_leaves_out_what_is_not_compared() -> None:
    for classes in (OURS, COMPILED, THEIRS):
        hidden = classes["Hidden"]
        assert hidden("i", "s", "one") == hidden("i", "s", "two")
        assert hash(hidden("i", "s", "one")) == hash(hidden("i", "s", "two"))
        assert hidden("i", "s") != hidden("i", "t")
        assert classes["Identity"](1) != classes["Identity"](1)
        assert classes["Named"](x=1) != classes["NamedMore"](x=1, z=2)
        assert classes["Named"](x=1) != classes["Named"](x=2)


def test_nothing_can_be_added_to_a_frozen_object() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        OURS["Point"](1).nothing = 9


@pytest.mark.parametrize("classes", [OURS, COMPILED], ids=["one by one", "compiled"])
def test_each_object_has_a_container_of_its_own(classes: dict[str, Made]) -> None:
    one, other = classes["Factory"](), classes["Factory"]()
    one.first["a"] = 1
    assert other.first == {}


def test_a_class_is_compiled_when_it_is_made_often() -> None:
    made = _ours(3)["Point"]
    kinds = []
    for _ in range(4):
        made(1)
        kinds.append(made.__init__.__code__.co_filename == "<string>")
    assert kinds == [False, False, True, True]


def test_an_object_that_holds_itself_can_be_shown() -> None:
    shown = []
    for classes in (OURS, THEIRS):
        made = classes["Factory"]()
        made.first["self"] = made
        shown.append(repr(made))
    assert shown[0] == shown[1]
    assert "..." in shown[0]


@lazy_dataclasses.dataclass(frozen=True, slots=True)
class Travelling:
    x: int


def test_it_can_be_pickled() -> None:
    assert pickle.loads(pickle.dumps(Travelling(1))) == Travelling(1)


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ({"__annotations__": {"a": int, "b": int}, "a": 1}, TypeError),
        ({"__annotations__": {"a": list}, "a": []}, ValueError),
        ({"__annotations__": {"a": int}, "a": lazy_dataclasses.field(default=1, init=False)}, TypeError),
    ],
)
def test_a_class_that_makes_no_sense_is_refused(body: dict[str, Any], error: type[Exception]) -> None:
    make: Any = lazy_dataclasses.dataclass(frozen=True, slots=True)
    with pytest.raises(error):
        make(type("Wrong", (), body))


def test_only_slotted_classes() -> None:
    with pytest.raises(TypeError):
        lazy_dataclasses.dataclass(slots=False)


def _of_the_wallet() -> Iterator[type]:
    for found in pkgutil.walk_packages(wallet.__path__, "wallet."):
        if not found.name.startswith("wallet.ui"):
            module = importlib.import_module(found.name)
            for cls in vars(module).values():
                if isinstance(cls, type) and cls.__module__ == found.name and "__lazy_fields__" in vars(cls):
                    yield cls


def test_every_class_of_the_wallet_takes_what_the_standard_module_would_let_it_take() -> None:
    classes = list(_of_the_wallet())
    assert len(classes) > 100
    for cls in classes:
        described = [
            (each.name, each.type, dataclasses.field(default=each.default, default_factory=each.default_factory,
             init=each.init, kw_only=each.kw_only))
            for each in dataclasses.fields(cls)
        ]  # fmt: skip
        twin: Any = dataclasses.make_dataclass(cls.__name__, described, frozen=True, slots=True)
        compiled = lazy_dataclasses._compiled_init(cls, frozen=True)
        assert _shape(compiled) == _shape(twin.__init__), cls


def _shape(function: Any) -> Sequence[tuple[str, Any, bool]]:
    parameters = inspect.signature(function).parameters.values()
    return [(each.name, each.kind, each.default is inspect.Parameter.empty) for each in parameters]


def test_a_class_is_made_without_the_standard_module() -> None:
    code = """
import sys
from wallet.credentials.model import Issuer
made = Issuer("a")
repr(made), made == made, hash(made)
print("dataclasses" in sys.modules, "inspect" in sys.modules)
"""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "False"]
