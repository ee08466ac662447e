"""The Word document of a policy: every word kept, honest where nothing was said, ready to print."""

import io
import re
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn
from programs import pages, pdf, pictures

from course.content import desks, house, wording
from course.judging.claims import with_claims
from course.judging.deeds import review_deed
from course.judging.policy import review_policy
from course.papers.policy_document import PolicyText, policy_document

ENGLISH = PolicyText(
    company="Harbour Light Contracting LLC",
    text="We build marine works.\n\nWe stop a pour that fails its check.\nWe count rework.",
    edition="2015",
    scope="Marine works in Ras Al Khaimah",
    owner="Managing Director",
    version="3",
    date="1 December 2026",
)
ARABIC = PolicyText(
    company="شركة نور الميناء للمقاولات",
    text="نبني المنشآت البحرية وفق ISO 9001:2015.\n\nنوقف الصب الذي لا يستوفي الفحص.",
    edition="2015",
    scope="الأعمال البحرية في رأس الخيمة",
    owner="العضو المنتدب",
    version="3",
    date="2026-12-01",
)
# In this order the schema wants them; Word offers to repair a file that has another.
ORDER = {
    "pPr": "pStyle keepNext keepLines pBdr shd tabs bidi spacing ind jc outlineLvl rPr",
    "rPr": "rStyle rFonts b bCs i iCs color sz szCs u rtl cs lang",
    "tblPr": "tblStyle bidiVisual tblW jc tblInd tblBorders tblLayout tblCellMar tblLook",
    "tcPr": "tcW tcBorders shd vAlign",
    "sectPr": "headerReference footerReference type pgSz pgMar cols bidi docGrid",
}


def opened(policy, language="en"):
    return docx.Document(io.BytesIO(policy_document(policy, language)))


def body(document):
    return [p.text for p in document.paragraphs if p.style.name == "Normal"]


def rows(document, table=0):
    return {row.cells[0].text: row.cells[1].text for row in document.tables[table].rows}


def test_each_line_of_the_policy_is_a_paragraph():
    assert body(opened(ENGLISH)) == [
        "We build marine works.",
        "We stop a pour that fails its check.",
        "We count rework.",
    ]


def test_the_last_sentence_and_the_signature_stand_on_one_sheet():
    document = opened(replace(judged(ENGLISH), found=(), deeds=()))
    *before, last = (p for p in document.paragraphs if p.style.name == "Normal")
    kept = [p.paragraph_format.keep_with_next for p in before]
    assert (kept, last.paragraph_format.keep_with_next) == ([False, False], True)
    table = [row.cells[0].paragraphs[0].paragraph_format for row in document.tables[0].rows]
    assert [one.keep_with_next for one in table] == [True] * (len(table) - 1) + [False]
    assert list(rows(document))[-1] == "Signature"


def test_what_was_not_said_is_a_line_to_fill_in_and_never_none():
    bare = opened(PolicyText(company="", text="We build.", edition="2015"))
    assert rows(bare)["Company"] == rows(bare)["Scope"] == rows(bare)["Date"] == ""
    lines = bare.tables[0]._tbl.iter(qn("w:bottom"))
    assert {line.get(qn("w:color")) for line in lines} == {house.FIELD_LINE[1:]}
    section = bare.sections[0]
    said = [section.header.paragraphs[0].text, section.footer.paragraphs[0].text, *body(bare)]
    assert "None" not in " ".join(said)
    assert "Version" not in section.footer.paragraphs[0].text


def test_a_company_that_is_named_is_not_asked_for_again():
    assert "Company" not in rows(opened(ENGLISH))
    assert rows(opened(ENGLISH))["Approved by"] == "Managing Director"
    assert rows(opened(ENGLISH))["Signature"] == ""


def judged(policy, claims=None, **lines):
    """The policy with what the review says of it, and what its writer claims."""
    review = review_policy(policy.text, edition=policy.edition)
    done = desks.load_desk("quality-policy", desks.PolicyDesk).deeds
    found = with_claims(policy.text, review, claims or {}, {}, {})
    found = [one for one in found if one.key not in {deed.key for deed in done}]
    deeds = [review_deed(deed, lines, policy.edition) for deed in done]
    shown = [(line.column["en"], lines.get(line.key, "")) for deed in done for line in deed.lines]
    return replace(policy, found=found, deeds=deeds, lines=shown)


def said(document):
    """What the document prints of the review, by its label."""
    return rows(document, -1)


SLOGAN = replace(ENGLISH, text="Quality is our passion. Excellence is our promise to all.")


@pytest.mark.parametrize("edition", ["2015", "2026"])
def test_a_slogan_serves_no_clause(edition):
    document = opened(judged(replace(SLOGAN, edition=edition)))
    found = said(document)
    assert found["Found by the review"] == "Nothing yet."
    assert f"5.2.1 b ({edition}) Gives objectives a frame" in found["Open"]
    assert f"5.2.2 a ({edition})" in found["Open"]
    whole = [p.text for p in document.paragraphs]
    assert not any("Serves" in words for words in whole)
    cautious = any("licensed copy" in words for words in whole)
    assert cautious is (edition == "2026")


def test_what_was_found_claimed_and_left_open_is_told_apart():
    text = "We build marine works. The board picks three numbers each winter."
    policy = replace(ENGLISH, text=text)
    claim = {"objectives": "The board picks three numbers each winter"}
    found = said(opened(judged(policy, claim, kept="Register, QP-01")))
    assert "5.2.2 a (2015) In writing, and current" in found["Found by the review"]
    assert found["Said by you, not found by the review"] == (
        "5.2.1 b (2015) Gives objectives a frame: “The board picks three numbers each winter”"
    )
    assert "5.2.1 b" not in found["Open"]
    assert "5.2.1 d" in found["Open"]


def test_the_review_is_told_in_arabic():
    document = opened(judged(replace(ARABIC, text="الجودة شعارنا الدائم في كل ما نقدمه.")), "ar")
    assert said(document)["وجدته المراجعة"] == "لا شيء بعد."
    assert "5.2.1 b (2015)" in said(document)["ما زال مفتوحاً"]


def test_what_is_done_around_the_policy_is_printed_or_left_to_fill_in():
    document = opened(judged(ENGLISH, kept="Register, QP-01"))
    assert rows(document, 1)["Kept as documented information"] == "Register, QP-01"
    assert rows(document, 1)["Explained by"] == ""


def fields(paragraph):
    return [one.get(qn("w:instr")) for one in paragraph._p.iter(qn("w:fldSimple"))]


@pytest.mark.parametrize(("policy", "language"), [(ENGLISH, "en"), (ARABIC, "ar")])
def test_the_review_stands_on_pages_of_its_own_which_do_not_count(policy, language):
    alone, reviewed = opened(policy, language), opened(judged(policy), language)
    heading = wording(language)("document.review.title")
    assert heading not in [p.text for p in alone.paragraphs]
    assert [fields(s.footer.paragraphs[0]) for s in alone.sections] == [["PAGE", "NUMPAGES"]]
    assert [fields(s.footer.paragraphs[0]) for s in reviewed.sections] == [
        ["PAGE", "PAGEREF last"],
        [],
    ]
    assert heading in reviewed.sections[1].footer.paragraphs[0].text
    assert reviewed.sections[1].start_type == WD_SECTION.NEW_PAGE


def test_no_dot_stands_in_the_foot_beside_arabic_digits():
    policy = replace(ARABIC, version="٣", date="٣٠ نوفمبر ٢٠٢٦")
    foot = opened(policy, "ar").sections[0].footer.paragraphs[0].text
    assert foot.startswith("العضو المنتدب، ٣٠ نوفمبر ٢٠٢٦، النسخة ٣")
    assert "·" not in foot


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script> & <w:p/>", "]]>&amp;%s{0}{page}", "W" * 3000, "نص & <b>عربي</b>"],
)
def test_what_looks_like_code_is_words(text):
    assert body(opened(replace(ENGLISH, text=text))) == [text]


def test_only_what_a_word_file_cannot_hold_is_left_out():
    odd = "kept\x00\x07\x0b\ud800\ufffe \u200fmark\u200f 👷 e\u0301"
    everywhere = replace(ENGLISH, text=odd, company=odd, scope=odd, owner=odd, date=odd)
    assert body(opened(everywhere)) == ["kept \u200fmark\u200f 👷 e\u0301"]
    assert rows(opened(everywhere))["Scope"] == "kept \u200fmark\u200f 👷 e\u0301"


def test_the_same_policy_gives_the_same_bytes_and_another_gives_others():
    assert policy_document(ENGLISH) == policy_document(replace(ENGLISH))
    assert policy_document(ENGLISH) != policy_document(replace(ENGLISH, date="2 December 2026"))


def test_the_file_claims_no_date_and_no_program_as_its_author():
    with zipfile.ZipFile(io.BytesIO(policy_document(ENGLISH))) as file:
        about = file.read("docProps/core.xml").decode()
        assert "python" not in about
        assert not re.search(r"created|modified|lastModifiedBy", about)
        assert not [name for name in file.namelist() if "thumbnail" in name]
        assert "Segoe UI" in file.read("word/fontTable.xml").decode()
        assert {entry.date_time[0] for entry in file.infolist()} == {1980}


@pytest.mark.parametrize(("policy", "language"), [(ENGLISH, "en"), (ARABIC, "ar"), (ARABIC, "en")])
def test_every_property_stands_in_the_order_word_asks_for(policy, language):
    with zipfile.ZipFile(io.BytesIO(policy_document(policy, language))) as file:
        parts = [name for name in file.namelist() if re.match(r"word/(doc|head|foot)", name)]
        trees = [docx.oxml.parse_xml(file.read(name)) for name in parts]
    for tree in [*trees, *(s.element for s in opened(policy, language).styles)]:
        for name, order in ORDER.items():
            known = order.split()
            for properties in tree.iter(qn(f"w:{name}")):
                found = [child.tag.split("}")[1] for child in properties]
                placed = [known.index(tag) for tag in found if tag in known]
                assert placed == sorted(placed), f"{name}: {found}"


def test_arabic_runs_right_to_left_and_latin_inside_it_does_not():
    document = opened(ARABIC, "ar")
    first = next(p for p in document.paragraphs if p.style.name == "Normal")
    assert first._p.pPr.find(qn("w:bidi")) is not None
    turned = {run.text: bool(run.font.rtl) for run in first.runs}
    assert turned["ISO 9001:2015"] is False
    assert turned["نبني المنشآت البحرية وفق "] is True
    assert document.tables[0]._tblPr.find(qn("w:bidiVisual")) is not None
    assert document.styles["Normal"].element.find(f".//{qn('w:rFonts')}").get(qn("w:cs"))


def test_a_paragraph_takes_the_direction_of_its_own_letters():
    both = opened(replace(ENGLISH, text="We build ما نعد به works on time.\n\nنبني ports ونصونها"))
    english, arabic = (p for p in both.paragraphs if p.style.name == "Normal")
    assert english._p.pPr.find(qn("w:bidi")) is None
    assert arabic._p.pPr.find(qn("w:bidi")) is not None


@pytest.mark.slow
@pytest.mark.parametrize(
    ("policy", "language", "words", "number"),
    [
        (ENGLISH, "en", "We count rework.", "Page 1 of 1"),
        (ARABIC, "ar", "نوقف الصب", "صفحة"),
    ],
)
def test_a_short_policy_is_one_page_with_header_and_footer(
    tmp_path, policy, language, words, number
):
    printed = pdf(policy_document(policy, language), tmp_path)
    (page,) = pages(printed, laid_out=language == "en")
    for expected in (words, policy.company, policy.scope, policy.owner, policy.date, number):
        assert expected in _unmarked(page)
    assert len(pictures(printed)) == 1


SENTENCE = {
    "en": "No door leaves the workshop until the foreman has hung it and signed the sheet for it.",
    "ar": "إذا تأخر الطبيب على المريض أكثر من عشرين دقيقة تخرج له الممرضة وتخبره بالموعد الجديد.",
}


@pytest.mark.slow
@pytest.mark.parametrize(("policy", "language"), [(ENGLISH, "en"), (ARABIC, "ar")])
def test_eight_sentences_their_signature_and_what_surrounds_them_are_one_page(
    tmp_path, policy, language
):
    eight = replace(judged(policy), text="\n".join([SENTENCE[language]] * 8))
    first, review = pages(pdf(policy_document(eight, language), tmp_path), laid_out=False)
    say = wording(language)
    for words in ("document.policy.signature", "document.policy.around"):
        assert say(words) in _unmarked(first)
    assert say("document.review.title") in _unmarked(review)
    if language == "en":
        assert "Page 1 of 1" in first


@pytest.mark.slow
def test_five_thousand_words_run_over_pages_and_none_is_lost(tmp_path):
    counted = " ".join(f"word{n}" for n in range(5000))
    long = replace(ENGLISH, text=f"{counted}\n\n{'x' * 600}", company="Company " * 40)
    printed = pages(pdf(policy_document(long), tmp_path))
    assert 12 < len(printed) < 25
    assert set(re.findall(r"word\d+", " ".join(printed))) == set(counted.split())
    for number, page in enumerate(printed, 1):
        assert page.count("Quality policy") >= 1
        assert f"Page {number} of {len(printed)}" in page
    assert "".join(printed).count("x" * 20) >= 20


def _unmarked(page):
    """The text without the marks of direction pdftotext puts around it."""
    return re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", page)


def test_a_pasted_direction_mark_does_not_turn_the_footer():
    from course.papers.runs import printable

    assert printable("CEO\u202eevil\u2066x") == "CEOevilx"
    assert printable("المدير العام") == "المدير العام"
