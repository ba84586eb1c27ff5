"""What a benchmark tells: a comparison with its target, a remark, or why nothing was measured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from tests.bench.run import Run


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A measured value and the most it may be."""

    what: str
    measured: str
    yardstick: str
    value: float
    target: float
    unit: str = ""

    @property
    def is_met(self) -> bool:
        """Tell whether the target is reached."""
        return self.value <= self.target

    def __str__(self) -> str:
        verdict = "The target is met." if self.is_met else "The target is NOT met."
        return (
            f"  {self.what}: {self.measured}\n"
            f"    against {self.yardstick}\n"
            f"    {self.value:.2f}{self.unit}, at most {self.target:g}{self.unit}. {verdict}"
        )


@dataclass(frozen=True, slots=True)
class Remark:
    """Something worth knowing that has no target."""

    text: str

    def __str__(self) -> str:
        return f"  {self.text}"


Told = Row | Remark


def compared(what: str, yardstick: str, pairs: Sequence[tuple[Run, ...]], *, target: float) -> Row:
    """Return the median of the pairwise ratios of what is measured (first) to the yardstick (second)."""
    ratios = sorted(ours.seconds / theirs.seconds for ours, theirs in pairs)
    spread = f"pairs {ratios[0]:.2f} to {ratios[-1]:.2f}" if len(ratios) > 1 else "one pair"
    seconds, cpu = median(ours.seconds for ours, _ in pairs), median(ours.cpu for ours, _ in pairs)
    return Row(
        what=what,
        measured=f"{seconds:.2f} s, {cpu:.2f} s of processor",
        yardstick=f"{yardstick}: {median(theirs.seconds for _, theirs in pairs):.2f} s ({spread})",
        value=median(ratios),
        target=target,
    )
