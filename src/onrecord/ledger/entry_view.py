"""The hand that reads, where it reads who is at odds with whom, what parties want, which words outlets choose."""

from collections.abc import Iterator

from onrecord.ledger.actor_view import ActorView
from onrecord.ledger.entry_rows import label_row, position_row, relation_row
from onrecord.ledger.filters import LabelFilter, PositionFilter, RelationFilter
from onrecord.model.entry_rows import LabelRow, PositionRow, RelationRow


class EntryView(ActorView):
    """Answers questions about relations, positions and labels, in the order of their ids."""

    def relations(self, which: RelationFilter = RelationFilter()) -> Iterator[RelationRow]:  # noqa: B008 (frozen)
        """The relations, negated ones too unless the filter says otherwise; from one snapshot of the ledger."""
        return map(relation_row, self._listed("relations", self._meant(which)))

    def positions(self, which: PositionFilter = PositionFilter()) -> Iterator[PositionRow]:  # noqa: B008 (frozen)
        """The positions, negated ones too unless the filter says otherwise; from one snapshot of the ledger."""
        return map(position_row, self._listed("positions", self._meant(which)))

    def labels(self, which: LabelFilter = LabelFilter()) -> Iterator[LabelRow]:  # noqa: B008 (frozen)
        """The labels, one row each, from one snapshot of the ledger."""
        return map(label_row, self._listed("labels", self._meant(which)))

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
