"""Plain records to SVG, made by the server: no script, no inline style, each mark a link with a name.

A drawing is always beside the same facts as text. Places along it are percentages, so that letters keep their size
whatever the width.
"""

from .card import Card, card_png
from .map import Map, Pin, closer, map_svg
from .scale import ScaleStep, scale_svg, stretch, stretches
from .strip import strip_svg
from .what_is_drawn import Bar, Bracket, Heap, Lane, Look, Mark, Point, Strip

__all__ = [
    "Bar",
    "Bracket",
    "Card",
    "Heap",
    "Lane",
    "Look",
    "Map",
    "Mark",
    "Pin",
    "Point",
    "ScaleStep",
    "Strip",
    "card_png",
    "closer",
    "map_svg",
    "scale_svg",
    "stretch",
    "stretches",
    "strip_svg",
]
