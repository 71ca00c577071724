"""From chained mentions to findings: spans, forms, kinds, and for each link how sure it is and why."""

from onrecord.analyse.chained import Chained
from onrecord.analyse.entities import Entity
from onrecord.analyse.speakers import name_span
from onrecord.model.mention import Mention, mention_id
from onrecord.model.report import Report
from onrecord.model.terms import Band, Form

LIKELY = 0.6


def findings(report: Report, label: str, made: Chained) -> tuple[Mention, ...]:
    """Every mention of a report, in the order of the text; of two at one place the first is kept."""
    unique: dict[str, Mention] = {}
    for number in range(len(made.seen)):
        if number in made.entity and _counts(made, number):
            one = _finding(report, label, made, number)
            unique.setdefault(one.id, one)
    return tuple(unique.values())


def _counts(made: Chained, number: int) -> bool:
    """Whether a mention is one of an actor: a thing or document where it is cited, ``which`` where its noun is one."""
    entity = made.entity[number]
    if not (entity.written or entity.thing) and made.links[number].rule != "relative-unknown":
        return True
    return any(member in made.sources for member in entity.members)


def _finding(report: Report, label: str, made: Chained, number: int) -> Mention:
    one, entity, link = made.seen[number], made.entity[number], made.links[number]
    name = name_span(made, entity)
    return Mention(
        report=report.id,
        span=one.span,
        head=one.head,
        form=one.form,
        chain=mention_id(report.id, made.seen[entity.members[0]].span),
        zone=one.zone,
        confidence=round(link.confidence, 2),
        band=Band.LIKELY if link.confidence >= LIKELY else Band.UNSURE,
        reason=link.reason,
        rule=link.rule,
        analyser=label,
        type=entity.type,
        name=name.cut(report.text) if name else None,
        name_span=name,
        title=one.titles,
        evidence=tuple(sorted(set(link.evidence) - {one.span})),
        gender=entity.gender,
        number=one.number or entity.number,
        quoted=one.quotation is not None,
        features=_features(report, made, number, entity),
    )


def _features(report: Report, made: Chained, number: int, entity: Entity) -> tuple[tuple[str, str], ...]:
    one = made.seen[number]
    features = {"role": one.role, "head": one.noun}
    if one.form is Form.NOMINAL:
        features["definite"] = "yes" if one.definite else "no"
    if one.offices:
        features["offices"] = " ".join(sorted(one.offices))
    if one.sides:
        features["sides"] = " ".join(sorted(one.sides))
    if one.owner is not None and (owner := made.at(one.owner)) is not None and owner in made.entity:
        features["owner"] = mention_id(report.id, made.seen[made.entity[owner].members[0]].span)
    if entity.written:
        features["written"] = "yes"
    if entity.grounds:
        features["type"] = entity.grounds
    for key, value in entity.features.items():
        features[key] = value
    if "side-of" in features:
        of = made.entity[int(features["side-of"])]
        features["side-of"] = mention_id(report.id, made.seen[of.members[0]].span)
    return tuple(sorted(features.items()))
