"""As much of rpds as `referencing` and `jsonschema` use, on what Python has.

rpds is in Rust, and has no build for the browser. Here each change makes a copy: slower, and with
the same answers.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Generic, TypeVar

_K = TypeVar("_K")
_V = TypeVar("_V")


class HashTrieMap(dict[_K, _V]):
    """A mapping that a change leaves as it was."""

    @classmethod
    def convert(cls, value: Any) -> "HashTrieMap[_K, _V]":
        """The mapping of a mapping or of pairs; itself if it is one already."""
        return value if isinstance(value, cls) else cls(value)

    def insert(self, key: _K, value: _V) -> "HashTrieMap[_K, _V]":
        """A mapping that also has this entry."""
        return type(self)({**self, key: value})

    def update(self, *others: Any, **more: Any) -> "HashTrieMap[_K, _V]":  # type: ignore[override]
        """A mapping that also has the entries of others."""
        made = dict(self)
        for other in (*others, more):
            made |= dict(other)
        return type(self)(made)

    def remove(self, key: _K) -> "HashTrieMap[_K, _V]":
        """A mapping without this entry; KeyError if there is none."""
        made = dict(self)
        del made[key]
        return type(self)(made)

    def discard(self, key: _K) -> "HashTrieMap[_K, _V]":
        """A mapping without this entry, if there is one."""
        return self.remove(key) if key in self else self

    def __hash__(self) -> int:  # type: ignore[override]
        """One for each content."""
        return hash(frozenset(self.items()))


class HashTrieSet(frozenset[_V]):
    """A set that a change leaves as it was."""

    def insert(self, value: _V) -> "HashTrieSet[_V]":
        """A set that also has this value."""
        return type(self)(self | {value})

    def remove(self, value: _V) -> "HashTrieSet[_V]":
        """A set without this value; KeyError if it is not in it."""
        if value not in self:
            raise KeyError(value)
        return type(self)(self - {value})

    def discard(self, value: _V) -> "HashTrieSet[_V]":
        """A set without this value."""
        return type(self)(self - {value})

    def update(self, *others: Iterable[_V]) -> "HashTrieSet[_V]":
        """A set that also has the values of others."""
        return type(self)(self.union(*others))


class List(Generic[_V]):
    """A list that begins with what was pushed last."""

    def __init__(self, *values: Any) -> None:
        """Hold the values, or those of the only one."""
        self._values: tuple[_V, ...] = tuple(values[0]) if len(values) == 1 else values

    def push_front(self, value: _V) -> "List[_V]":
        """A list that begins with this value."""
        return List((value, *self._values))

    @property
    def first(self) -> _V:
        """The first value."""
        return self._values[0]

    @property
    def rest(self) -> "List[_V]":
        """The list without its first value."""
        return List(self._values[1:])

    def __iter__(self) -> Iterator[_V]:
        """The values, from the first on."""
        return iter(self._values)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._values)

    def __eq__(self, other: object) -> bool:
        """Whether the values are the same."""
        return isinstance(other, List) and self._values == other._values

    def __hash__(self) -> int:
        """One for each content."""
        return hash(self._values)
