"""Signs that stand for others: those of Word's symbol fonts, and those that a typeface for text has in another form."""

from __future__ import annotations

import unicodedata

from ehport.lang.language import Lang, Text
from ehport.lang.typeface_signs import SIGNS

# Where Symbol and Wingdings have the signs that people paste into workbooks, as bullets, arrows and ticks.
_PRIVATE = 0xF000
_SYMBOLS = str.maketrans({
    **{chr(_PRIVATE + code): chr(code) for code in range(0x20, 0x40)},  # digits and punctuation of Symbol
    **{chr(_PRIVATE + code): sign for sign, codes in {
        "•": (0xB7, 0x9F, 0x9E, 0x6C), "▪": (0xA7, 0x6E), "□": (0x6F, 0x71, 0xA8), "◆": (0x75, 0x76), "○": (0xA1,),
        "‣": (0xD8, 0xC3, 0xDA), "→": (0xE0, 0xE8, 0xF0, 0xAE), "←": (0xDF, 0xE7, 0xEF, 0xAC), "↑": (0xE1, 0xE9, 0xAD),
        "↓": (0xE2, 0xEA, 0xAF), "✓": (0xFC, 0xFE), "✗": (0xFB, 0xFD), "°": (0xB0,), "±": (0xB1,), "≥": (0xB3,),
        "≤": (0xA3,), "≠": (0xB9,), "≈": (0xBB,), "×": (0xB4,), "…": (0xBC,), "☺": (0x4A,), "☹": (0x4C,),
    }.items() for code in codes},
})  # fmt: skip
_ALIKE = {
    "→": "➔➜➙➛➝➞➟➠➡⟶⇨➤➢➣➥➧➨🡒🡪", "←": "⬅⟵⇦", "↑": "⬆⇧", "↓": "⬇⇩", "•": "⚫⚪⬤∙⦁🔹🔸🔘⏺", "✓": "✅🗸🗹", "✗": "❌❎🗙☒",
    "!": "❗❕⚠🚨‼", "?": "❓❔", "+": "➕", "−": "➖", "*": "★☆⭐🌟✱✳",
    "▪": "◾⬛▫◽⬜", "…": "⋯", "–": "⸺⸻﹘", "-": "﹣－",
}  # fmt: skip
_SIGNS = {sign: drawn for drawn, signs in _ALIKE.items() for sign in signs}
_NAMES = {
    **dict.fromkeys("🟢🟩💚", Text("grønn", "green")),
    **dict.fromkeys("🟡🟨💛", Text("gul", "yellow")),
    **dict.fromkeys("🔴🟥❤", Text("rød", "red")),
    **dict.fromkeys("🟠🟧🧡", Text("oransje", "orange")),
    **dict.fromkeys("🔵🟦💙", Text("blå", "blue")),
    "👍": Text("tommel opp", "thumbs up"),
    "👎": Text("tommel ned", "thumbs down"),
    "⏳": Text("timeglass", "hourglass"),
    "⌛": Text("timeglass", "hourglass"),
    "⏰": Text("klokke", "clock"),
    "📅": Text("kalender", "calendar"),
    "📈": Text("stigende kurve", "rising curve"),
    "📉": Text("fallende kurve", "falling curve"),
    "📊": Text("diagram", "chart"),
    "📌": Text("nål", "pin"),
    "🎯": Text("mål", "target"),
    "🚀": Text("rakett", "rocket"),
    "🎉": Text("feiring", "celebration"),
    "💡": Text("idé", "idea"),
    "🔥": Text("ild", "fire"),
    "🔒": Text("lås", "lock"),
    "🔧": Text("skiftenøkkel", "wrench"),
    "🛑": Text("stopp", "stop"),
    "⛔": Text("stopp", "stop"),
    "🚧": Text("under arbeid", "work in progress"),
    "⚡": Text("lyn", "lightning"),
    "💰": Text("penger", "money"),
    "📞": Text("telefon", "telephone"),
    "📧": Text("e-post", "e-mail"),
    "🏥": Text("sykehus", "hospital"),
    "💊": Text("legemiddel", "medicine"),
    **dict.fromkeys("🙂😀😃😄😊☺", Text("smil", "smile")),
    **dict.fromkeys("🙁😞😟☹", Text("surt fjes", "frown")),
}
_UNSEEN = frozenset({"Cf", "Cc", "Mn", "Me", "Zl", "Zp", "Sk"})  # joiners, styles and skin tones of emoji among them


def of_symbol_fonts(text: str) -> str:
    """Return a text with the signs that a person sees where a symbol font was used."""
    return text.translate(_SYMBOLS) if any("\uf020" <= sign <= "\uf0ff" for sign in text) else text


def in_other_signs(sign: str, lang: Lang) -> str | None:
    """Return how a typeface for text shows a sign it does not have, ``None`` when nothing says the same."""
    sign = of_symbol_fonts(sign)
    if sign in SIGNS:
        return sign
    if sign in _SIGNS:
        return _SIGNS[sign]
    if sign in _NAMES:
        return f"({_NAMES[sign][lang]})"
    kind = unicodedata.category(sign)
    if kind == "Zs":
        return " "
    if kind in _UNSEEN:
        return ""
    plain = unicodedata.normalize("NFKC", sign)
    return plain if plain != sign else None


def boxes(text: str) -> list[str]:
    """Return the signs of a text that the report's typeface can only show as boxes, in order."""
    missing = dict.fromkeys(sign for sign in text if sign not in SIGNS)
    others = {sign: in_other_signs(sign, Lang.NB) for sign in missing}
    return [sign for sign, other in others.items() if other is None or not set(other) <= SIGNS]


def code_point(sign: str) -> str:
    """Return a sign's number in Unicode: ``U+4E2D``."""
    return f"U+{ord(sign):04X}"
