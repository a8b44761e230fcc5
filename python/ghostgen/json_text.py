"""JSON as the C# library writes it, byte for byte."""

import unicodedata
from decimal import Decimal

_SHORT = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}
_ESCAPED_CATEGORIES = {"Cc", "Cn", "Co", "Cs", "Zl", "Zp", "Zs"}


def quoted(text: str) -> str:
    """A string with its quotes. Escaped is what has to be, what nobody sees, and what lies beyond the basic plane."""
    return '"' + "".join(map(_character, text)) + '"'


def _character(character: str) -> str:
    if character in _SHORT:
        return _SHORT[character]
    if " " <= character <= "~":
        return character
    code = ord(character)
    if code > 0xFFFF:
        code -= 0x10000
        return f"\\u{0xD800 + (code >> 10):04X}\\u{0xDC00 + (code & 0x3FF):04X}"
    if unicodedata.category(character) in _ESCAPED_CATEGORIES or character == "\ufeff":
        return f"\\u{code:04X}"
    return character


def number(value: float) -> str:
    """The shortest decimal number that is this one in double precision, in .NET's spelling: 8, 0.0001, 1E-05, 1.5E+17."""
    sign, digits, exponent = Decimal(repr(float(value))).as_tuple()
    text = "".join(map(str, digits)).rstrip("0") or "0"
    exponent += len(digits) - len(text)
    point = len(text) + exponent
    if text == "0":
        spelled = "0"
    elif point > 17 or point < -3:
        fraction = "." + text[1:] if len(text) > 1 else ""
        spelled = f"{text[0]}{fraction}E{point - 1:+03d}"
    elif point <= 0:
        spelled = "0." + "0" * -point + text
    elif point >= len(text):
        spelled = text + "0" * (point - len(text))
    else:
        spelled = f"{text[:point]}.{text[point:]}"
    return "-" + spelled if sign else spelled
