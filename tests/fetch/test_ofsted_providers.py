"""The source kind for Ofsted's pages, against a server in their shape."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from flows import pull as pulling
from flows.codelists import load_codelists
from flows.errors import WrongUseError
from flows.fetch import ofsted_providers
from flows.fetch.limits import Limits
from flows.fetch.ofsted_providers import pull_ofsted_providers
from flows.inventory import take_stock
from flows.pull import Moment, pull
from flows.sources import parse_sources, read_sources
from flows.store import RawStore

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared" / "corpus" / "ofsted"
REPORT = (ROOT / "raw" / "articles" / "ellenshire-inspection-report.pdf").read_bytes()
DAY = datetime(2026, 1, 31, 1, tzinfo=UTC)
# Birmingham and Bradford by their numbers
ONE, TWO = "80429_birmingham", "80449_bradford"


class Ofsted:
    """Provider pages and files on the local site. ``pages`` maps a number to entries of (file, text of link, date)."""

    def __init__(self, site) -> None:
        self.site = site
        self.files: dict[str, bytes] = {}
        self.pages: dict[str, list[tuple[str, str, str]]] = {}

    def lay(self) -> None:
        """Put pages and files on the site as they are now."""
        self.site.routes.clear()
        for urn, entries in self.pages.items():
            rows = "".join(
                f'<li><a href="/v1/file/{file}">{text}<span>, pdf</span></a> - <time>{day}</time></li>'
                for file, text, day in entries
            )
            body = f"<!DOCTYPE html><h1>Council</h1><p>URN: {urn}</p><ol>{rows}</ol>"
            self._put(f"/provider/44/{urn}", body.encode(), "text/html; charset=utf-8")
        for file, data in self.files.items():
            self._put(f"/v1/file/{file}", data, "application/pdf")

    def _put(self, path: str, data: bytes, media_type: str) -> None:
        tag = f'"{hash(data)}"'

        def answer(handler) -> None:
            if handler.headers.get("If-None-Match") == tag:
                handler.answer(304, ETag=tag)
            else:
                handler.answer(200, data, ETag=tag, Content_Type=media_type)

        self.site.routes[path] = answer


@pytest.fixture
def ofsted(site):
    ofsted = Ofsted(site)
    ofsted.files = {"501": REPORT, "502": REPORT + b"\n%", "503": REPORT + b"\n%%"}
    ofsted.pages = {
        "80429": [("501", "Children’s services inspection", "17 January 2019"),
                  ("502", "Monitoring visit: children's services", "3 February 2020")],
        "80449": [("503", "Children's services inspection", "8 August 2022")],
    }  # fmt: skip
    ofsted.lay()
    return ofsted


@pytest.fixture
def source(site):
    sources = read_sources(ROOT / "raw" / "sources.toml", load_codelists().by_gss)
    declared = next(source for source in sources if source.kind == "ofsted_providers")
    local = {
        "url": site.url("/provider/44/{urn}"),
        "files": rf"http://site\.test:{site.port}/v1/file/\d+",
        "contact": "https://turnaround.example/contact",
        "page_days": 0,
    }
    return replace(declared, enabled=True, settings={**declared.settings, **local})


@pytest.fixture
def store(tmp_path):
    return RawStore(tmp_path / "store")


@pytest.fixture
def few(monkeypatch):
    """Let there be five providers only: the pages of 150 make each night of a test long."""
    every = load_codelists()
    urns = {ONE[:5], TWO[:5], "80555", "80567", "80469"}
    authorities = tuple(row for row in every.authorities if row.ofsted_urn in urns or row.name == "Somerset")
    monkeypatch.setattr(ofsted_providers, "load_codelists", lambda: replace(every, authorities=authorities))


@pytest.fixture
def take(few, source, store, make_session, clock, monkeypatch):
    """Pull on the day so many days after the first; a new session each time, as each night has."""
    # nothing of these tests must outlive a power cut, and each night would sync a hundred times
    monkeypatch.setattr("os.fsync", lambda descriptor: None)

    def once(days=0, changed: Mapping[str, object] | None = None):
        session = make_session(Limits(tries=1))
        pullers = {**pulling.PULLERS, "ofsted_providers": partial(pull_ofsted_providers, session=session)}
        monkeypatch.setattr(pulling, "PULLERS", pullers)
        at = DAY + timedelta(days=days)
        clock.start = at
        given = replace(source, settings={**source.settings, **(changed or {})})
        (pulled,) = pull([given], store, Moment(at.date(), at))
        return pulled

    return once


def documents(store, source):
    """The documents with content that the source still has, by name."""
    found = take_stock(store.events(), {source.id})
    return {doc.doc: doc for doc in found if doc.current is not None and doc.withdrawn_on is None}


def refused(store, source):
    return {doc.doc: doc.refused for doc in take_stock(store.events(), {source.id}) if doc.refused is not None}


def meta(store, document):
    return json.loads(store.get(document.current.meta_sha256))


def test_reports_are_taken_with_what_the_listing_says(ofsted, take, store, source, site):
    pulled = take()
    found = documents(store, source)
    assert sorted(found) == [
        f"{ONE}/children's services inspection - 17 january 2019.pdf",
        f"{ONE}/monitoring visit children's services - 03 february 2020.pdf",
        f"{TWO}/children's services inspection - 08 august 2022.pdf",
    ]
    assert pulled.new == 3
    visit = found[f"{ONE}/monitoring visit children's services - 03 february 2020.pdf"]
    assert store.get(visit.current.sha256) == ofsted.files["502"]
    assert meta(store, visit) == {
        "url": site.url("/v1/file/502"),
        "title": "Monitoring visit: children's services",
        "publisher": "Ofsted",
        "published_on": "2020-02-03",
        "doc_type": "visit_letter",
        "authority": "E08000025",
    }
    other = found[f"{TWO}/children's services inspection - 08 august 2022.pdf"]
    assert meta(store, other)["doc_type"] == "inspection_report"


def test_a_page_that_is_not_there_is_refused_and_all_else_goes_on(ofsted, take, store, source):
    take()
    reasons = {event.reason for event in refused(store, source).values()}
    assert reasons == {"not_found"}
    assert len(refused(store, source)) == 3


def test_a_second_night_asks_for_pages_only_and_takes_nothing(ofsted, take, store, site):
    take()
    lines = store.journal.read_bytes()
    objects = sorted(path.name for path in (store.root / "objects").rglob("*"))
    site.asked.clear()
    again = take(days=1)
    assert [path for path in site.paths() if path.startswith("/v1/file/")] == []
    pages = [asked for asked in site.asked if asked.path in {"/provider/44/80429", "/provider/44/80449"}]
    assert len(pages) == 2
    assert all("If-None-Match" in asked.headers for asked in pages)
    assert (again.new, again.changed, again.gone) == (0, 0, 0)
    assert store.journal.read_bytes() == lines
    assert sorted(path.name for path in (store.root / "objects").rglob("*")) == objects
    assert len(list((store.root / "warc").rglob("*.warc.gz"))) == 1


def test_files_are_looked_at_again_after_their_days(ofsted, take, site, store, source):
    take()
    ofsted.files["501"] = REPORT + b"\n% corrected"
    ofsted.lay()
    site.asked.clear()
    again = take(days=61)
    asked = [asked for asked in site.asked if asked.path.startswith("/v1/file/")]
    assert sorted(asked.path for asked in asked) == ["/v1/file/501", "/v1/file/502", "/v1/file/503"]
    assert all("If-None-Match" in asked.headers for asked in asked)
    assert (again.new, again.changed, again.gone) == (0, 1, 0)
    document = documents(store, source)[f"{ONE}/children's services inspection - 17 january 2019.pdf"]
    assert [store.get(version.sha256) for version in document.versions] == [REPORT, ofsted.files["501"]]


def test_pages_are_asked_for_as_often_as_declared(ofsted, take, site):
    take(changed={"page_days": 7})
    site.asked.clear()
    take(days=6, changed={"page_days": 7})
    assert "/provider/44/80429" not in site.paths()
    take(days=8, changed={"page_days": 7})
    assert "/provider/44/80429" in site.paths()


def test_a_night_that_begins_a_little_early_is_a_night(ofsted, take, site):
    take(changed={"page_days": 1})
    site.asked.clear()
    take(days=1 - 1 / 24, changed={"page_days": 1})
    assert "/provider/44/80429" in site.paths()
    site.asked.clear()
    take(days=1.2, changed={"page_days": 1})
    assert "/provider/44/80429" not in site.paths()


def test_a_new_report_is_fetched_alone(ofsted, take, site):
    take()
    ofsted.files["504"] = REPORT + b"\n%%%"
    ofsted.pages["80449"].append(("504", "Focused visit to Bradford", "9 January 2026"))
    ofsted.lay()
    site.asked.clear()
    again = take(days=1)
    assert [path for path in site.paths() if path.startswith("/v1/file/")] == ["/v1/file/504"]
    assert (again.new, again.changed, again.gone) == (1, 0, 0)


def test_a_report_that_the_page_no_longer_lists_is_gone(ofsted, take, store, source):
    take()
    del ofsted.pages["80429"][1]
    ofsted.lay()
    again = take(days=1)
    assert (again.new, again.changed, again.gone) == (0, 0, 1)
    assert len(documents(store, source)) == 2


def test_documents_stay_where_their_page_fails(ofsted, take, store, source, site):
    take()
    site.serve("/provider/44/80429", b"", 500)
    again = take(days=1)
    assert (again.new, again.changed, again.gone) == (0, 0, 0)
    assert len(documents(store, source)) == 3
    assert refused(store, source)[f"{ONE}/provider page.html"].reason == "server_error"
    ofsted.lay()
    take(days=2)
    assert f"{ONE}/provider page.html" not in refused(store, source)
    assert len(documents(store, source)) == 3


def test_a_page_of_another_layout_is_refused_not_passed_over(ofsted, take, store, source, site):
    take()
    site.serve("/provider/44/80429", b"<!DOCTYPE html><p>URN 80429</p><script>render()</script>")
    again = take(days=1)
    event = refused(store, source)[f"{ONE}/provider page.html"]
    assert event.reason == "unknown_layout"
    assert site.url("/provider/44/80429") in event.message
    assert again.gone == 0
    assert len(documents(store, source)) == 3


def test_a_web_page_in_place_of_a_report_is_refused(ofsted, take, store, source):
    ofsted.files["501"] = b"<!DOCTYPE html><html><body><h1>Report not found</h1></body></html>"
    ofsted.lay()
    pulled = take()
    event = refused(store, source)[f"{ONE}/children's services inspection - 17 january 2019.pdf"]
    assert event.reason == "not_a_pdf"
    assert pulled.new == 2


def test_titles_are_taken_left_or_refused(ofsted, take, store, source):
    ofsted.pages["80449"] += [("601", "Area SEND inspection", "1 May 2021"), ("602", "Annual letter", "1 May 2021")]
    ofsted.lay()
    pulled = take()
    assert pulled.ignored == [f"{TWO}/area send inspection - 01 may 2021"]
    event = refused(store, source)[f"{TWO}/annual letter - 01 may 2021.pdf"]
    assert event.reason == "unknown_title"
    assert "other_titles" in event.message


def test_a_link_without_date_is_refused(ofsted, take, store, source):
    ofsted.pages["80449"].append(("701", "Focused visit", "soon"))
    ofsted.lay()
    take()
    assert refused(store, source)[f"{TWO}/701.pdf"].reason == "unknown_layout"


def test_a_link_that_is_no_longer_clear_takes_no_document_away(ofsted, take, store, source):
    take()
    file, text, _ = ofsted.pages["80429"][1]
    ofsted.pages["80429"][1] = (file, text, "in spring")
    ofsted.lay()
    again = take(days=1)
    assert (again.gone, len(documents(store, source))) == (0, 3)
    assert refused(store, source)[f"{ONE}/502.pdf"].reason == "unknown_layout"


def test_two_reports_of_one_title_and_day_keep_apart(ofsted, take, store, source):
    ofsted.pages["80449"] = [("501", "Focused visit", "1 May 2021"), ("502", "Focused visit", "1 May 2021")]
    ofsted.lay()
    take()
    assert f"{TWO}/focused visit - 01 may 2021 (501).pdf" in documents(store, source)
    assert f"{TWO}/focused visit - 01 may 2021 (502).pdf" in documents(store, source)


def test_further_pages_are_read(ofsted, take, store, source, site):
    first = "<p>URN 80449 <li><a href=/v1/file/501>Focused visit</a> 1 May 2021</li><a rel=next href=?page=2>more</a>"
    second = "<p>URN 80449 <li><a href=/v1/file/502>Monitoring visit</a> 1 May 2022</li>"
    site.serve("/provider/44/80449", first.encode())
    site.serve("/provider/44/80449?page=2", second.encode())
    take()
    assert {doc for doc in documents(store, source) if doc.startswith(TWO)} == {
        f"{TWO}/focused visit - 01 may 2021.pdf",
        f"{TWO}/monitoring visit - 01 may 2022.pdf",
    }


def test_pages_without_end_are_refused(ofsted, take, store, source, site):
    for number in range(1, 40):
        path = "/provider/44/80449" + (f"?page={number}" if number > 1 else "")
        body = f"<p>URN 80449 <li><a href=/v1/file/501>Visit</a> 1 May 2021</li><a href=?page={number + 1}>Next</a>"
        site.serve(path, body.encode())
    take()
    assert refused(store, source)[f"{TWO}/provider page.html"].reason == "unknown_layout"
    assert len([path for path in site.paths() if "80449" in path]) == 20
    assert not any(doc.startswith(TWO) for doc in documents(store, source))


def test_a_site_that_is_down_is_left_alone_and_nothing_is_gone(ofsted, take, store, source, site):
    take()
    site.routes = _Always(lambda handler: handler.answer(503))
    site.asked.clear()
    again = take(days=1)
    assert again.gone == 0
    assert len(documents(store, source)) == 3
    assert site.paths() == []
    # one page stands for all, since nothing else is asked for
    told = [event.reason for event in refused(store, source).values()]
    assert told.count("robots_unknown") == 1


def test_a_site_that_fails_on_the_way_is_left(ofsted, take, store, source, site, make_session, monkeypatch):
    take()
    site.routes = _Always(lambda handler: handler.answer(404 if handler.path == "/robots.txt" else 500))
    site.asked.clear()
    again = take(days=1)
    assert again.gone == 0
    assert len(documents(store, source)) == 3
    assert len(site.paths()) == 5


def test_a_host_of_files_that_fails_is_left_too(ofsted, take, store, source, site):
    ofsted.pages["80429"] = [(str(number), "Focused visit", f"{number} May 2021") for number in range(1, 20)]
    ofsted.lay()
    site.routes = _Failing(site.routes)
    pulled = take()
    assert (pulled.new, pulled.refused) == (0, 6)
    assert len([path for path in site.paths() if path.startswith("/v1/file/")]) == 5


class _Failing(dict):
    def get(self, path, default=None):
        if path.startswith("/v1/file/"):
            return lambda handler: handler.answer(500)
        return super().get(path, default)


def test_links_of_a_page_that_moved_start_from_where_it_is(ofsted, take, store, source, site):
    site.redirect(f"/provider/44/{ONE[:5]}", "/moved/here")
    settings = {"files": rf"http://site\.test:{site.port}/moved/file/\d+"}
    site.serve("/moved/here", b"<p>URN 80429 <li><a href=file/501>Focused visit</a> 1 May 2021</li>")
    site.serve("/moved/file/501", REPORT)
    assert take(changed=settings).new == 1


def test_a_run_asks_for_so_many_addresses_and_the_next_goes_on(ofsted, take, store, source):
    first = take(changed={"requests_per_run": 2, "page_days": 7})
    assert (first.new, first.gone, len(documents(store, source))) == (1, 0, 1)
    second = take(days=1, changed={"requests_per_run": 2, "page_days": 7})
    assert (second.new, second.gone) == (1, 0)
    third = take(days=2, changed={"page_days": 7})
    assert (third.new, third.gone) == (1, 0)
    assert len(documents(store, source)) == 3


@pytest.mark.parametrize("key", ["opened", "guard", "allow_private", "resolve"])
def test_no_declaration_opens_the_guard(key):
    path = ROOT / "raw" / "sources.toml"
    declared = path.read_text("utf-8") + f"{key} = true\n"
    with pytest.raises(WrongUseError, match=f"unknown key {key}"):
        parse_sources(declared.encode(), path, load_codelists().by_gss)


def test_a_declared_source_never_reaches_this_machine(few, ofsted, source, store, site):
    """With the session that a real run makes: no opening, the system's resolver."""
    settings = {**source.settings, "url": f"http://127.0.0.1:{site.port}/provider/44/{{urn}}"}
    (pulled,) = pull([replace(source, settings=settings)], store, Moment(DAY.date(), DAY))
    assert site.asked == []
    assert pulled.new == 0
    assert {event.reason for event in refused(store, source).values()} == {"private_address"}


class _Always(dict):
    def __init__(self, route) -> None:
        self._route = route

    def get(self, path, default=None):
        return self._route


def test_a_lost_memory_costs_one_more_fetch_and_no_news(ofsted, take, store, site):
    take()
    (store.root / "fetched.sqlite").unlink()
    lines = store.journal.read_bytes()
    site.asked.clear()
    take(days=1)
    assert len([path for path in site.paths() if path.startswith("/v1/file/")]) == 3
    assert store.journal.read_bytes() == lines


def test_a_kill_before_the_journal_was_written_loses_nothing(ofsted, take, store, source, site):
    take()
    store.journal.unlink()
    site.asked.clear()
    again = take(days=1)
    assert again.new == 3
    assert [path for path in site.paths() if path.startswith("/v1/file/")] == []
    assert len(documents(store, source)) == 3


def test_the_source_asks_slowly(ofsted, take, site, clock, source):
    take()
    waits = [wait for wait in clock.slept if wait > 1]
    assert len(waits) >= len(site.asked) - 1


def test_without_a_contact_nothing_is_asked(ofsted, store, source, site):
    settings = {key: value for key, value in source.settings.items() if key != "contact"}
    with pytest.raises(WrongUseError, match="contact is missing"):
        pull([replace(source, settings=settings)], store, Moment(DAY.date(), DAY))
    assert site.asked == []


def test_a_pattern_that_is_none_is_named(ofsted, take):
    with pytest.raises(WrongUseError, match="titles: no regular expression"):
        take(changed={"titles": "("})


@pytest.mark.parametrize(
    ("urn", "day", "code"),
    [
        ("80555", "27 March 2015", "E10000027"),
        ("80555", "21 September 2025", "E06000066"),
        ("80555", "2 May 2023", None),
        ("80429", "19 October 2012", "E08000025"),
    ],
)
def test_the_authority_is_the_one_of_that_day(ofsted, take, store, source, urn, day, code):
    ofsted.pages = {urn: [("501", "Children's services inspection", day)]}
    ofsted.lay()
    take()
    (document,) = documents(store, source).values()
    assert meta(store, document)["authority"] == code


def test_the_shipped_source_is_off_and_says_that_it_is_unproven():
    path = ROOT / "raw" / "sources.toml"
    (declared,) = [
        source for source in read_sources(path, load_codelists().by_gss) if source.kind == "ofsted_providers"
    ]
    assert not declared.enabled
    assert declared.settings["seconds_between_requests"] >= 3
    assert "UNPROVEN" in path.read_text("utf-8")


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the folder shared beside the project is not here")
def test_the_real_reports_come_as_they_lie_in_the_folder(ofsted, take, store, source, site, monkeypatch):
    every = load_codelists()
    paths = sorted(CORPUS.rglob("*.pdf"))
    urns = {path.parent.name.partition("_")[0] for path in paths}
    authorities = tuple(row for row in every.authorities if row.ofsted_urn in urns)
    monkeypatch.setattr(ofsted_providers, "load_codelists", lambda: replace(every, authorities=authorities))
    ofsted.pages, ofsted.files = {}, {}
    expected = {}
    for number, path in enumerate(paths, 1):
        if number % 3 and path.read_bytes().startswith(b"%PDF-"):
            # a third of them shows as much, sooner
            continue
        title, _, day = path.stem.rpartition(" - ")
        ofsted.files[str(number)] = path.read_bytes()
        ofsted.pages.setdefault(path.parent.name.partition("_")[0], []).append((str(number), title, day))
        expected[path.parent.name, day] = path.read_bytes()
    ofsted.lay()
    pulled = take()
    bad = {key for key, data in expected.items() if not data.startswith(b"%PDF-")}
    found = documents(store, source)
    assert pulled.new == len(found) == len(expected) - len(bad)
    for doc, document in found.items():
        folder, _, name = doc.partition("/")
        day = name.removesuffix(".pdf").rpartition(" - ")[2]
        urn = folder.partition("_")[0]
        (key,) = [key for key in expected if key[0].startswith(f"{urn}_") and key[1] == day]
        assert store.get(document.current.sha256) == expected[key]
        assert date.fromisoformat(meta(store, document)["published_on"]).year == int(day[-4:])
    assert [event.reason for event in refused(store, source).values()].count("not_a_pdf") == len(bad)
    site.asked.clear()
    assert take(days=1).new == 0
    # what was no report may be one tomorrow
    asked = {path.rpartition("/")[2] for path in site.paths() if path.startswith("/v1/file/")}
    assert asked == {number for number, data in ofsted.files.items() if not data.startswith(b"%PDF-")}
