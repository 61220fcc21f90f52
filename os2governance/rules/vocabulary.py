"""The facts that rules may read, as described by the model's JSON Schema."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from os2governance.i18n.text import Language, Text, as_text, lower_first_letter
from os2governance.schema.local_reference import resolve_reference

_KINDS = frozenset({"object", "array", "string", "number", "integer", "boolean"})
_DEPTH = 20
PAST, END = "past", "end"
"""The words of `x-time`: the date of something that has happened; the last day of something."""


class Fact:
    """One fact, list or group of facts: its type, its titles, and the facts below it.

    A view of a subschema of a facts schema. Types that the schema leaves open stay open: what
    cannot be known is not reported as wrong. `anyOf`, `oneOf` and `allOf` are read as all their
    branches.
    """

    def __init__(self, schema: Any, root: Mapping[str, Any], path: str = "") -> None:
        """View the fact at `path` through its schema; `root` is what references point into."""
        self.path = path
        self._root = root
        self._nodes = tuple(_nodes(schema, root, _DEPTH))

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The types it may have, without null; all types where the schema names none."""
        named: set[str] = set()
        for node in self._nodes:
            kind = node.get("type", ())
            named.update([kind] if isinstance(kind, str) else kind)
            if "enum" in node:
                named.update(_kind(value) for value in node["enum"])
        return frozenset(named & _KINDS) or _KINDS

    @cached_property
    def nullable(self) -> bool:
        """Whether it may be declared absent with null."""
        types = [node["type"] for node in self._nodes if "type" in node]
        return not types or any("null" in kind for kind in types)

    @cached_property
    def is_date(self) -> bool:
        """Whether its text is an ISO date."""
        return bool(self._first("format") == "date")

    @cached_property
    def choices(self) -> tuple[Any, ...]:
        """The values of its enumeration, without null; empty where it has none."""
        return tuple(value for value in self._first("enum") or () if value is not None)

    @cached_property
    def lowest(self) -> float | None:
        """The smallest number that the schema allows, if specified."""
        lowest: float | None = self._first("minimum")
        return lowest

    @cached_property
    def highest(self) -> float | None:
        """The largest number that the schema allows, if specified."""
        highest: float | None = self._first("maximum")
        return highest

    @cached_property
    def title(self) -> Text:
        """Its title; the last word of its path where the schema has none."""
        name = self.path.rsplit(".", 1)[-1].replace("_", " ")
        danish, english = self._first("title"), self._first("x-title-en")
        return Text(danish or english or name, english or danish or name)

    @cached_property
    def indefinite(self) -> Text:
        """Its title in the form that follows "there is", with an article where needed."""
        given = self._first("x-indefinite") or {}
        return Text(given.get("da") or self.title.da, given.get("en") or self.title.en)

    @cached_property
    def description(self) -> Text:
        """What is asked and what counts; empty where the schema has no description."""
        return Text(self._first("description") or "", self._first("x-description-en") or "")

    @cached_property
    def asked(self) -> Text:
        """What holds where it is declared as asked, as a clause (`x-asked`); may be empty."""
        return Text(self._first("x-asked") or "", self._first("x-asked-en") or "")

    @cached_property
    def todo(self) -> Text:
        """What to do or declare about it, often a question (`x-todo`); may be empty."""
        return Text(self._first("x-todo") or "", self._first("x-todo-en") or "")

    @cached_property
    def fields(self) -> dict[str, "Fact"]:
        """The facts below it by name, in the order of the schema."""
        below = {
            name: schema
            for node in reversed(self._nodes)
            for name, schema in node.get("properties", {}).items()
        }
        prefix = f"{self.path}." if self.path else ""
        return {name: Fact(s, self._root, prefix + name) for name, s in below.items()}

    @cached_property
    def open(self) -> bool:
        """Whether the schema does not specify which facts are below it."""
        return not self.fields and self.kinds == _KINDS

    @cached_property
    def element(self) -> "Fact":
        """Each element of it, where it is a list; paths below it start anew."""
        return Fact(self._first("items") or {}, self._root)

    def find(self, path: str) -> "Fact":
        """The fact at a path of values, such as `users[2].name`; untyped where it is unknown."""
        fact = self
        for step in path.split("."):
            name, of_list, _ = step.partition("[")
            if name not in fact.fields:
                return Fact({}, {}, path)
            fact = fact.fields[name].element if of_list else fact.fields[name]
        return fact

    def render_label(self, language: Language) -> str:
        """Render its title for use inside a sentence."""
        return lower_first_letter(self.title.render(language))

    @cached_property
    def values(self) -> dict[str, Text]:
        """The titles of its values, where the schema has them."""
        given = self._first("x-values") or {}
        return {
            value: Text(said.get("da", ""), said.get("en", "")) for value, said in given.items()
        }

    def value_title(self, value: Any) -> Text:
        """The title of one of its values by the schema, or the value itself."""
        plain = as_text(str(value))
        return self.values.get(value, plain) if isinstance(value, str) else plain

    @cached_property
    def time(self) -> str:
        """`past` for a date on which something happened, `end` for the last day of something."""
        return str(self._first("x-time") or "")

    @property
    def is_past(self) -> bool:
        """Whether it is the date of something that has happened (`x-time: past`)."""
        return self.time == PAST

    @cached_property
    def key(self) -> str:
        """The name of the field that tells its elements apart, where it is a list; else empty."""
        return str(self._first("x-key") or "")

    @cached_property
    def from_register(self) -> bool:
        """Whether the register states it, so that a declaration only claims it."""
        return bool(self._first("x-from") == "register")

    @cached_property
    def not_before(self) -> str:
        """The name of the date beside it that must not be later; else empty."""
        return str(self._first("x-not-before") or "")

    @property
    def is_end(self) -> bool:
        """Whether it is the last day of something (`x-time: end`)."""
        return self.time == END

    @cached_property
    def parts_of(self) -> str:
        """The name of the figure beside it that it is a part of; else empty."""
        return str(self._first("x-part-of") or "")

    @cached_property
    def totals(self) -> dict[str, tuple[str, ...]]:
        """The figures below it that have parts beside them, with the names of those parts."""
        parts: dict[str, tuple[str, ...]] = {}
        for name, fact in self.fields.items():
            if fact.parts_of:
                parts[fact.parts_of] = (*parts.get(fact.parts_of, ()), name)
        return parts

    @cached_property
    def watched(self) -> dict[str, "Fact"]:
        """The facts below it that are, or contain, dates or sums to check; lists included."""
        return {name: fact for name, fact in self.fields.items() if fact.is_watched}

    @cached_property
    def is_watched(self) -> bool:
        """Whether the schema constrains the date or the sum of it, or of anything below it."""
        seen: set[int] = set()
        return any(_is_watched(node, self._root, seen) for node in self._nodes)

    def texts_missing(self, *texts: str) -> list[str]:
        """List those of the keywords that its schema lacks; without any, title and description."""
        wanted = texts or ("title", "x-title-en", "description", "x-description-en")
        return [keyword for keyword in wanted if not self._first(keyword)]

    def _first(self, keyword: str) -> Any:
        return next((node[keyword] for node in self._nodes if keyword in node), None)


def _nodes(schema: Any, root: Mapping[str, Any], depth: int) -> Iterator[Mapping[str, Any]]:
    """Yield a schema, then what it refers to: a title beside a `$ref` precedes the target's."""
    if not isinstance(schema, dict) or depth == 0:
        return
    yield schema
    if "$ref" in schema:
        yield from _nodes(resolve_reference(schema["$ref"], root), root, depth - 1)
    for keyword in ("allOf", "anyOf", "oneOf"):
        for branch in schema.get(keyword, ()):
            yield from _nodes(branch, root, depth - 1)


_WATCHED = frozenset({"x-time", "x-not-before", "x-part-of"})


def _is_watched(schema: Any, root: Mapping[str, Any], seen: set[int]) -> bool:
    """Whether a schema, or one below it, is watched; `seen` guards against recursion."""
    if id(schema) in seen:
        return False
    seen.add(id(schema))
    return any(
        node.keys() & _WATCHED
        or any(_is_watched(below, root, seen) for below in node.get("properties", {}).values())
        or _is_watched(node.get("items"), root, seen)
        for node in _nodes(schema, root, _DEPTH)
    )


def _kind(value: Any) -> str:
    by_type = {bool: "boolean", int: "integer", float: "number", str: "string"}
    return by_type.get(type(value), "null")
