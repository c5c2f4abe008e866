"""Sources that list addresses of documents: feeds, sitemaps, pages of links, lists in a file.

    address     addresses cleaned, told apart, and made into names of documents
    stamps      dates as feeds, sitemaps and pages state them
    entry       what a list states of one document, and what a list holds as a whole
    feed        RSS and Atom
    sitemap     sitemaps and indexes of sitemaps, packed or not, with the news extension
    page        a page of links, read with CSS selectors; links to PDF files
    urls        a text list or CSV of addresses
    declared    the declaration of such a source, ready for use
    walk        from the address of a list to all that it lists: further pages, further sitemaps
    ledger      what was listed before and how it went, so that nothing is asked for twice
    take        one source: what is new or changed is fetched and handed to its intake
    together    many sources at once, each host by one at a time
    check       what a source holds now, storing nothing

The modules that read (``feed``, ``sitemap``, ``page``, ``urls``) are pure: bytes in, a ``Listing`` or a fault out.
"""
