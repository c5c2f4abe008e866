"""Tables as spreadsheets take them."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

# a cell that begins with one of these is a formula to a spreadsheet: "- 13 children" becomes an error
_FORMULA = r"^[=+\-@\t\r]"


def csv_safe(table: pa.Table) -> pa.Table:
    """Put an apostrophe before each text that a spreadsheet would take for a formula; other values stay as they are."""
    columns = [
        pc.replace_substring_regex(column, f"({_FORMULA})", r"'\1") if pa.types.is_string(column.type) else column
        for column in table.columns
    ]
    return pa.table(columns, names=table.column_names)
