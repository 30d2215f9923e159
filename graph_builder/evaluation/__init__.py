"""Tables and gold go in, figures come out: scores, the trust that each rule deserves, and rows that their quotes do not bear out."""

from graph_builder.evaluation.calibration import Trust, as_csv, calibrate, together, trust
from graph_builder.evaluation.quotes import Support, support
from graph_builder.evaluation.report import findings, table
from graph_builder.evaluation.samples import Share, instructions, method, sheet
from graph_builder.evaluation.samples import read as ticked
from graph_builder.evaluation.scoring import Scores, score
from graph_builder.evaluation.tally import Tally

__all__ = [
    "Scores",
    "Share",
    "Support",
    "Tally",
    "Trust",
    "as_csv",
    "calibrate",
    "findings",
    "instructions",
    "method",
    "score",
    "sheet",
    "support",
    "table",
    "ticked",
    "together",
    "trust",
]
