"""A text with remarks: each phrase marked and numbered, each remark beside its number."""

from course.content import Comment, Language, Sample, label
from course.forms.html import escape


def commented(sample: Sample, language: Language, kind: str = "") -> str:
    """The text, its phrases marked in the order they stand, then the remarks.

    `kind` is that of the marks: "against" where the remarks object.
    """
    text = sample.text[language]
    remarks = sorted(sample.comments, key=lambda remark: text.index(remark.phrase[language]))
    shown, here = "", 0
    opening = f'<mark class="{kind}">' if kind else "<mark>"
    for number, remark in enumerate(remarks, 1):
        phrase = remark.phrase[language]
        start = max(here, text.index(phrase))  # a phrase inside the one before marks nothing twice
        end = max(start, text.index(phrase) + len(phrase))
        shown += f"{escape(text[here:start])}{opening}{escape(text[start:end])}</mark>"
        shown += f"<sup>{number}</sup>"
        here = end
    shown += escape(text[here:])
    notes = "".join(f"<li>{_remark(remark, language)}</li>" for remark in remarks)
    title = escape(sample.title[language])
    return (
        f"<h4>{title}</h4><div class='course-document course-lines'>{shown}</div><ol>{notes}</ol>"
    )


def _remark(remark: Comment, language: Language) -> str:
    small = f" <span class='course-small'>{escape(label(remark.clauses, language))}</span>"
    return escape(remark.comment[language]) + (small if remark.clauses else "")
