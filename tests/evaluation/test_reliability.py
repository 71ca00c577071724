"""The page on confidence shows what was measured, and of the thresholds that are shipped."""

import os
import xml.etree.ElementTree as ET

from evaluation import reliability
from evaluation.scoring.calibration import Judged
from onrecord.analyse.linker_confidence import scales


def test_the_page_and_the_diagram_are_made_from_the_figures() -> None:
    if os.environ.get("ONRECORD_REGENERATE"):
        reliability.main([])
    figures, page = reliability.read(), reliability.PAGE.read_text(encoding="utf-8")
    assert reliability.filled(page, figures) == page
    assert reliability.band_table(figures) in page
    assert reliability.DIAGRAM.read_text(encoding="utf-8") == reliability.diagram(figures)


def test_the_bands_of_the_page_begin_where_the_shipped_ones_do() -> None:
    edges = reliability.read()["edges"]
    assert edges == {"likely": scales().likely, "certain": scales().certain}, (
        "measure again: python -m evaluation.reliability"
    )


def test_the_diagram_is_well_formed_and_has_a_mark_for_every_bin_and_key() -> None:
    tree = ET.fromstring(reliability.diagram(reliability.read()))
    marks = [one for one in tree.iter() if one.tag.endswith(("circle", "rect"))]
    assert len(marks) == 2 * (10 + 1)


def test_coverage_takes_the_surest_first() -> None:
    judged = [Judged(0.1 * number, float(number > 5)) for number in range(1, 11)]
    rows = reliability.coverage(judged, 20.0)
    assert rows[0] == [10, 1.0, 100.0, 5.0]
    assert rows[-1][2:] == [50.0, 25.0]
