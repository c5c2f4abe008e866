"""What of a page's bytes may be its article: not scripts and styles, nor what a link says, as teasers are links.

Told from the bytes alone, so a tag is taken as it is written; what is not closed stays.
"""

from __future__ import annotations

import re

# some sites have the text of the article in JSON-LD and nowhere else
_OPEN = re.compile(rb"<(?:(script)(?![^>]{0,200}ld\+json)|(style)|(nav)|(a))(?=[\s>])")
_CLOSE = (b"", b"</script", b"</style", b"</nav", b"</a>")
_LINK = 4
# a link this long is no link's text but one that was never closed
_LONGEST_LINK = 5000


def without_links(page: bytes) -> bytes:
    """Return ``page`` without its scripts, styles and menus, and without what its links say. Takes linear time."""
    kept: list[bytes] = []
    at = 0
    # after one that is not closed no other of its kind is looked for: each look may go through the whole page
    open_ended: set[int] = set()
    while (match := _OPEN.search(page, at)) is not None:
        kind = match.lastindex or 0
        end = -1 if kind in open_ended else page.find(_CLOSE[kind], match.end())
        if end < 0 or (kind == _LINK and end - match.end() > _LONGEST_LINK):
            open_ended.add(kind)
            kept.append(page[at : match.end()])
            at = match.end()
            continue
        kept.append(page[at : match.start()])
        at = end
    kept.append(page[at:])
    return b"".join(kept)
