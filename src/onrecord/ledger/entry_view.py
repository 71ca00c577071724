"""The hand that reads, where it reads entries that are no statements: mentions, figures, times, relations …"""

from collections.abc import Iterator

from onrecord.ledger.actor_view import ActorView
from onrecord.ledger.entry_rows import figure_row, label_row, mention_row, position_row, relation_row, time_row
from onrecord.ledger.filters import FigureFilter, LabelFilter, MentionFilter, PositionFilter, RelationFilter, TimeFilter
from onrecord.model.entry_rows import FigureRow, LabelRow, MentionRow, PositionRow, RelationRow, TimeRow


class EntryView(ActorView):
    """Answers questions about entries that are no statements, in the order of their ids."""

    def mentions(self, which: MentionFilter = MentionFilter()) -> Iterator[MentionRow]:  # noqa: B008 (frozen)
        """The mentions of actors, one row each, from one snapshot of the ledger."""
        return map(mention_row, self._listed("mentions", self._meant(which)))

    def figures(self, which: FigureFilter = FigureFilter()) -> Iterator[FigureRow]:  # noqa: B008 (frozen)
        """The figures, implied ones and ordinals too unless the filter says otherwise; from one snapshot."""
        return map(figure_row, self._listed("figures", which))

    def times(self, which: TimeFilter = TimeFilter()) -> Iterator[TimeRow]:  # noqa: B008 (frozen)
        """The time expressions, one row each, from one snapshot of the ledger."""
        return map(time_row, self._listed("times", which))

    def relations(self, which: RelationFilter = RelationFilter()) -> Iterator[RelationRow]:  # noqa: B008 (frozen)
        """The relations, negated ones too unless the filter says otherwise; from one snapshot of the ledger."""
        return map(relation_row, self._listed("relations", self._meant(which)))

    def positions(self, which: PositionFilter = PositionFilter()) -> Iterator[PositionRow]:  # noqa: B008 (frozen)
        """The positions, negated ones too unless the filter says otherwise; from one snapshot of the ledger."""
        return map(position_row, self._listed("positions", self._meant(which)))

    def labels(self, which: LabelFilter = LabelFilter()) -> Iterator[LabelRow]:  # noqa: B008 (frozen)
        """The labels, one row each, from one snapshot of the ledger."""
        return map(label_row, self._listed("labels", self._meant(which)))

    def mention(self, beginning: str) -> MentionRow:
        """The mention whose id begins so; ``NotFound`` where none does or several do."""
        entry = self.id_of("mention", beginning)
        return mention_row(self._found(self._listed("mentions", MentionFilter(id=entry)), f"entry {entry}"))

    def figure(self, beginning: str) -> FigureRow:
        """The figure whose id begins so; ``NotFound`` where none does or several do."""
        entry = self.id_of("figure", beginning)
        return figure_row(self._found(self._listed("figures", FigureFilter(id=entry)), f"entry {entry}"))

    def time(self, beginning: str) -> TimeRow:
        """The time expression whose id begins so; ``NotFound`` where none does or several do."""
        entry = self.id_of("time", beginning)
        return time_row(self._found(self._listed("times", TimeFilter(id=entry)), f"entry {entry}"))

    def relation(self, beginning: str) -> RelationRow:
        """The relation whose id begins so; ``NotFound`` where none does or several do."""
        entry = self.id_of("relation", beginning)
        return relation_row(self._found(self._listed("relations", RelationFilter(id=entry)), f"entry {entry}"))

    def position(self, beginning: str) -> PositionRow:
        """The position whose id begins so; ``NotFound`` where none does or several do."""
        entry = self.id_of("position", beginning)
        return position_row(self._found(self._listed("positions", PositionFilter(id=entry)), f"entry {entry}"))

    def label(self, beginning: str) -> LabelRow:
        """The label whose id begins so; ``NotFound`` where none does or several do."""
        entry = self.id_of("label", beginning)
        return label_row(self._found(self._listed("labels", LabelFilter(id=entry)), f"entry {entry}"))
