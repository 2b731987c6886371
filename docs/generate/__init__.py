"""
The documentation as data: pages drawn from the rules, and writers that print them.

A **page** (``model.Page``) has a permanent address, a title and blocks: headings, paragraphs,
lists, tables, listings, notes, pictures. ``site.pages(language)`` returns every page in one
language; the two languages have the same addresses and the same blocks in the same order, and
differ in their words alone. Texts come from the rows of the package, which carry both languages,
and from the Markdown of ``docs``, whose pages are pairs of files (``x.md`` in Russian, ``x.en.md``
in English); ``markdown`` reads those into the same blocks.

Who prints the pages walks the blocks with one ``match`` that ends in ``assert_never``, and so does
each run of words inside one (``str``, ``Code``, ``Strong``, ``Ref``, ``Source``, ``Web``,
``Beside``, ``Anchor``, ``Break``). ``myst`` writes the sources of the site, for Sphinx. Another
writer needs ``site.pages``, ``site.contents`` (the order and the nesting of the pages) and ``cite``
(version, digest and citation of each page).

A reference (``Ref``) names the address of a page, and may name an anchor in it; ``site`` refuses
references that lead nowhere, so that no writer has to.

    python -m docs.generate --out FOLDER   write the sources of the site
    python -m docs.generate --check        fail if docs/pages.csv is not what the rows give
    python -m docs.generate --write        write docs/pages.csv anew
"""
