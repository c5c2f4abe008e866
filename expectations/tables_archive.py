"""The index of the web archive in the raw store. It is no table of a release: it tells where the records lie."""

from __future__ import annotations

from expectations.schema import Column, Table
from expectations.tables_documents import SHA256, WEB_ADDRESS

ARCHIVE_INDEX = Table(
    name="archive_index",
    description="Answers of web servers kept as WARC records, one row each, with the place of the record.",
    key="record_id",
    columns=(
        Column("record_id", "text", "The record's own id (WARC-Record-ID)."),
        Column("source_id", "text", "Source that the answer was fetched for."),
        Column(
            "doc",
            "text",
            "Document that the source was seen to have with this content, as in articles (of several the first); null "
            "where there is none.",
            nullable=True,
        ),
        Column("url", "text", "Address that was asked for.", pattern=WEB_ADDRESS),
        Column("final_url", "text", "Address that answered, after redirects (WARC-Target-URI).", pattern=WEB_ADDRESS),
        Column("retrieved_at", "timestamp", "When the answer came (UTC; WARC-Date)."),
        Column("status", "integer", "Status of the answer.", minimum=100, maximum=599),
        Column("content_type", "text", "Kind of file as the server says (Content-Type).", nullable=True),
        Column("media_type", "text", "Kind of file as its bytes say (WARC-Identified-Payload-Type).", nullable=True),
        Column("payload_digest", "text", "Digest of the content as it was sent (WARC-Payload-Digest).", nullable=True),
        Column("raw_sha256", "text", "SHA-256 of the content, unpacked, as in articles.", pattern=SHA256),
        Column("size", "integer", "Length of the content, unpacked.", unit="bytes", minimum=0),
        Column("etag", "text", "The server's mark of this version (ETag).", nullable=True),
        Column("last_modified", "text", "Time of the last change as the server says (Last-Modified).", nullable=True),
        Column("file", "text", "WARC file, relative to the raw store, with forward slashes."),
        Column("offset", "integer", "Where the record's gzip member begins in the file.", unit="bytes", minimum=0),
        Column("length", "integer", "Length of the record's gzip member.", unit="bytes", minimum=1),
    ),
)
