"""The look: each text can be read on each ground it may stand on, on a light and a dark screen."""

import re
from itertools import product

import pytest

from course.content import house
from course.forms import theme
from course.pages import web

INKS = ("ink", "muted", "teal", "met", "partly", "missing", "note")
GROUNDS = ("paper", "sand", *(name for name in house.LIGHT if name.endswith("-tint")))
SHEETS = (theme.HERE / "course.css", *web.SHEETS)
MODES = {"light": house.LIGHT, "dark": house.DARK}
modes = pytest.mark.parametrize("colours", MODES.values(), ids=MODES)


def luminance(colour):
    """Of a colour as #RRGGBB, by WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_computed_as_the_guidelines_do():
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@modes
def test_every_text_can_be_read_on_every_ground(colours):
    pairs = {
        (ink, ground): contrast(colours[ink], colours[ground])
        for ink, ground in product(INKS, GROUNDS)
    }
    assert {pair: found for pair, found in pairs.items() if found < 4.5} == {}


@modes
@pytest.mark.parametrize("ground", ["paper", "sand"])
def test_the_edge_of_a_field_can_be_seen(colours, ground):
    assert contrast(colours["line"], colours[ground]) >= 3


@modes
def test_a_bar_can_be_told_from_what_it_stands_on(colours):
    assert contrast(colours["teal"], colours["grid"]) >= 3
    assert contrast(colours["teal"], colours["seen"]) >= 3


@modes
def test_a_share_can_be_read_on_the_bar_of_the_whole(colours):
    assert contrast(colours["teal"], colours["seen"]) >= 4.5


def test_each_colour_has_a_dark_value():
    assert house.DARK.keys() == house.LIGHT.keys()


def test_the_dark_sheet_leaves_paper_and_whoever_chose_light_alone():
    sheet = theme.dark_sheet()
    assert sheet.count("@media screen") == sheet.count("@media") == 2
    assert ":root:not([data-colours=light])" in sheet
    assert "data-colours" not in theme.style_sheet()  # JupyterLab's own look stays light


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_no_rule_names_a_colour_of_its_own(path):
    rules = path.read_text(encoding="utf-8")
    assert re.findall(r"#[0-9A-Fa-f]{3,8}\b(?=[;\s,)])|rgba?\(|hsla?\(", rules) == []
    named, own = (set(re.findall(one, rules)) for one in (r"var\(--([a-z-]+)\)", r"--([a-z-]+):"))
    assert named <= theme.TOKENS.keys() | own


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_every_size_of_words_grows_with_the_letters_a_reader_asks_for(path):
    rules = path.read_text(encoding="utf-8")
    sizes = re.findall(r"font(?:-size)?:[^;}]*?([\d.]+)(px|pt)", rules)
    assert [size for size in sizes if size[0] != "0"] == []
