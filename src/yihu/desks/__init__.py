"""Show: the command line and pages. Nothing here decides anything.

``cli`` is the ``yihu`` command; ``reports`` writes HTML pages.
"""
