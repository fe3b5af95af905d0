"""What `quotes show` prints of one quote."""

from __future__ import annotations

import pytest

from quotecli.show.detail import percent
from quotecli.show.wording import DOUBTFUL


@pytest.mark.parametrize(
    ("share", "printed"), [(0.0, 0), (0.29, 29), (0.896, 89), (0.8999, 89), (0.9, 90), (0.976, 97), (1.0, 100)]
)
def test_a_doubtful_speaker_never_reads_as_sure(share: float, printed: int) -> None:
    assert percent(share) == printed
    assert (percent(share) >= 100 * DOUBTFUL) == (share >= DOUBTFUL)
