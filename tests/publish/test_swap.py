"""A folder takes another's place in one step, and what dead builds left is cleared up."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from hadau.publish import swap
from hadau.publish.swap import PlaceTakenError, hold_place, new_folder, swap_in

from ..figures import count

DEAD = "0123456789abcdef"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Where a site goes; nothing is there yet."""
    return tmp_path / "site"


def write(folder: Path, words: str) -> Path:
    folder.mkdir()
    (folder / "index.html").write_text(words)
    return folder


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def put(words: str, site: Path) -> None:
    with new_folder(site) as folder:
        (folder / "index.html").write_text(words)
        swap_in(folder, site)


def cannot_exchange(one: Path, other: Path) -> bool:
    return False


@pytest.fixture(params=["in one step", "in two renames"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each way to swap; the second is for systems without the first."""
    if request.param == "in two renames":
        monkeypatch.setattr(swap, "_exchange", cannot_exchange)


@pytest.mark.usefixtures("way")
def test_a_first_site_is_put_in_place_and_a_second_replaces_it(site: Path) -> None:
    put("first", site)
    assert (site / "index.html").read_text() == "first"
    put("second", site)
    assert (site / "index.html").read_text() == "second"
    assert names_in(site.parent) == ["site"]


@pytest.mark.usefixtures("way")
def test_the_old_site_takes_the_name_of_the_new_folder(site: Path, tmp_path: Path) -> None:
    write(site, "old")
    new = write(tmp_path / "new", "new")
    swap_in(new, site)
    assert (site / "index.html").read_text() == "new"
    assert (new / "index.html").read_text() == "old"


@pytest.mark.skipif(sys.platform != "linux", reason="every Linux that runs the tests can exchange")
def test_linux_swaps_in_one_step(site: Path, tmp_path: Path) -> None:
    assert swap._exchange(write(tmp_path / "new", "new"), write(site, "old")) is True
    assert (site / "index.html").read_text() == "new"


@pytest.mark.skipif(sys.platform != "linux", reason="two renames leave a moment without a site")
def test_a_reader_finds_a_site_at_every_moment(site: Path) -> None:
    put("site 0", site)
    over = threading.Event()
    missed: list[OSError] = []

    def read() -> None:
        while not over.is_set():
            try:
                (site / "index.html").read_bytes()
            except OSError as error:
                missed.append(error)

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(1, 100):
        put(f"site {number}", site)
    over.set()
    reader.join()
    assert missed == []
    assert (site / "index.html").read_text() == "site 99"


def test_a_swap_that_fails_half_way_puts_the_old_site_back(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(swap, "_exchange", cannot_exchange)
    write(site, "old")
    new = write(tmp_path / "new", "new")
    rename = Path.rename

    def fail_for_the_new(path: Path, target: Path) -> Path:
        if path == new:
            raise KeyboardInterrupt
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", fail_for_the_new)
    with pytest.raises(KeyboardInterrupt):
        swap_in(new, site)
    assert (site / "index.html").read_text() == "old"
    count("faults")


def test_an_error_of_the_disk_is_raised_with_its_folder(site: Path, tmp_path: Path) -> None:
    write(site, "old")
    with pytest.raises(FileNotFoundError) as error:
        swap._exchange(tmp_path / "missing", site)
    assert error.value.filename == str(site)


def test_a_site_caught_between_two_renames_comes_back(site: Path, tmp_path: Path) -> None:
    write(tmp_path / f".site-old-{DEAD}", "old")
    write(tmp_path / f".site-new-{DEAD}", "new")
    with hold_place(site):
        pass
    assert (site / "index.html").read_text() == "old"
    assert names_in(tmp_path) == [".site.lock", "site"]
    count("faults")


def test_what_dead_builds_left_goes_and_what_only_looks_like_it_stays(
    site: Path, tmp_path: Path
) -> None:
    write(site, "old")
    write(tmp_path / f".site-new-{DEAD}", "half")
    write(tmp_path / f".site-old-{DEAD}", "older")
    others = [".site-new-notes", f".sites-new-{DEAD}", f"site-new-{DEAD}", f".site-new-{DEAD}0"]
    for name in others:
        write(tmp_path / name, "another's")
    with hold_place(site):
        pass
    assert (site / "index.html").read_text() == "old"
    assert names_in(tmp_path) == sorted([*others, ".site.lock", "site"])


def test_a_place_is_held_once(site: Path) -> None:
    with hold_place(site):
        with pytest.raises(PlaceTakenError), hold_place(site):
            pass
        with hold_place(site.with_name("another")):
            pass
    with hold_place(site):
        pass


@pytest.mark.skipif(os.name != "posix", reason="locks are inherited on POSIX systems")
def test_a_process_that_inherits_the_lock_holds_the_place(site: Path) -> None:
    with hold_place(site) as lock:
        heir = subprocess.Popen(
            [sys.executable, "-c", "input()"], stdin=subprocess.PIPE, pass_fds=[lock]
        )
    with pytest.raises(PlaceTakenError), hold_place(site):
        pass
    heir.communicate(b"\n")
    with hold_place(site):
        pass


def test_folders_above_the_place_are_made(tmp_path: Path) -> None:
    with hold_place(tmp_path / "a" / "b" / "site"):
        pass
    assert names_in(tmp_path / "a" / "b") == [".site.lock"]


def test_a_new_folder_goes_when_its_build_fails(site: Path) -> None:
    def fail() -> None:
        with new_folder(site) as folder:
            write(folder / "half", "half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert names_in(site.parent) == []


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX systems")
def test_a_new_site_can_be_read_by_those_who_could_read_the_old_one(site: Path) -> None:
    write(site, "old").chmod(0o2750)
    put("new", site)
    assert oct(site.stat().st_mode & 0o7777) == "0o2750"
