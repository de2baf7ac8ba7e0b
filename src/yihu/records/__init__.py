"""Remember: what is kept of families and runs, and how it is read and written.

Nothing here decides; entitlement is computed in ``engines`` and shown by ``desks``.
"""
