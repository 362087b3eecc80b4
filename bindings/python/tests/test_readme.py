"""The README's examples run, one after the other."""

from __future__ import annotations

import doctest
import re
from pathlib import Path
from typing import Any

import pytest
import qiaolian

README = Path(__file__).resolve().parents[1] / "README.md"


CHECKOUT = README.parents[2]


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_the_example_of_the_projects_readme_runs(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (CHECKOUT / name).read_text(encoding="utf-8")
    (block,) = re.findall(r"^```python\n(.*?)^```$", text, re.M | re.S)
    exec(compile(block, name, "exec"), {})
    assert "金州社区居民委员会" in capsys.readouterr().out


def test_the_examples_of_the_readme_run(capsys: pytest.CaptureFixture[str]) -> None:
    blocks = re.findall(r"^```python\n(.*?)^```$", README.read_text(encoding="utf-8"), re.M | re.S)
    assert len(blocks) == 8
    names: dict[str, Any] = {}
    for block in blocks:
        exec(compile(block, str(README), "exec"), names)
    printed = capsys.readouterr().out
    assert "in principle must set up a federation" in printed
    assert "ambiguous" not in printed
    assert "office_registered 3.2#4 not_met" in printed


def test_the_example_of_the_package_runs() -> None:
    result = doctest.testmod(qiaolian, raise_on_error=True)
    assert result.attempted == 4
