from __future__ import annotations

import os
from dataclasses import replace

from ehport.pdf.cache import Cache
from ehport.pdf.layout import Bookmark, Font, Glyph, LaidOutPart, Layout, Place
from ehport.system.file_cache import FileCache, key_of, replace_file
from tests.pdf.printing import write_pdf
from tests.pdf.sample import a_short_document

PART = LaidOutPart(
    b"%PDF\n\x00",
    Layout(
        pages=2,
        anchors={"a": Place(1, 70.5)},
        bookmarks=(Bookmark(1, "Æ", Place(0, 8.0)),),
        headings=(1, 2),
        fonts={"ABC": Font(600, False, (Glyph(7, 512, "å"),))},
        warnings=("x",),
    ),
)


def test_a_document_written_again_is_the_same_and_lays_out_nothing(tmp_path):
    first = write_pdf(a_short_document(), tmp_path / "a.pdf", jobs=1, cache=tmp_path / "cache")
    second = write_pdf(a_short_document(), tmp_path / "b.pdf", jobs=1, cache=tmp_path / "cache")

    assert (first.rendered, first.reused) == (5, 0)
    assert (second.rendered, second.reused) == (0, 5)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_a_changed_part_is_laid_out_alone_and_gives_the_bytes_of_a_fresh_build(tmp_path):
    *parts, last = a_short_document().parts
    changed = a_short_document(parts=(*parts, replace(last, html=last.html.replace("fet", "halvfet"))))
    write_pdf(a_short_document(), tmp_path / "a.pdf", jobs=1, cache=tmp_path / "cache")

    written = write_pdf(changed, tmp_path / "b.pdf", jobs=1, cache=tmp_path / "cache")
    write_pdf(changed, tmp_path / "c.pdf", jobs=1)

    assert written.rendered == 1
    assert (tmp_path / "b.pdf").read_bytes() == (tmp_path / "c.pdf").read_bytes()


def test_damaged_entries_are_made_anew(tmp_path):
    write_pdf(a_short_document(), tmp_path / "a.pdf", jobs=1, cache=tmp_path / "cache")
    for number, path in enumerate(sorted((tmp_path / "cache").iterdir())):
        path.write_bytes(b"" if number % 2 else path.read_bytes()[:-1] + b"?")

    written = write_pdf(a_short_document(), tmp_path / "b.pdf", jobs=1, cache=tmp_path / "cache")

    assert written.rendered == 5
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_warnings_are_repeated_when_a_part_is_reused(tmp_path):
    document = a_short_document(stylesheet=a_short_document().stylesheet + "p { colour: red }")

    first = write_pdf(document, tmp_path / "a.pdf", jobs=1, cache=tmp_path / "cache")
    second = write_pdf(document, tmp_path / "b.pdf", jobs=1, cache=tmp_path / "cache")

    assert first.warnings == second.warnings
    assert any("colour" in warning for warning in first.warnings)


def test_what_is_kept_comes_back_equal(tmp_path):
    cache = Cache(FileCache(tmp_path / "cache"))

    cache.keep("key", PART)

    assert cache.find("key") == PART
    assert cache.find("other") is None


def test_a_folder_that_cannot_be_written_keeps_nothing_and_stops_nothing(tmp_path):
    (tmp_path / "output").write_text("a file where the folder should be")
    cache = Cache(FileCache(tmp_path / "output" / "cache"))

    cache.keep("key", PART)
    cache.trim()

    assert cache.find("key") is None


def test_the_entries_unused_for_longest_are_deleted_beyond_the_limit(tmp_path):
    cache = Cache(FileCache(tmp_path))
    for age, key in enumerate(("new", "middle", "old")):
        cache.keep(key, PART)
        os.utime(tmp_path / key, (1_000_000 - age, 1_000_000 - age))
    cache.find("old")

    Cache(FileCache(tmp_path, limit=2 * (tmp_path / "old").stat().st_size)).trim()

    assert sorted(path.name for path in tmp_path.iterdir()) == ["new", "old"]


def test_keys_tell_where_one_text_ends_and_the_next_begins():
    assert key_of(["ab", "c"]) != key_of(["a", "bc"])


def test_a_file_is_replaced_completely_or_not_at_all(tmp_path):
    target = tmp_path / "file"
    target.write_bytes(b"old")

    replace_file(target, b"new")

    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]
