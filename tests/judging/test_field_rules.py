"""The rules by which a field is read: each with what it must not take for the thing."""

import pytest

from course.content import LANGUAGES, load_modules, pieces
from course.content.pieces import all_of
from course.content.tools import load_tool
from course.content.wordings import wording
from course.judging.field_reading import FIELD_BOOKS
from course.judging.field_rules import judge_field
from course.judging.rulebook import rulebook
from course.judging.tool_review import complete, review_record

TOOLS = all_of(*pieces.TOOLS)
FIELDS = [rule.key for rule in rulebook("fields").criteria]
NOTHING_DECIDED = "We will not stop anything, will not buy anything and will not hire anybody."
NOTHING_DONE = "I did not pay for the rework on 3 March 2026, and decided nothing."


@pytest.mark.parametrize(
    ("rule", "words", "reason"),
    [
        ("owner", "Operations director", "met"),
        ("owner", "All departments", "missing-nobody"),
        ("owner", "مدير الجودة", "quality"),
        ("date", "1 March 2027", "met"),
        ("date", "as soon as possible", "missing-open"),
        ("date", "when ready", "vague"),
        ("deed", "We hire two planners and stop the discount", "met"),
        ("deed", "Remind all technicians of the procedure", "reminders"),
        ("deed", "A committee will study the options", "study"),
        ("deed", "We will try to hire two planners", "hedged"),
        ("deed", "New planners", "thin"),
        ("deed", "نعيّن مخططين ونوقف الخصم", "met"),
        ("deed", "تذكير جميع الفنيين بالإجراء", "reminders"),
        ("figures", "Repairs AED 411,000 a week since July", "met"),
        ("figures", "Repairs are far too high", "no-number"),
        ("figures", "Repairs up by 37 %", "no-period"),
        ("means", "two people", "met"),
        ("means", "within budget", "none"),
        ("means", "some help", "no-figure"),
        ("given-up", "The new app is put off", "met"),
        ("given-up", "nothing", "nothing"),
        ("effect", "below 340,000 by 31 January", "met"),
        ("effect", "clearly fewer by 31 January", "no-number"),
        ("effect", "90 % done", "no-day"),
        ("unknown", "whether the heat caused it", "met"),
        ("unknown", "None.", "nothing"),
        ("people", "shift supervisors", "met"),
        ("people", "everyone", "met"),
        ("people", "by e-mail", "nobody"),
        ("pace", "every Sunday", "met"),
        ("pace", "regularly", "no-pace"),
        ("parties", "each crew, in Urdu", "met"),
        ("parties", "clients and the municipality", "met"),
        ("parties", "All employees", "missing-nobody"),
        ("parties", "relevant interested parties", "missing-nobody"),
        ("parties", "جميع العاملين", "missing-nobody"),
        ("parties", "العملاء والبلدية", "met"),
        ("where", "SharePoint", "met"),
        ("where", "in the system", "missing-nowhere"),
        ("where", "everywhere", "missing-nowhere"),
        ("where", "في كل مكان", "missing-nowhere"),
        ("moment", "at induction", "met"),
        ("moment", "every first Sunday", "met"),
        ("moment", "أول أحد من كل شهر", "met"),
        ("moment", "as needed", "missing-open"),
        ("moment", "regularly", "no-moment"),
        ("moment", "30 February 2027", "impossible"),
        ("observed", "The part is not on the van, twice a week", "met"),
        ("observed", "Lack of awareness among staff", "attitude"),
        ("observed", "قلة الوعي لدى العاملين", "attitude"),
        ("owner", "everyone in the company", "missing-nobody"),
        ("owner", "nobody yet", "missing-nobody"),
        ("owner", "All our site managers", "missing-nobody"),
        ("owner", "Head of health and safety", "met"),
        ("owner", "Fatima Al Ali, finance director", "met"),
        ("owner", "Operations director, finance director", "several"),
        ("owner", "Operations director / finance director", "several"),
        ("owner", "مدير العمليات ومدير الجودة", "several"),
        ("owner", "not the quality manager but the plant manager", "met"),
        ("date", "first Sunday of March", "met"),
        ("date", "end of Q2 2027", "met"),
        ("date", "June", "met"),
        ("date", "قبل نهاية حزيران", "met"),
        ("date", "30 February 2027", "impossible"),
        ("date", "30 فبراير", "impossible"),
        ("date", "as needed", "missing-open"),
        ("date", "عند الحاجة", "missing-open"),
        ("deed", "Please pay more attention to the customer", "reminders"),
        ("deed", "none", "nothing"),
        ("figures", "high since 3 March 2026", "no-number"),
        ("figures", "4000 % more since July", "impossible"),
        ("figures", "six complaints a month", "met"),
        ("means", "one planner, full time", "met"),
        ("means", "مفتشان", "met"),
        ("means", "ثلاثة مفتشين", "met"),
        ("means", "no extra money", "none"),
        ("effect", "fewer than 3 by 30 February", "impossible"),
        ("effect", "within two weeks, by June", "no-number"),
        ("people", "nobody", "nobody"),
        ("people", "no staff", "nobody"),
        ("people", "العمال والسائقون", "met"),
        ("pace", "on Mondays", "met"),
        ("pace", "كل وردية", "met"),
        ("observed", "It is not a lack of awareness: the part is not on the van", "met"),
        ("asked", "No signature: the supervisor asks what changes", "met"),
        ("plain", "A lift stays repaired", "met"),
        ("plain", "Quality", "thin"),
    ],
)
def test_a_field_is_read_for_what_it_should_hold(rule, words, reason):
    assert judge_field(rule, words).reason == reason


@pytest.mark.parametrize(
    ("rule", "words", "reason"),
    [
        ("deed", NOTHING_DECIDED, "denied"),
        ("deed", "We will not hire two planners this year", "denied"),
        ("deed", "I hardly change anything in this plan", "denied"),
        ("deed", "We fail to hire the planners again", "denied"),
        ("deed", "We seldom stop the line for that", "denied"),
        ("deed", "I do not think that we should stop the bonus", "denied"),
        ("deed", "Nothing will be changed this year", "denied"),
        ("deed", "We will buy nothing and hire no one", "denied"),
        ("deed", "لن نوقف شيئاً ولن نشتري شيئاً ولن نعيّن أحداً", "denied"),
        ("deed", "نادراً ما نغير شيئاً في الخطة", "denied"),
        ("deed", "فشلنا في تعيين المخططين هذه السنة", "denied"),
        ("evidence", NOTHING_DONE, "denied"),
        ("evidence", "I have never stopped a shipment in 2026", "denied"),
        ("evidence", "We hardly ever refused an order in 2026", "denied"),
        ("evidence", "I failed to stop the shipment of 3 March 2026", "denied"),
        ("evidence", "In March 2026 nothing was stopped or paid", "denied"),
        ("evidence", "Not a single shipment was stopped in 2026", "denied"),
        ("evidence", "We didn't stop the line, we slowed it on 3 March 2026", "no-decision"),
        ("evidence", "لم نوقف شيئاً في 2026", "denied"),
        ("date", "Not by 30 June 2027", "denied"),
        ("date", "We will not finish by 30 June 2027", "denied"),
        ("date", "ليس قبل 30 يونيو 2027", "denied"),
        ("pace", "not every month", "no-pace"),
    ],
)  # fmt: skip
def test_what_is_denied_is_not_done(rule, words, reason):
    assert judge_field(rule, words).reason == reason
    assert judge_field(rule, words).state != "met"


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("deed", "we no longer pay the bonus"),
        ("deed", "We are not giving the bonus any more"),
        ("deed", "nobody may ship without a second signature"),
        ("deed", "No one may close a claim alone"),
        ("deed", "We do not release a villa until the consultant has signed"),
        ("deed", "I will not cut the training budget even if sales fall"),
        ("deed", "We do not hire agency inspectors any more"),
        ("deed", "Not only hire two planners but also stop the discount"),
        ("deed", "I refuse every order below three days"),
        ("deed", "Train the team and stop the second sign-off"),
        ("deed", "Two planners start on Monday with their own budget"),
        ("deed", "We buys new pallet scale for dock two"),
        ("deed", "لم نعد ندفع المكافأة من مارس"),
        ("deed", "لا نسلّم أي فيلا قبل توقيع الاستشاري"),
        ("deed", "لا يجوز لأحد أن يشحن دون توقيع ثان"),
        ("evidence", "We no longer pay the bonus since 3 March 2026"),
        ("evidence", "I did not sign the release on 3 March 2026 because two tests failed"),
        ("evidence", "I refuse orders below three days since March 2026"),
        ("evidence", "We stopped the line on 3 March 2026 and nothing was lost"),
        ("evidence", "لم نعد ندفع المكافأة منذ 3 مارس 2026"),
        ("date", "no later than 30 June 2027"),
        ("date", "not after 30 June 2027"),
        ("date", "without delay, by 30 June 2027"),
        ("date", "Not by 30 June but by 30 September 2027"),
        ("date", "في موعد لا يتجاوز 30 يونيو 2027"),
        ("effect", "no more than 3 a week from June 2027"),
    ],
)
def test_a_denial_that_forbids_or_limits_is_a_decision(rule, words):
    assert judge_field(rule, words).reason == "met"


def test_what_would_be_done_is_no_evidence():
    said = judge_field("evidence", "If the board agreed I would stop the bonus in March 2026")
    assert said.points < rulebook("fields").criterion("evidence").max_points


@pytest.mark.parametrize("rule", FIELDS)
@pytest.mark.parametrize("nothing", ["", "  \n", "—"])
def test_nothing_written_is_missing_under_every_rule(rule, nothing):
    said = judge_field(rule, nothing)
    assert (said.state, said.reason) == ("missing", "missing")


@pytest.mark.parametrize("tool", TOOLS)
def test_each_tools_rules_exist_and_its_lesson_too(tool):
    made = load_tool(tool)
    assert {field.rule for field in made.fields} <= {*FIELDS, ""}
    assert made.lesson in load_modules()
    names = [field.key for field in made.fields]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_reason_has_its_words(language):
    say = wording(language)
    asked = {
        f"rule.{rule.key}.{reason}"
        for rule in rulebook("fields").criteria
        for reason in {"missing", *rule.states}
    }
    assert {entry for entry in asked if not say.has(entry)} == set()


@pytest.mark.parametrize("book", FIELD_BOOKS)
def test_a_reason_says_its_state_by_its_name(book):
    for rule in rulebook(book).criteria:
        for one in (*rule.levels, *rule.common_errors):
            assert (one.state == "met") == (one.reason in ("met", "guarded"))


def test_a_record_is_complete_only_with_every_judged_field():
    tool = load_tool("resource-decision")
    record = {field.key: "We stop 3 visits by 1 March 2027 in Dubai" for field in tool.fields}
    record["owner"] = "Operations director"
    assert complete(review_record(tool, record, "2015"))
    record["unknown"] = ""
    assert not complete(review_record(tool, record, "2015"))
    assert review_record(tool, {"owner": " "}, "2015") == ()


def test_findings_carry_the_clause_of_the_edition_held():
    found = review_record(load_tool("barriers"), {"barrier": "x"}, "2026")
    assert {ref.edition for finding in found for ref in finding.clauses} == {"2026"}
