"""How claims fared in the evaluations of the products that are served."""

from datetime import date

from web.conftest import DECLARED

from os2governance.analysis.evaluation_pairs import ClaimRecord
from os2governance.web.claim_history import ClaimHistory
from os2governance.web.workspace import Workspace

EVALUATED = """\
format: os2governance/evaluation/1
product: eksempel
model: os2/1.1.0
evaluated: {on: 2026-04-20, by: OS2-sekretariatet}
lights:
  R1: {light: partly, grounds: "Ikke vist."}
"""


def test_claims_are_counted_over_all_products_and_again_when_one_is_evaluated(tmp_path):
    for name in ("et", "to", "uden"):
        (tmp_path / name / "evaluations").mkdir(parents=True)
        (tmp_path / name / "product.yaml").write_text(DECLARED.replace("eksempel", name))
    history = ClaimHistory(
        Workspace(folder=tmp_path, criteria=(), today=lambda: date(2026, 5, 1), language="da")
    )
    counted = [history.find_records("os2/1.1.0")]
    for name in ("et", "to"):
        file = tmp_path / name / "evaluations" / "2026-04-20.yaml"
        file.write_text(EVALUATED.replace("eksempel", name))
        counted.append(history.find_records("os2/1.1.0"))

    assert counted == [{}, {"R1": ClaimRecord(1, 1)}, {"R1": ClaimRecord(2, 2)}]
    assert history.find_records("os2/0") == {}


def test_a_file_that_cannot_be_read_takes_no_other_with_it(tmp_path):
    for name, text in (("godt", DECLARED.replace("eksempel", "godt")), ("skidt", "name: [")):
        (tmp_path / name / "evaluations").mkdir(parents=True)
        (tmp_path / name / "product.yaml").write_text(text)
        file = tmp_path / name / "evaluations" / "2026-04-20.yaml"
        file.write_text(EVALUATED.replace("eksempel", name))
    history = ClaimHistory(
        Workspace(folder=tmp_path, criteria=(), today=lambda: date(2026, 5, 1), language="da")
    )

    assert history.find_records("os2/1.1.0") == {"R1": ClaimRecord(1, 1)}
