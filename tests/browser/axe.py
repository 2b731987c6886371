"""What axe-core holds to be serious or critical on an opened page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Page

SERIOUS: Final = ("serious", "critical")
OF_COLOURS: Final = ("color-contrast", "link-in-text-block")
"""The rules that ask for the colours; to the others dark is as light."""
VIOLATIONS: Final = """async (rules) =>
  (await axe.run(document, { resultTypes: ["violations"], ...(rules && { runOnly: rules }) }))
  .violations.map((one) => [one.impact, one.id, one.nodes.length, one.nodes[0].html.slice(0, 200)])
"""


def violations(page: Page, axe: str, rules: Sequence[str] = ()) -> list[str]:
    """
    Return what is wrong with a page.

    Args:
        page: As it is shown.
        axe: The source of axe-core, run in the page if it was not.
        rules: The rules to hold it to; all of them if none is named.
    """
    if not page.evaluate("'axe' in globalThis"):
        page.evaluate(axe)  # not a script of the page: it is not on the page that is published
    found = page.evaluate(VIOLATIONS, list(rules) or None)
    return [f"{one[1:]}" for one in found if one[0] in SERIOUS]
