"""What a page may fetch while it is laid out: the fonts that travel with ehport, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import unquote

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

_SCHEME = "font:"


class ForbiddenResourceError(Exception):
    """A page asked for something else than a font of ehport."""


class Resources(URLFetcher):  # type: ignore[misc]  # weasyprint carries no types
    """The font files of one folder under ``font:NAME``; any other address stops the layout."""

    def __init__(self, fonts: Path) -> None:
        """Read the fonts of a folder."""
        super().__init__(allowed_protocols={"font"}, allow_redirects=False)
        self._refused: list[str] = []
        self.fonts = {path.name: path.read_bytes() for path in sorted(fonts.glob("*.ttf"))}

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """Return the font behind the address."""
        name = unquote(url.removeprefix(_SCHEME))
        if not url.startswith(_SCHEME) or name not in self.fonts:
            self._refused.append(url)
            raise FatalURLFetchingError(url)
        return URLFetcherResponse(url, self.fonts[name], {"Content-Type": "font/ttf"})

    @contextmanager
    def enforced(self) -> Iterator[None]:
        """Raise when something was refused meanwhile, even where WeasyPrint goes on without it, as in an SVG."""
        self._refused.clear()
        with suppress(FatalURLFetchingError):  # no `Exception`, so it would end a process at work for another
            yield
        if self._refused:
            raise ForbiddenResourceError(f"a page may not fetch {self._refused[0]}")
