"""Web archives as a source: WARC files (ISO 28500), of which only documents about children's services are taken.

locate.py    the files of a source, on disk or behind an address that fsspec knows
records.py   the records of a file, past broken places, from any place that an earlier run left off at
content.py   from a record's block to the content that the server meant
sifting.py   records in, captures worth reading and counts of all others out, piece by piece
marks.py     how far each file was read, and what was counted in it
warc.py      the puller
"""
