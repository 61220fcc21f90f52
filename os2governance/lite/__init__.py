"""The form with nothing installed: the app of `serve` in the browser, as a static folder.

`build.py` writes the folder: an interpreter (Pyodide), one archive of this package and what it
imports, and a shell of pages and workers. `host.py` answers requests in that interpreter.
"""
