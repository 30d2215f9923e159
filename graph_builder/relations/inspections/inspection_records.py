"""Tellings of one paper are gathered: the same inspection told several times in different words is one, others stay apart."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Final

from graph_builder.language.dates import Found
from graph_builder.language.passages import Passage
from graph_builder.relations.inspections.establishments import names
from graph_builder.relations.inspections.inspection_alike import is_of_an_inspectorate, key_of, names_one, of_other_services, one_family
from graph_builder.relations.inspections.inspection_judgements import Judgement
from graph_builder.relations.inspections.inspection_targets import Target
from graph_builder.relations.inspections.inspection_told import Inspection, Told
from graph_builder.relations.inspections.inspection_words import Words, grade_patterns, inspects
from graph_builder.relations.inspections.telling_dates import agree
from graph_builder.relations.inspections.tellings import Telling, is_report

_NEAR_SENTENCES: Final = 10
"""How many sentences later "the inspection" still means the one that was named."""
_FOLLOWING: Final = frozenset(
    "monitoring focused revisit inspection ilacs send conversation direction notice grading visit assessment finding".split(),
)
_GONE_BY: Final = 8
"""How many sentences later an inspection without a name is still by the inspectors that the item named, where it named several."""
_LEADS_TO_GRADES: Final = re.compile(r"\b(?:judg|grad|rat|assess)(?:ed|e|ing|ings|ment|ments)\b", re.IGNORECASE)
_ROW: Final = re.compile(r"(?P<what>[A-Z][\w ,/&'()-]{3,160}?)\s*[-\u2013:]\s*['\"]?(?P<grade>[\w ]{4,30}?)['\"]?[.;]?\s*")
_GENERAL: Final = frozenset(("visit", "report"))
_SPECIFIC: Final = frozenset(("monitoring", "focused", "revisit", "ilacs", "send", "jtai"))
_NOT_NAMING: Final = frozenset(("review", "direction", "audit"))


class Record:
    """The inspections of one paper, while it is read from its beginning to its end."""

    def __init__(self, meeting: date | None) -> None:
        self.meeting = meeting
        self.inspections: list[Inspection] = []
        self.series: Told | None = None
        self.open: list[Told] = []
        self.focus: Inspection | None = None
        self.age = self.order = 0
        self.item = ""
        self.listed = -1
        self.passed: tuple[int, Told] | None = None
        self.named: dict[str, list[tuple[int, Told]]] = {}
        self.shared: set[str] = set()
        self.only: dict[str, tuple[Passage, tuple[Words, ...]]] = {}

    def turn(self, item: str) -> None:
        """A new sentence begins, of an item by its key; of another item than before, nothing was named yet."""
        self.age += 1
        self.order += 1
        if item != self.item:
            self.focus = self.series = None
        self.item = item

    def add(self, told: Told) -> None:
        """Take a telling: to the inspection that it is of, or as a new one, or not at all where it is not clear."""
        if told.telling.series:
            self.series = told if told.telling.inspectors and told.telling.happened else self.series
            return
        if told.target.how == "foreign":
            self.focus = None if told.telling.tells else self.focus
            return
        self._take(self._of_whom_before(self._of_the_same(told)))

    def _take(self, told: Told) -> None:
        if told.telling.inspectors and told.telling.kind.family not in _NOT_NAMING:
            self.named.setdefault(self.item, []).append((self.order, told))
        found = self._of_report(told) or self._find(told)
        if found is None and self._is_new(told):
            found = Inspection()
            self.inspections.append(found)
            if (source := self._called(told)) is not None:
                found.take(source)
        if found is None and told.telling.when and self.focus is not None and not self._fits(self.focus, told):
            self.focus = None  # of another inspection than the one before, of which no more is known
        if found is not None:
            self._join(found, told)
        elif told.telling.when and told.telling.happened and not told.telling.inspectors:
            self.open.append(told)
        elif told.telling.judgements and not told.telling.inspectors and self.age == 0 and told.target.how != "named":
            self.judge(told.sentence, told.telling.judgements)  # "a full inspection took place, and the inspection judgement was"
        elif told.telling.happened and told.about is not None and not told.telling.inspectors:
            self.passed = (self.order, told)

    def _of_report(self, told: Told) -> Inspection | None:
        """The inspection without inspectors of the sentence before, where "the report" names them: it begins to be known."""
        order, before = self.passed or (0, None)
        if before is None or not is_report(told.telling) or not (told.telling.inspectors and told.telling.published) or self.order - order != 1:
            return None
        found = Inspection()
        found.take(replace(before, telling=replace(before.telling, inspectors=told.telling.inspectors), who_in=told.sentence))
        self.inspections.append(found)
        return found

    def _of_the_same(self, told: Told) -> Told:
        """A dated telling of another inspection that names nobody: it is by those who made the one that its item named before."""
        telling, focus = told.telling, self.focus
        unknown = telling.judgements and telling.kind.family == "inspection" and not any(self._fits(one, told) for one in self.inspections)
        sure = telling.happened and (telling.when or telling.kind.own or unknown)
        if telling.inspectors or not sure or telling.kind.family not in _FOLLOWING or not is_of_an_inspectorate(told):
            return told
        if focus is not None and self.age <= _NEAR_SENTENCES and self._fits(focus, told):
            return told
        source = self._namer()
        if source is None and self.item in self.only and (told.target.how != "named" or self._inspects_such(self.only[self.item][1], told.target)):
            sentence, group = self.only[self.item]
            able = tuple(one for one in group if inspects(one.text, telling.kind.family))
            return replace(told, telling=replace(telling, inspectors=able), who_in=sentence) if able else told
        if told.target.how == "named" and not (source and self._can_be_by(source, told.target)):
            return told
        who = tuple(one for one in source.telling.inspectors if inspects(one.text, telling.kind.family)) if source else ()
        return replace(told, telling=replace(telling, inspectors=who), who_in=source.sentence) if source and who else told

    def _can_be_by(self, source: Told, target: Target) -> bool:
        """Whether those who inspected before can have inspected what a telling names."""
        return self._is_named_with(source, target) or self._inspects_such(source.telling.inspectors, target)

    def _inspects_such(self, group: tuple[Words, ...], target: Target) -> bool:
        """Whether the only inspectors that an item names inspect such a home or school as a telling was of."""
        alone = self.item in self.only and self.item not in self.shared
        by = {who for one in names(target.words.text) for who in one.by} if target.words else set()
        return alone and all(one.text in by for one in group)

    def _is_named_with(self, source: Told, target: Target) -> bool:
        """Whether the item names whom a telling was of together with the inspectors, in any of the sentences that do."""
        words, group = target.words, {i.text for i in source.telling.inspectors}
        named = (one for _, one in self.named.get(self.item, ()) if {i.text for i in one.telling.inspectors} == group)
        return any(words and words.text in one.sentence.text for one in named)

    def _of_whom_before(self, told: Told) -> Told:
        """A telling of "the inspection" that says nothing of whom: of the trust or service whose inspection the item named before, if one alone."""
        if told.target.how != "open" or not told.telling.back:
            return told
        named = [one for order, one in self.named.get(self.item, ()) if self.order - order <= _GONE_BY]
        whom = {one.target.words.text.casefold(): one for one in named if one.target.how == "named" and one.target.words}
        if len(whom) != 1 or any(one.target.how == "own" for one in named):
            return told
        [before] = whom.values()
        same = not told.telling.inspectors or {i.text for i in told.telling.inspectors} == {i.text for i in before.telling.inspectors}
        return replace(told, target=before.target._replace(passage=before.target.passage or before.sentence)) if same else told

    def _called(self, told: Told) -> Told | None:
        """What the item calls the visit or the report that a telling means by a general word: "the visit" of "the seventh monitoring visit"."""
        telling, source = told.telling, self._namer()
        if source is None or telling.kind.family not in _GENERAL or not (telling.back or is_report(telling)):
            return None
        before = next((one for order, one in reversed(self.named.get(self.item, [])) if one is not told and order >= self.order - 3), None)
        fits = before and before.telling.kind.family in _SPECIFIC and not before.telling.tells and {i.text for i in before.telling.inspectors}
        return before if fits and fits == {i.text for i in telling.inspectors} and not any(before in one.told for one in self.inspections) else None

    def _namer(self) -> Told | None:
        """The last telling of the item that names inspectors; where it named several, only those that stand near, if they are the same."""
        named = [(order, one) for order, one in self.named.get(self.item, ()) if not (one.named_in or one.who_in)]
        several = len({frozenset(i.text for i in one.telling.inspectors) for _, one in named}) > 1
        near = [one for order, one in named if not several or self.order - order <= _GONE_BY]
        return near[-1] if len({frozenset(i.text for i in one.telling.inspectors) for one in near}) == 1 else None

    def settle(self) -> None:
        """At the end, take the dated tellings that name no inspector to the one inspection whose time they give."""
        for told in self.open:
            fitting = [one for one in self.inspections if self._fits(one, told) and self._dated(one, told)]
            if len(fitting) == 1:
                fitting[0].take(told)

    def _join(self, found: Inspection, told: Told) -> None:
        if not told.telling.aside:
            self.focus, self.age = found, 0
        if told.telling.tells or not found.told or (told.about and told.telling.back):
            found.take(told)

    def lists(self, text: str) -> None:
        """Note that a sentence leads to a list of grades: "The force was judged as follows:"."""
        if text.rstrip().endswith(":") and _LEADS_TO_GRADES.search(text):
            self.listed = self.order

    def row(self, sentence: Passage) -> bool:
        """Take a row of such a list, "Effectiveness - requires improvement"; whether it is one."""
        match = _ROW.fullmatch(sentence.text) if self.focus is not None and self.listed == self.order - 1 else None
        grade = next((name for name, p in grade_patterns().items() if match and p.fullmatch(match["grade"])), None)
        if grade is None or self.focus is None:
            return False
        self.listed = self.order
        self.focus.graded.append((sentence, Judgement(f"{grade} {sentence.text}", sentence.text.rstrip(" ;."), 0, len(sentence.text.rstrip(" ;.")))))
        return True

    @property
    def just_named(self) -> bool:
        """Whether the sentence before told the inspection of a school, home or force by its name."""
        return self.target is not None and self.target.how == "named" and self.age == 1

    @property
    def target(self) -> Target | None:
        """Whom the inspection was of that was told last."""
        told = self.focus.target if self.focus else None
        return told.target if told else None

    def judge(self, sentence: Passage, judgements: tuple[Judgement, ...]) -> None:
        """Take judgements from a sentence that names no inspection: they are of the one named last, where that is near."""
        if self.focus is not None and self.age <= _NEAR_SENTENCES:
            self.focus.graded.extend((sentence, judgement) for judgement in judgements)

    def _is_new(self, told: Told) -> bool:
        """Whether a telling says enough to make an inspection known."""
        telling = told.telling
        if not telling.happened or (is_report(telling) and not (telling.published or telling.judgements or (telling.when and telling.when.exact))):
            return False
        if not telling.inspectors:
            return telling.kind.own and bool(telling.when or telling.published)
        return telling.tells or telling.kind.own or names_one(told.target)

    def _find(self, told: Told) -> Inspection | None:
        fitting = [one for one in self.inspections if self._fits(one, told)]
        if self.focus in fitting and (len(fitting) > 1 or not told.telling.when):
            return self.focus if self.age <= _NEAR_SENTENCES or not told.telling.when else None
        if len(fitting) > 1:
            same = [one for one in fitting if one.family == told.telling.kind.family] or fitting
            exact = [one for one in same if one.inspectors == {i.text for i in told.telling.inspectors}] or same
            fitting = exact
        again = told.telling.back and self.focus in fitting and self.age <= _NEAR_SENTENCES
        known = len(fitting) == 1 and (told.telling.inspectors or told.telling.kind.own or again or self._dated(fitting[0], told))
        return fitting[0] if known else None

    def _dated(self, one: Inspection, told: Told) -> bool:
        """Whether both give a time, so that their agreement says something."""
        return bool(told.telling.when and (one.when or one.published))

    def _fits(self, one: Inspection, told: Told) -> bool:
        """Whether nothing speaks against a telling's being of an inspection."""
        telling = told.telling
        names = {i.text for i in telling.inspectors}
        if not one_family(one.family, telling.kind.family) or (names and one.inspectors and not (names <= one.inspectors or names >= one.inspectors)):
            return False
        if (told.target.words or telling.when) and key_of(told.target) and any(key_of(t.target) not in {"", key_of(told.target)} for t in one.told):
            return False
        return self._one_time(one, telling) and not of_other_services(one, told)

    def _one_time(self, one: Inspection, telling: Telling) -> bool:
        held = one.when.telling.when if one.when else None
        published = self._published(one.published.telling) if one.published else None
        again = self._published(telling)
        if published and again and not (published.earliest <= again.latest and again.earliest <= published.latest):
            return False
        if is_report(telling) and telling.when and published and telling.when.earliest.year == published.earliest.year:
            return True
        if held and telling.when and not (held.earliest <= telling.when.latest and telling.when.earliest <= held.latest):
            return False
        return agree(held, again) and agree(telling.when, published)

    def _published(self, telling: Telling) -> Found | None:
        if telling.published is None and telling.today and self.meeting:
            return Found(self.meeting, self.meeting, telling.today.start, telling.today.end, False)
        return telling.published
