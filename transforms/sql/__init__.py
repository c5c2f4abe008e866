"""The SQL that rebuilds stories, observations and views: DuckDB text, one module per subject.

What is a constant here runs in the pipeline's own DuckDB. What becomes a view is kept to the SQL that DuckDB 1.1.3
reads too, because clients of that age open the published file.
"""
