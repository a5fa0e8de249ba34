"""A new folder in the place of an old one, in one step: readers meet the one or the other."""

from __future__ import annotations

import ctypes
import errno
import os
import re
import secrets
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


_EXCHANGES = {"linux": "renameat2", "darwin": "renameatx_np"}
_EXCHANGE = 2
"""RENAME_EXCHANGE of renameat2(2), and RENAME_SWAP of renameatx_np(2)."""
_NO_EXCHANGE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}
_TAKEN = {errno.EAGAIN, errno.EACCES, errno.EDEADLK}


class PlaceTakenError(Exception):
    """Another build is at work on the same folder."""


@contextmanager
def hold_place(target: Path) -> Iterator[int]:
    """Keep other builds away from a folder, and clear up after builds that died there.

    Gives the descriptor of the lock: a process that inherits it holds the place as well. The lock
    file stays, because a file that comes and goes cannot keep two builds apart.

    Raises PlaceTakenError, and OSError where the folder beside the target cannot be written.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    path = target.with_name(f".{target.name}.lock")
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        try:
            _lock(descriptor)
        except OSError as error:
            if error.errno not in _TAKEN:
                raise
            raise PlaceTakenError(target) from None
        _clear_up(target)
        yield descriptor
    finally:
        os.close(descriptor)


@contextmanager
def new_folder(target: Path) -> Iterator[Path]:
    """An empty folder beside the target, gone again at the end with whatever it then holds."""
    folder = _beside(target, "new")
    folder.mkdir()
    try:
        if target.exists():
            shutil.copymode(target, folder)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def swap_in(new: Path, target: Path) -> None:
    """Put a folder in the target's place; what stood there before takes the folder's name.

    Both must have the same parent. What the folder holds is on the disk before it is in place, so
    that a loss of power leaves a whole site too.
    """
    _write_through(new)
    if not target.exists():
        new.rename(target)
    elif not _exchange(new, target):
        _rename_twice(new, target)
    _sync(target.parent)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step; False where the system or the disk cannot."""
    name = _EXCHANGES.get(sys.platform)
    call = getattr(ctypes.CDLL(None, use_errno=True), name, None) if name else None
    if call is None:
        return False
    call.argtypes = (ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint)
    # With absolute paths no folder is needed to start from.
    paths = [os.fsencode(path.absolute()) for path in (one, other)]
    if call(-1, paths[0], -1, paths[1], _EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in _NO_EXCHANGE:
        return False
    raise OSError(code, os.strerror(code), str(other))


def _rename_twice(new: Path, target: Path) -> None:
    """Swap in two steps. A build that dies between them is mended by the next one."""
    old = _beside(target, "old")
    target.rename(old)
    try:
        new.rename(target)
    except BaseException:
        old.rename(target)
        raise
    old.rename(new)


def _clear_up(target: Path) -> None:
    """Put back a site that was caught between two renames, and remove what dead builds left."""
    ours = re.compile(rf"\.{re.escape(target.name)}-(new|old)-[0-9a-f]{{16}}")
    left = sorted(path for path in target.parent.iterdir() if ours.fullmatch(path.name))
    for path in left:
        if not target.exists() and path.name.startswith(f".{target.name}-old-"):
            path.rename(target)
        else:
            shutil.rmtree(path, ignore_errors=True)


def _beside(target: Path, state: str) -> Path:
    return target.with_name(f".{target.name}-{state}-{secrets.token_hex(8)}")


def _write_through(folder: Path) -> None:
    for parent, _, names in os.walk(folder):
        for name in names:
            _sync(Path(parent, name))
        _sync(Path(parent))


def _sync(path: Path) -> None:
    if sys.platform == "win32":
        # Windows syncs neither folders nor files that are open for reading.
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
