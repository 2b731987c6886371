"""
Pictures of answers, of a calendar year and of the moves between categories, as SVG.

Each is a text: plain SVG with no script, no outside font and no request, readable in print, in
the dark and by a screen reader. Drawn from the rows and steps; nothing is computed again.
"""

from __future__ import annotations

from slarules.picture.deadline import deadline_picture as deadline_picture
from slarules.picture.moves import moves_picture as moves_picture
from slarules.picture.year import year_picture as year_picture
