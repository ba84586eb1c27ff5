"""What the browser tests do where there is no browser, or nothing to check accessibility with."""

from __future__ import annotations

import pytest

from tests.browser.conftest import EVERYTHING, do_without


def test_a_machine_without_a_browser_skips_the_tests_and_says_what_they_need(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(EVERYTHING, raising=False)

    with pytest.raises(pytest.skip.Exception, match="chromium"):
        do_without("the browser tests need chromium")


def test_where_every_test_is_to_run_nothing_is_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(EVERYTHING, "1")

    with pytest.raises(pytest.fail.Exception, match="chromium"):
        do_without("the browser tests need chromium")
