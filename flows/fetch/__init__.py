"""Fetching from other people's servers: politely, within limits, and only from public addresses.

    guard       which addresses may be connected to
    wire        one request and its answer, within limits of size and time
    robots      what a site's robots.txt allows
    pace        one host is asked seldom, and by few at once
    retry       when and after how long a request is tried again
    session     all of it in order: ``Session.get(url)`` returns what was fetched, that nothing changed, or why not
    memory      what was fetched when, and the validators for asking again
    archive     the answers of worth as WARC records
    record      a record read back
    archive_index    where each record lies, in Parquet
    opening     session, memory, archive and raw store together, opened from the declaration of a source

A kind of source that fetches opens a ``Fetcher`` with ``opening.open_fetcher`` and hands what comes to its intake, as
``ofsted_providers`` does (with ``provider_page``, which reads the pages).
"""
