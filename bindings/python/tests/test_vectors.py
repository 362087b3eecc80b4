"""The shared vectors in Python: strict equality of every field, and the same bytes."""

from __future__ import annotations

import pytest
from qiaolian import Determination

from as_json import plain, written
from vectors import Vector, count_in_rust, vectors

each = pytest.mark.parametrize("vector", vectors(), ids=lambda vector: vector.id)


def test_they_are_as_many_as_in_rust() -> None:
    assert len(vectors()) == count_in_rust()
    assert len({vector.id for vector in vectors()}) == len(vectors())


@each
def test_every_field_written_by_hand_is_what_the_library_says(vector: Vector) -> None:
    determination = vector.determination()
    found = {field: plain(getattr(determination, field)) for field in vector.expect}
    assert written(found) == written(vector.expect)


@each
def test_the_whole_determination_is_the_same_to_the_byte(vector: Vector) -> None:
    determination = vector.determination()
    assert determination.to_json().encode() == vector.golden.encode()
    assert written(determination.to_dict()) == vector.golden


@each
def test_attributes_and_dict_say_the_same(vector: Vector) -> None:
    determination = vector.determination()
    found = {field: plain(getattr(determination, field)) for field in determination.to_dict()}
    assert written(found) == vector.golden
    assert determination.extra is None


@each
def test_what_was_written_reads_back(vector: Vector) -> None:
    assert Determination.from_json(vector.golden) == vector.determination()
