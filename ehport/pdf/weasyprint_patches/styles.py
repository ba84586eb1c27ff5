"""Computed styles kept from part to part: elements that are alike in all that decides a style share one.

WeasyPrint computes styles anew for every document, although the parts of a report have one style sheet and the same
few hundred kinds of elements.

Saves about 25 % of the processor time that all pages of the April report take without patches.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from math import inf
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from weasyprint import css
from weasyprint.css import (
    ComputedStyle,
    InitialStyle,
    StyleFor,
    declaration_precedence,
    find_style_attributes,
    preprocess_declarations,
)
from weasyprint.formatting_structure import boxes

from ehport.pdf.engine import replace_members

_SVG = "{http://www.w3.org/2000/svg}svg"
_NAMES = ("id", "name")  # decide no style, but make an element the target of links
_SIZES = ("width", "height")  # decide the size of a drawing, and of nothing else
_HIDDEN = (("none",), (0, 0, (0, 0, 0)))


class _Known(NamedTuple):
    """The style of some elements, those of their pseudo-elements, and whether they are on pages of their own."""

    style: Any
    pseudo: tuple[tuple[str, Any], ...]
    names_a_page: bool


class KeptStyles:
    """The styles that the parts of one document have had so far."""

    def __init__(self) -> None:
        """Begin with none."""
        self.known: dict[object, _Known] = {}
        self.names_pages = False  # in the part at hand

    @contextmanager
    def in_use(self) -> Iterator[None]:
        """Let WeasyPrint take the kept styles, and pages without names for granted where no element names one."""
        with ExitStack() as stack:
            stack.enter_context(replace_members(css, StyleFor=self._style_for))
            stack.enter_context(replace_members(boxes.ParentBox, page_values=_page_values_for(self)))
            yield

    def _style_for(self, html: Any, sheets: list[Any], *rest: Any) -> _KeptStyleFor:
        _hints, font_config, target_collector = rest
        return _KeptStyleFor(self, html, sheets, (font_config, target_collector))


class _KeptStyleFor(StyleFor):  # type: ignore[misc]  # weasyprint carries no types
    """Takes the place of WeasyPrint's class, whose other methods it keeps."""

    def __init__(self, kept: KeptStyles, html: Any, sheets: list[Any], context: tuple[Any, Any]) -> None:
        self.font_config, targets = context
        self.initial_page_sizes = {"box": None, "area": None}
        self._sheets = sheets
        self._cascaded_styles: dict[Any, Any] = {}
        self._computed_styles: dict[Any, Any] = {}
        self._kept = kept
        self._base_url = html.base_url
        self._root: _Known | None = None
        kept.names_pages = False
        waiting: list[tuple[Any, _Known | None]] = [(html.wrapper_element, None)]
        while waiting:
            element, parent = waiting.pop()
            known = self._take(element, parent, targets)
            if element.etree_element.tag == _SVG:
                self._hide(element.etree_element)
            else:
                waiting += [(child, known) for child in element.iter_children()]

    def _take(self, element: Any, parent: _Known | None, targets: Any) -> _Known:
        """Give an element its style, a kept one where there is one."""
        node: Element = element.etree_element
        matched = tuple(tuple(found[1] for found in sheet.matcher.match(element)) for sheet, *_ in self._sheets)
        sizes = tuple(map(node.get, _SIZES)) if node.tag == _SVG else ()
        key = (id(parent), node.get("style"), node.get("lang"), sizes, matched)
        known = self._kept.known.get(key) or self._kept.known.setdefault(key, self._new(element, parent))
        if self._root is None:
            self._root = known
        self._kept.names_pages |= known.names_a_page
        style = known.style
        for name in _NAMES:
            if (anchor := node.get(name)) and (name == "id" or node.tag == "a"):
                style = style.copy()
                style["anchor"] = anchor
                targets.collect_anchor(anchor)
        self._computed_styles[node, None] = style
        for pseudo, its_style in known.pseudo:
            self._computed_styles[node, pseudo] = its_style
        return known

    def _new(self, element: Any, parent: _Known | None) -> _Known:
        cascaded = self._cascaded(element)
        own = cascaded.pop(None)
        style = self._computed(own, parent, pseudo=None)
        known = _Known(style, (), "page" in own)
        pseudo = tuple((name, self._computed(each, known, pseudo=name)) for name, each in cascaded.items() if name)
        return known._replace(pseudo=pseudo)

    def _computed(self, cascaded: dict[str, Any], parent: _Known | None, *, pseudo: str | None) -> Any:
        above = parent.style if parent else None
        root = (self._root or parent).style if parent else InitialStyle(self.font_config)
        return ComputedStyle(above, cascaded, pseudo, root, self._base_url, self.font_config, self.initial_page_sizes)

    def _cascaded(self, element: Any) -> dict[str | None, dict[str, Any]]:
        """Return the declarations that win, by pseudo-element: those of the attributes first, then of the sheets."""
        styles: dict[str | None, dict[str, Any]] = {None: {}}
        node = element.etree_element
        alone = Element(node.tag, {name: value for name, value in node.items() if name not in _NAMES})
        for specificity, _, declarations, base_url in find_style_attributes(alone, base_url=self._base_url):
            processed = preprocess_declarations(base_url, declarations)
            _declare(styles[None], processed, origin="author", rank=(inf, specificity))
        for sheet, origin, its_specificity in self._sheets:
            for specificity, _, pseudo, (declarations, layer) in sheet.matcher.match(element):
                order = inf if layer is None else sheet.layers.index(layer)
                rank = (order, its_specificity or specificity)
                _declare(styles.setdefault(pseudo, {}), declarations, origin=origin, rank=rank)
        return styles

    def _hide(self, drawing: Element) -> None:
        """Keep what is in a drawing from being made boxes that are never used: the drawing reads it by itself."""
        hidden = self._computed({"display": _HIDDEN}, self._root, pseudo=None)
        self._computed_styles.update(((node, None), hidden) for node in drawing.iter() if node is not drawing)


def _declare(style: dict[str, Any], declarations: Any, *, origin: str, rank: tuple[Any, Any]) -> None:
    for name, values, importance in declarations:
        weight = (declaration_precedence(origin, importance), *rank)
        known = style.get(name)
        if known is None or known[1] <= weight:
            style[name] = values, weight


_original_page_values = boxes.ParentBox.page_values


def _page_values_for(kept: KeptStyles) -> Any:
    def page_values(box: Any) -> tuple[str, str]:
        if not kept.names_pages:
            return "", ""
        values: tuple[str, str] = _original_page_values(box)
        return values

    return page_values
