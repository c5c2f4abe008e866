"""Addresses: cleaned of what only tracks, told apart, and made into names of documents."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import unquote, urljoin, urlsplit, urlunsplit

LONGEST_ADDRESS = 2000
LONGEST_SLUG = 80
# parameters that say where a reader came from; none of them chooses what is shown
_TRACKING = re.compile(
    r"(?:utm_\w+|at_(?:medium|campaign|custom\d|link_\w+|format|ptr_name|bbc_team)|ns_(?:mchannel|source|campaign|fee|linkname)"
    r"|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|mc_[ce]id|mkt_tok|_hs(?:enc|mi)|wt\.[a-z_]+"
    r"|cmpid?|ito|ocid|cid_source|xtor|intcmp|guccounter|guce_referrer\w*|ssm|spm|_ga|_gl)",
    re.I,
)
_ABSOLUTE = re.compile(r"https?://[^/?#]", re.I)
# a name without a letter or digit is no host ("//\x08"), and what is written to a file's name must have one
_HOST = re.compile(r"(?=.*[a-z0-9])[a-z0-9._:%-]+")
_PORTS = {"http": 80, "https": 443}
_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")
_PAGE_SUFFIX = re.compile(r"\.(?:html?|aspx?|php|jsp|cfm|shtml|pdf|xml)\Z", re.I)
PDF_SUFFIX, PAGE_SUFFIX = ".pdf", ".html"


def clean(address: str, base: str) -> str | None:
    """Return an address as it is to be asked for: absolute, without fragment and tracking parameters.

    What else stands in it is left as it is, since a server may mean it. None for what is no web address.
    """
    try:
        given = "".join(address.split())
        # the short way is for sitemaps of 200,000 addresses
        parts = urlsplit(given if _ABSOLUTE.match(given) else urljoin(base, given))
        host, port = _ascii((parts.hostname or "").rstrip(".")), parts.port
    except ValueError:
        return None
    scheme = parts.scheme.lower()
    if scheme not in _PORTS or not _HOST.fullmatch(host) or "@" in parts.netloc:
        return None
    name = f"[{host}]" if ":" in host else host
    netloc = name if port in (None, _PORTS[scheme]) else f"{name}:{port}"
    cleaned = urlunsplit((scheme, netloc, parts.path or "/", _without_tracking(parts.query), ""))
    return cleaned if len(cleaned) <= LONGEST_ADDRESS else None


def _ascii(host: str) -> str:
    # a name in another script is asked for in its ASCII form (RFC 3490); raises UnicodeError, a ValueError
    return host if host.isascii() else host.encode("idna").decode("ascii")


def _without_tracking(query: str) -> str:
    if not query:
        return ""
    return "&".join(pair for pair in query.split("&") if not _TRACKING.fullmatch(unquote(pair.partition("=")[0])))


def identity(address: str) -> str:
    """Return what tells a cleaned address from others: http and https are one, and so are two spellings of it."""
    parts = urlsplit(address)
    path = unquote(parts.path, errors="replace").rstrip("/")
    return f"{parts.netloc}{path}?{parts.query}" if parts.query else f"{parts.netloc}{path}"


def host_of(address: str) -> str:
    """Return the host of a cleaned address."""
    return urlsplit(address).hostname or ""


def stem(address: str) -> str:
    """Return the name of the document at a cleaned address, without suffix: ``HOST/WORDS-OF-THE-PATH-HASH``.

    The words are for people; the hash is of the address's ``identity`` and alone makes the name unique, so a document
    keeps its name for ever.
    """
    parts = urlsplit(address)
    words = [word for word in unquote(parts.path, errors="replace").split("/") if word]
    slug = _NOT_IN_NAMES.sub("-", _PAGE_SUFFIX.sub("", words[-1]).lower())[:LONGEST_SLUG].strip("-") if words else ""
    digest = hashlib.sha256(identity(address).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    host = re.sub(r"[^a-z0-9.]+", "-", parts.netloc.lower()).strip("-.")
    name = f"{slug}-{digest}" if slug else digest
    return f"{host}/{name}" if host else name


def likely_suffix(address: str) -> str:
    """Return the suffix of a document that was not fetched yet."""
    return PDF_SUFFIX if urlsplit(address).path.lower().endswith(".pdf") else PAGE_SUFFIX
