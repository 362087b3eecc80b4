"""Every function of the facade is here, or `surface.json` says why not; and none beside."""

from __future__ import annotations

import inspect
import json

import qiaolian

from vectors import SHARED


def test_the_module_has_what_the_list_says_and_nothing_else() -> None:
    functions = json.loads((SHARED / "surface.json").read_text(encoding="utf-8"))
    listed = {entry["python"] for entry in functions} - {None}
    methods = {f"Policy.{name}" for name in vars(qiaolian.Policy) if not name.startswith("_")}
    public = {name: getattr(qiaolian, name) for name in qiaolian.__all__}
    functions = {name for name, value in public.items() if inspect.isbuiltin(value)}
    assert methods | functions == listed
    assert all(inspect.isclass(value) for name, value in public.items() if name[0].isupper())


def test_all_that_is_public_is_in_the_list_of_names() -> None:
    found = {name for name in vars(qiaolian) if not name.startswith("_")}
    assert found - {"types"} == set(qiaolian.__all__) - {"__version__"}
