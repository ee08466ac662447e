"""The supervisor's test: sentences one can read aloud, plain words, and a job it changes."""

import re

from course.content.clauses import Edition
from course.judging.finding import Finding
from course.judging.policy_documented import document_line
from course.judging.policy_draft import Draft, Unit
from course.judging.policy_evidence import own_sentences
from course.judging.policy_reasons import finding
from course.judging.policy_sentence import is_sentence
from course.judging.policy_terms import Terms
from course.reading.text import Span

LONGEST = 30  # words a sentence may have before a listener loses its start
MOST_SENTENCES = 8  # what the lesson asks for; a shift remembers fewer
LONG_WORD = 10  # letters from which a word counts as long
_JUDGED = 12  # Latin words before their length says anything; Arabic words are not measured
LONG_SHARE = 0.22  # of all words; a plain notice has 0.05 to 0.15, a clause recited 0.25 and more

_JARGON = Terms(
    r"""
    synerg\w+|stakeholders? value|value[- ]add(?:ed|ing)?|leverag\w+|holistic(?:ally)?
    |paradigm\w*|cutting[- ]edge|state[- ]of[- ]the[- ]art|seamless(?:ly)?|robust
    |proactive(?:ly)?|empower\w*|world of tomorrow|best practices?|core competenc\w+
    |mission[- ]critical|game[- ]chang\w+|turnkey solutions?|end[- ]to[- ]end solutions?
    |customer[- ]centric(?:ity)?|strategic pillars?|optimi[sz]e[ds]?|utili[sz]\w+|facilitat\w+
    |ecosystem|transformational|operational excellence|deliverables|stakeholder engagement
    |total solutions?|thought leader\w*
    """,
    """
    تآزر|تمكين|قيمة مضافة|منظومة متكاملة|حلول متكاملة|أفضل ممارسات|استباقي|تعظيم|ركائز استراتيجي
    """,
)
_HEDGE = Terms(
    r"""
    (?:wherever|where|whenever|if|as far as) (?:it is )?(?:possible|practicable|feasible
    |practical)|endeavou?r\w*|tr(?:y|ies|ying) to|strive(?:s)? to|striving|aspires? to|hopes? to
    |aim(?:s)? to|seek(?:s)? to|best efforts?|budget (?:allows|permits)|when time allows
    |should circumstances
    """,
    """
    قدر (?:إمكان|مستطاع)|نسعى|تسعى|نطمح|نأمل|نحاول|حيثما أمكن|متى أمكن
    """,
)
_POLICY = Terms("polic(?:y|ies)", "سياس")
_ACTOR = Terms(
    r"""
    supervisors?|foremen|foreman|engineers?|inspectors?|drivers?|nurses?|technicians?|operators?
    |teachers?|principals?|receptionists?|i(?= (?:will |shall |must )?(?:\w+ly )?\w+)
    |team leaders?|managers?|crew(?:s)?|storekeepers?|pickers?|cooks?
    |chefs?|doctors?|sales(?:men|people| team)|everyone|anyone|every (?:\w+ )?(?:employee|person
    |shift|team|crew|site|line)|any (?:employee|worker|person|operator)|no one|nobody
    |duty manager|head of \w+|housekeep\w+|fitters?|buyers?|porters?|directors?|dispatchers?
    |cleaners?|planners?|pharmacists?
    """,
    """
    مشرف|مهندس|سائق|ممرض|فني|مشغل|معلم|مدير|موظف|عامل|كل من|أي موظف|مفتش|طاقم|فريق|حارس|أنا
    """,
)
_ACT = Terms(
    r"""
    (?:check|inspect|record|report|call|sign|ask|return|reject|measure|weigh|test|answer|log
    |correct|start|phone|repeat|confirm|fix|clos|releas|refus|rais|explain)(?:s|es|ed|e)?
    stop(?:s|ped)?|tell(?:s)?|told|hand(?:s|ed)? over|writ(?:es?|ten)|shows?|shown|says? no
    |holds?|puts? right|pays?|paid|ships?|verif(?:y|ies|ied)|reads?
    """,
    """
    يفحص|نفحص|يوقف|نوقف|يسجل|نسجل|يبلغ|يتصل|نتصل|يوقع|يسأل|يخبر|نخبر|يسلم|نسلم|يجيب|نجيب|يقيس
    |نقيس|يدون|ندون|يوثق|نوثق|يدفع|ندفع|يغلق|نغلق|يعالج|نعالج|يرفض|يصلح|نصلح|يتحقق|نتحقق|يرد|نرد|إيقاف|يشرح|يختبر|يفحصه|يكتب|نكتب
    """,
)


def review_plain(draft: Draft, edition: Edition) -> Finding:
    """Longest sentence and share of long words: the two a director can count on paper."""
    units = [unit for unit in draft.units if is_sentence(draft, unit)]
    if not units:
        return finding(draft, edition, "plain", "too-short")
    longest = max(units, key=lambda unit: _count(draft, unit))
    words = [w for unit in units for w in re.findall(r"[^\W\d_]+", draft.folded[slice(*unit[:2])])]
    latin = [w for w in words if w.isascii()]
    share = sum(len(w) >= LONG_WORD for w in latin) / len(latin) if latin else 0.0
    long, heavy = _count(draft, longest) > LONGEST, len(latin) >= _JUDGED and share > LONG_SHARE
    well = "met" if len(latin) >= _JUDGED else "met-length"
    reason = (
        "both" if long and heavy else "long-sentences" if long else "long-words" if heavy else well
    )
    facts = {
        "longest": f"{_count(draft, longest):,}",
        "limit": str(LONGEST),
        "share": str(round(100 * share)),
        "letters": str(LONG_WORD),
        "words": draft.words(longest[:2], 60),
    }
    return finding(draft, edition, "plain", reason, [longest[:2]] if long else [], **facts)


def review_length(draft: Draft, edition: Edition) -> Finding:
    """How many sentences; the line with version and date is no part of them."""
    said = [u for u in draft.units if is_sentence(draft, u) and not document_line(draft, u)]
    reason = "long" if len(said) > MOST_SENTENCES else "met"
    facts = {"count": f"{len(said):,}", "limit": str(MOST_SENTENCES)}
    return finding(draft, edition, "length", reason, [], **facts)


def review_jargon(draft: Draft, edition: Edition) -> Finding:
    return _any(draft, edition, "jargon", "jargon", _JARGON)


def review_hedge(draft: Draft, edition: Edition) -> Finding:
    return _any(draft, edition, "hedge", "hedged", _HEDGE)


def review_job(draft: Draft, edition: Edition) -> Finding:
    """Does some sentence say who does what: "the shift supervisor stops the line when ..."?"""
    acts: list[Span] = []
    for unit in _of_the_work(draft):
        found = draft.find(_ACT, unit[:2])
        spans = _someone_acts(draft, draft.find(_ACTOR, unit[:2]), found)
        if spans:
            words = draft.words((spans[0][0], spans[1][1]))
            return finding(draft, edition, "job", "met", spans, words=words)
        acts += found
    if acts:
        return finding(draft, edition, "job", "no-actor", acts[:1], words=draft.words(acts[0]))
    return finding(draft, edition, "job", "missing")


def _someone_acts(draft: Draft, actors: list[Span], acts: list[Span]) -> list[Span]:
    """An actor and what he does; the Arabic verb in the third person comes before him."""
    for actor in actors:
        after = [act for act in acts if act[0] >= actor[1]]
        if after:
            return [actor, *after[:2]]
        for act in acts:
            verb = draft.folded[slice(*act)].lstrip("وفس")
            if verb.startswith("ي") and draft.folded[act[1] : actor[0]] == " ":
                return [act, actor]
    return []


def _of_the_work(draft: Draft) -> list[Unit]:
    """Sentences about the job; who explains the policy is another matter (5.2.2)."""
    own = set(own_sentences(draft))
    acted = [u for u in draft.units if u in own or draft.find(_ACTOR, u[:2])]
    return [u for u in acted if not draft.find(_POLICY, u[:2])]


def _any(draft: Draft, edition: Edition, key: str, reason: str, terms: Terms) -> Finding:
    spans = draft.find(terms)
    if not spans:
        return finding(draft, edition, key, "met")
    return finding(draft, edition, key, reason, spans, words=draft.words(spans[0]))


def _count(draft: Draft, unit: Unit) -> int:
    return len(draft.folded[unit.start : unit.end].split())
