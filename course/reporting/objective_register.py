"""The learner's quality objectives as an Excel register, a row each."""

from collections.abc import Mapping, Sequence

from course.content import Language
from course.content.clauses import ClauseRef, Edition
from course.content.tools import load_tool
from course.reporting.register_book import Issue, Sheet, register_book

# The share of the page's width each field takes; the rest take one.
_WIDE = {"statement": 1.6, "definition": 2.0, "serves": 1.5, "actions": 1.6, "counter": 1.5}
_SMALL = {"baseline": 0.8, "target": 0.7, "date": 0.8, "owner": 0.9, "resources": 0.9}


def objective_register(
    records: Sequence[Mapping[str, str]],
    company: str,
    issue: Mapping[str, str],
    edition: Edition,
    language: Language = "en",
) -> bytes:
    """The register; `issue` holds owner, version and date."""
    tool = load_tool("objectives")
    widths = _WIDE | _SMALL
    columns = [(f.label[language].split(":")[0], widths.get(f.key, 1.0)) for f in tool.fields]
    rows = [[record.get(field.key, "") for field in tool.fields] for record in records]
    serves = [ClauseRef(edition, "6.2.1"), ClauseRef(edition, "6.2.2")]
    sheet = Sheet(tool.document[language], columns, rows, serves)
    return register_book([sheet], Issue(company=company, **issue), language)
