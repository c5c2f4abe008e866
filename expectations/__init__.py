"""The tables, declared once, and what must hold of them."""
