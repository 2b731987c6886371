"""
The calculator: the package itself in a browser, with a form in front of it.

    python -m docs.calculator --wheel FILE --out FOLDER

makes ``FOLDER/calculator/``, for a site, and ``FOLDER/calculator.html``, one file that opens from a
disk. Both hold the wheel as it was built, an interpreter (npm's ``pyodide``, pinned by
``package-lock.json``), the part of the standard library the package asks for, and the zones; they
ask nothing of the outside. ``answering`` is all that runs between the form and the package.
"""
