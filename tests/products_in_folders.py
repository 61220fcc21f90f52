"""Folders, and what they hold of a product: one table for the disk, for git and for commands.

A folder is its files by their names; `->` makes a link. The product's folder is `x`, among others.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple


class Case(NamedTuple):
    """Files, those that are read (None where there is no product), and the findings by name."""

    files: Mapping[str, str]
    read: tuple[str, ...] | None
    findings: tuple[tuple[str, str], ...] = ()


def has(*names: str) -> dict[str, str]:
    return dict.fromkeys(names, "a: 1\n")


def all_of(*names: str) -> Case:
    return Case(has(*names), names)


MISSING = ("file-missing", "product.yaml")
CASES = {
    "a declaration": all_of("product.yaml"),
    "an evaluation": all_of("evaluations/2026-01-01.yaml"),
    "an earlier declaration": all_of("declarations/2026-01-01.yaml"),
    "a register": all_of("register.yaml"),
    "observations": all_of("observations.yaml"),
    "decisions": all_of("decisions.yaml"),
    "everything": all_of(
        "product.yaml",
        "declarations/2024-01-01.yaml",
        "declarations/2025-01-01.yml",
        "register.yaml",
        "observations.yaml",
        "evaluations/2024-02-01.yaml",
        "evaluations/2025-02-01.yml",
        "decisions.yaml",
    ),
    "everything but a declaration": all_of(
        "declarations/2024-01-01.yaml",
        "register.yaml",
        "observations.yaml",
        "evaluations/2024-02-01.yaml",
        "decisions.yaml",
    ),
    "other files beside them": Case(
        has("register.yaml", "README.md", "notes/product.yml", "evaluations/a.md", "x.yaml"),
        ("register.yaml",),
    ),
    "a name nearly right beside one that is": Case(
        has("register.yml", "decisions.yaml"),
        ("decisions.yaml",),
        (("name-not-read", "register.yml"),),
    ),
    "all names nearly right": Case(
        has("Product.yaml", "observations.yml", "DECLARATIONS/2026-01-01.yaml"),
        None,
        (
            MISSING,
            ("name-not-read", "DECLARATIONS"),
            ("name-not-read", "Product.yaml"),
            ("name-not-read", "observations.yml"),
        ),
    ),
    "files misplaced": Case(
        has(
            "decisions.yaml",
            "declarations/2026/01-01.yaml",
            "declarations/2026-01-01.YAML",
            "evaluations/2026-01-01.Yml",
        ),
        ("decisions.yaml",),
        (
            ("name-not-read", "declarations/2026-01-01.YAML"),
            ("name-not-read", "declarations/2026/01-01.yaml"),
            ("name-not-read", "evaluations/2026-01-01.Yml"),
        ),
    ),
    "nothing but misplaced files": Case(
        has("declarations/2026/01-01.yaml"),
        None,
        (MISSING, ("name-not-read", "declarations/2026/01-01.yaml")),
    ),
    "nothing but a folder without one": Case(has("evaluations/README.md"), None, (MISSING,)),
    "a file in place of a folder": Case(
        has("product.yaml", "declarations"),
        ("product.yaml",),
        (("file-unreadable", "declarations"),),
    ),
    "a folder in place of a file": Case(
        has("product.yaml", "register.yaml/a.yaml", "evaluations/2026-01-01.yaml/a.md"),
        ("product.yaml",),
        (("file-unreadable", "register.yaml"), ("file-unreadable", "evaluations/2026-01-01.yaml")),
    ),
    "a folder in place of the declaration": Case(
        has("product.yaml/a.yaml", "register.yaml"), None, (("file-unreadable", "product.yaml"),)
    ),
    "links within the folder": Case(
        {
            **has("a.yaml", "b/2026-01-01.yaml"),
            "register.yaml": "-> a.yaml",
            "declarations": "-> b",
            "product.yaml": "-> ../other/product.yaml",
        },
        ("product.yaml", "declarations/2026-01-01.yaml", "register.yaml"),
    ),
    "links that lead nowhere": Case(
        {
            **has("decisions.yaml"),
            "register.yaml": "-> nothing",
            "observations.yaml": "-> observations.yaml",
            "evaluations/2026-01-01.yaml": "-> nothing",
        },
        ("decisions.yaml",),
        (
            ("file-unreadable", "evaluations/2026-01-01.yaml"),
            ("file-unreadable", "observations.yaml"),
            ("file-unreadable", "register.yaml"),
        ),
    ),
    "nothing but a link that leads nowhere": Case(
        {"register.yaml": "-> nothing"}, None, (("file-unreadable", "register.yaml"),)
    ),
    "links that lead out": Case(
        {
            **has("product.yaml"),
            "register.yaml": "-> ../../outside.yaml",
            "observations.yaml": "-> ../../../outside.yaml",
            "evaluations/2026-01-01.yaml": "-> ../../other/product.yaml",
        },
        ("product.yaml",),
        (
            ("file-outside", "evaluations/2026-01-01.yaml"),
            ("file-outside", "observations.yaml"),
            ("file-outside", "register.yaml"),
        ),
    ),
    "a declaration that leads out": Case(
        {**has("register.yaml"), "product.yaml": "-> ../../outside.yaml"},
        None,
        (("file-outside", "product.yaml"),),
    ),
    "a declaration that leads nowhere": Case(
        {**has("register.yaml"), "product.yaml": "-> nothing"},
        None,
        (("file-unreadable", "product.yaml"),),
    ),
    "a folder that leads out": Case(
        {**has("product.yaml"), "declarations": "-> ../other"},
        None,
        (("file-outside", "declarations"),),
    ),
    "a folder that leads nowhere": Case(
        {**has("product.yaml"), "evaluations": "-> nothing"},
        ("product.yaml",),
        (("file-unreadable", "evaluations"),),
    ),
    "a model": Case(has("model.yaml", "register.yaml"), None),
    "nothing of a product": Case(has("README.md"), None),
}


def write_case(folder: Path, case: Case) -> None:
    """Write the folder `products/x` of a case, and what its links may lead to."""
    write_files(folder, has("outside.yaml", "products/other/product.yaml"))
    write_files(folder / "products" / "x", case.files)


def write_files(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        if text.startswith("-> "):
            file.symlink_to(text.removeprefix("-> "))
        else:
            file.write_text(text, encoding="utf-8")
