"""A system that refuses, for the tests of this folder."""

import os


def refuse(monkeypatch, function, *refused):
    """Let a call to the system fail for some paths, as it does for who may not read."""
    real = getattr(os, function)

    def call(path, *more, **others):
        if any(os.fspath(path).startswith(os.fspath(each)) for each in refused):
            raise PermissionError(13, "Permission denied", path)
        return real(path, *more, **others)

    monkeypatch.setattr(os, function, call)
