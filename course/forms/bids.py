"""Requests that compete for one budget: each is funded, or refused with a reason."""

from course.content import Group
from course.content.amounts import number
from course.forms.html import escape
from course.forms.rule_tool import RuleTool
from course.forms.tool_review import titled
from course.judging import Verdict

FUND, REFUSE = "fund", "refuse"


class Bids(RuleTool):
    """The sum of what is funded stands beside the votes; below, what each refusal leaves."""

    @property
    def requests(self) -> list[Group]:
        return [group for group in self.tool.groups if group.cost]

    def votes(self, record: dict[str, str]) -> dict[str, str]:
        """How each request was voted on; nothing where it was not yet."""
        return {group.key: record.get(group.fields[0].key, "") for group in self.requests}

    def funded(self, record: dict[str, str]) -> int:
        votes = self.votes(record)
        return sum(group.cost for group in self.requests if votes[group.key] == FUND)

    def found(self, record: dict[str, str]) -> tuple[Verdict, ...]:
        """A reason is asked of a refusal, and read wherever one is written."""
        votes = self.votes(record)
        idle = {
            group.fields[1].key
            for group in self.requests
            if votes[group.key] != REFUSE and not record.get(group.fields[1].key, "").strip()
        }
        return tuple(one for one in super().found(record) if one.key not in idle)

    def review(self, record: dict[str, str]) -> str:
        return self._sum(record) + super().review(record)

    def _sum(self, record: dict[str, str]) -> str:
        """How far the budget goes, and how many votes are still open."""
        votes, funded, say = self.votes(record), self.funded(record), self.say
        if not any(votes.values()):
            return ""
        left = self.tool.budget - funded
        sums = {"funded": number(funded, 0), "budget": number(self.tool.budget, 0)}
        told = (
            say("bids.over", over=number(-left, 0), **sums)
            if left < 0
            else say("bids.stands", left=number(left, 0), **sums)
        )
        waiting = sum(not vote for vote in votes.values())
        still = f"<p>{escape(say('bids.open', count=waiting))}</p>" if waiting else ""
        return f"<p><b>{escape(told)}</b></p>{still}"

    def overview(self) -> str:
        votes, left = self.votes(self.record), self.tool.budget - self.funded(self.record)
        refused = [group for group in self.requests if votes[group.key] == REFUSE]
        body = "".join(self._lost(group, left) for group in refused)
        return titled(self.say("bids.lost"), f"<ul>{body}</ul>" if body else "")

    def _lost(self, group: Group, left: int) -> str:
        words = group.lost[self.language] if group.lost else ""
        room = f" <b>{escape(self.say('bids.room'))}</b>" if group.cost <= left else ""
        return f"<li><b>{escape(group.heading[self.language])}</b><br>{escape(words)}{room}</li>"

    def finished(self) -> bool:
        record = self.record
        voted = all(self.votes(record).values())
        return voted and self.funded(record) <= self.tool.budget and super().finished()
