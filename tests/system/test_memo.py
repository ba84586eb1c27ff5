"""What a process remembers of the last call."""

from __future__ import annotations

from ehport.system.memo import Memo


def test_the_same_arguments_are_not_computed_again_and_others_are():
    calls: list[tuple[object, str]] = []

    def noted(thing: object, word: str) -> int:
        calls.append((thing, word))
        return len(calls)

    memo, first, equal = Memo(), [1], [1]

    results = [
        memo.call(noted, first, "a"),
        memo.call(noted, first, "a"),
        memo.call(noted, first, "b"),
        memo.call(noted, equal, "b"),
        memo.call(noted, first, "a"),
    ]

    assert results == [1, 1, 2, 3, 4]


def test_two_functions_do_not_forget_for_each_other():
    calls: list[str] = []
    memo = Memo()
    one, two = (lambda name=name: calls.append(name) for name in ("one", "two"))

    for each in (one, two, one, two):
        memo.call(each)

    assert calls == ["one", "two"]
