"""Every pinned package may be handed on, and docs/packages.md speaks of the lock as it stands."""

import re
from collections import Counter
from datetime import date, datetime
from email.message import Message
from importlib.metadata import PackageNotFoundError, metadata

import pytest
from lab.test_environment import LOCK, entries

from course.paths import ROOT

PAGE = (ROOT / "docs" / "packages.md").read_text("utf-8")
PERMISSIVE = {"MIT", "BSD", "Apache", "ISC", "PSF", "Zlib", "CC0"}
# As packages write it: licence expressions, classifiers, and what stands in the old free field.
FAMILIES = {
    "MIT": ["MIT", "MIT License", "MIT-0", "MIT-CMU"],
    "BSD": ["BSD", "BSD License", "BSD 3-Clause License", "BSD-3-Clause", "BSD-2-Clause", "0BSD"],
    "Apache": [
        "Apache-2.0",
        "Apache 2.0",
        "Apache Software License",
        "Apache License, Version 2.0",
    ],
    "ISC": ["ISC", "ISC License", "ISC License (ISCL)"],
    "PSF": ["PSF-2.0", "PSFL", "Python Software Foundation License"],
    "Zlib": ["Zlib"],
    "CC0": ["CC0-1.0"],
    "MPL": ["MPL-2.0", "Mozilla Public License 2.0 (MPL 2.0)"],
}
FAMILY = {name.casefold(): family for family, names in FAMILIES.items() for name in names}
NOTHING = "no licence declared"
FOUND, LICENCES = "What was found", "Licences"  # the page's headings
# What each may be instead of permissive; docs/packages.md says why it may stay.
EXCEPTIONS = {
    "certifi": {"MPL"},  # a list of certificates, installed and not changed
    "fqdn": {"MPL"},  # checks host names for jsonschema, installed and not changed
    "hypothesis": {"MPL"},  # used by the tests only
    "pathspec": {"MPL"},  # used by the tests only, through mypy
    "axe-playwright-python": {NOTHING},  # used by the tests only; its file says MIT
}
# Not every system and Python installs these; their licences were read in the pinned wheels.
NOT_EVERYWHERE = {
    "appnope": {"BSD"},
    "colorama": {"BSD"},
    "overrides": {"Apache"},
    "pexpect": {"ISC"},
    "ptyprocess": {"ISC"},
    "pywinpty": {"MIT"},
}
PINNED = {}
for name, version, _ in entries(LOCK):
    PINNED.setdefault(name, set()).add(version)


def declared(package):
    """The licences a package names: its expression, else its classifiers and a one-line field."""
    if expression := package.get("License-Expression"):
        return re.split(r" (?:AND|OR) ", expression)
    classifiers = [
        classifier.rpartition(" :: ")[2]
        for classifier in package.get_all("Classifier", [])
        if classifier.startswith("License ::")
    ]
    field = (package.get("License") or "UNKNOWN").strip()
    return classifiers + ([] if field == "UNKNOWN" or "\n" in field else [field])


def families(package):
    """The licence families a package names; what no family knows is quoted as it is written."""
    return {FAMILY.get(name.casefold(), repr(name)) for name in declared(package)} or {NOTHING}


def may_stay(name, found):
    """Each licence a package names must do, an offered choice too: somebody has to take it."""
    return found <= PERMISSIVE or found == EXCEPTIONS.get(name)


def found_families(name):
    try:
        return families(metadata(name))
    except PackageNotFoundError:
        return NOT_EVERYWHERE.get(name, {"not installed"})


def made_up(**fields):
    package = Message()
    for key, value in fields.items():
        for line in [value] if isinstance(value, str) else value:
            package[key.replace("_", "-")] = line
    return package


@pytest.mark.parametrize("name", sorted(PINNED))
def test_a_pinned_package_has_a_permissive_licence_or_is_a_named_exception(name):
    found = found_families(name)
    assert may_stay(name, found), f"{name}: {', '.join(sorted(found))}"


@pytest.mark.parametrize(
    "fields",
    [
        {"License_Expression": "GPL-3.0-or-later"},
        {"License_Expression": "MIT AND LGPL-2.1-only"},
        {"License_Expression": "MIT OR GPL-2.0-only"},
        {"License_Expression": "(MIT AND BSD-3-Clause)"},
        {"License_Expression": "MIT WITH an-exception"},
        {"License_Expression": "MPL-2.0"},
        {"Classifier": "License :: OSI Approved :: GNU Affero General Public License v3"},
        {"Classifier": "License :: OSI Approved"},
        {"Classifier": "License :: OSI Approved :: BSD License", "License": "GPL-3.0"},
        {
            "Classifier": [
                "License :: OSI Approved :: MIT License",
                "License :: Other/Proprietary License",
            ]
        },
        {"License": "GPL"},
        {"License": "Apache"},
        {"License": "UNKNOWN"},
        {"License": "MIT License\n\nPermission is hereby granted to nobody"},
        {"Classifier": "Topic :: MIT License"},
        {},
    ],
    ids=str,
)
def test_another_licence_or_none_is_refused(fields):
    assert not may_stay("made-up", families(made_up(**fields)))


@pytest.mark.parametrize(
    ("fields", "family"),
    [
        ({"License_Expression": "MIT-CMU"}, {"MIT"}),
        ({"License_Expression": "Apache-2.0 OR BSD-2-Clause"}, ("Apache", "BSD")),
        ({"License": "apache 2.0"}, {"Apache"}),
        ({"License": "UNKNOWN", "Classifier": "License :: OSI Approved :: MIT License"}, {"MIT"}),
        (
            {"License": "a whole\ntext", "Classifier": "License :: OSI Approved :: BSD License"},
            {"BSD"},
        ),
        ({"License_Expression": "MIT", "License": "GPL"}, {"MIT"}),
    ],
    ids=str,
)
def test_the_ways_packages_write_a_permissive_licence_are_known(fields, family):
    family = set(family)
    assert families(made_up(**fields)) == family
    assert may_stay("made-up", family)


def test_an_exception_does_not_cover_another_licence():
    assert may_stay("certifi", {"MPL"})
    assert not may_stay("certifi", {"MPL", "GPL-3.0-only"})
    assert not may_stay("certifi", {NOTHING})


@pytest.mark.parametrize("name", EXCEPTIONS)
def test_no_exception_outlives_its_reason(name):
    assert name in PINNED
    assert not found_families(name) <= PERMISSIVE


@pytest.mark.parametrize("name", NOT_EVERYWHERE)
def test_what_was_read_in_a_wheel_is_what_an_installed_one_says(name):
    assert name in PINNED
    assert found_families(name) == NOT_EVERYWHERE[name]


def rows(page, heading):
    """The cells of each row of the table under a heading."""
    section = page.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    table = [line for line in section.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table[1:]]


def wrong_pins(page):
    """The packages that the page gives another version than the lock does."""
    told = {row[0]: set(row[1].split(", ")) for row in rows(page, FOUND)}
    return {name for name, versions in told.items() if versions != PINNED.get(name)}


def test_the_page_was_checked_on_a_day():
    (day,) = re.findall(r"Checked on (\d+ \w+ \d{4})", PAGE)
    assert date(2026, 11, 1) <= datetime.strptime(day, "%d %B %Y").date() <= date.today()


def test_the_page_counts_what_the_lock_pins():
    assert re.findall(r"(\d+) pinned packages in (\d+) entries", PAGE) == [
        (str(len(PINNED)), str(len(entries(LOCK))))
    ]


def test_the_page_tells_the_pinned_versions():
    assert len(rows(PAGE, FOUND)) > 20
    assert wrong_pins(PAGE) == set()


def test_a_version_left_behind_on_the_page_is_noticed():
    (tornado,) = PINNED["tornado"]
    assert wrong_pins(PAGE.replace(f"| tornado | {tornado} |", "| tornado | 6.5.0 |")) == {
        "tornado"
    }


def test_the_page_counts_the_licences():
    counted = Counter(
        found.pop() if len(found) == 1 else "several" for found in map(found_families, PINNED)
    )
    told = {row[0]: int(row[1]) for row in rows(PAGE, LICENCES)}
    assert told == counted


def test_the_page_names_each_exception():
    (section,) = re.findall(r"\n## Licences\n(.+)", PAGE, re.DOTALL)
    assert [name for name in EXCEPTIONS if f"`{name}`" not in section] == []
