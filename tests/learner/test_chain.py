"""A link proves that its file came later; whoever holds earlier files cannot make the next."""

import os
import threading

import msgspec
import pytest
from filelock import FileLock, Timeout
from hypothesis import given
from hypothesis import strategies as st

from course import paths
from course.learner import chain
from course.learner.chain import LENGTH, Chain, Link, next_link

CASE = "marsa-al-khail-contracting"
seeds = st.binary(min_size=32, max_size=32).map(bytes.hex)
numbers = st.integers(1, 40)


@given(seeds, numbers, numbers)
def test_a_link_follows_every_earlier_one_and_no_later_one(seed, one, other):
    kept = Chain(seed)
    first, second = kept.link(one, CASE), kept.link(other, CASE)
    assert second.follows(first) == (other > one)


@given(seeds, st.integers(1, LENGTH - 1))
def test_what_can_be_computed_from_a_link_holds_no_later_one(seed, number):
    held = Chain(seed).link(number, CASE)
    later = Chain(seed).link(number + 1, CASE).value
    reached = {chain._hashed(held.value, times) for times in range(60)}
    assert later not in reached
    for value in reached:
        assert not Link(number + 1, value).follows(held)


@given(seeds, seeds, numbers, numbers)
def test_another_secret_never_follows(mine, theirs, one, other):
    if mine != theirs:
        assert not Chain(theirs).link(other, CASE).follows(Chain(mine).link(one, CASE))


@given(seeds, numbers, st.integers(0, 63))
def test_a_link_with_one_letter_changed_proves_nothing(seed, number, place):
    first, second = Chain(seed).link(number, CASE), Chain(seed).link(number + 1, CASE)
    letter = "0" if second.value[place] != "0" else "1"
    forged = second.value[:place] + letter + second.value[place + 1 :]
    assert not Link(second.number, forged).follows(first)


def test_the_same_link_does_not_follow_itself():
    link = Chain("ab" * 32).link(3, CASE)
    assert not link.follows(link)


def test_the_chains_of_two_cases_are_two():
    kept = Chain("ab" * 32)
    assert not kept.link(2, "another-case").follows(kept.link(1, CASE))


def test_no_link_shows_the_secret_even_at_the_end():
    assert Chain("ab" * 32).link(LENGTH, CASE).value != "ab" * 32


@pytest.mark.parametrize(
    "said",
    [
        {"number": 10**12, "value": "a" * 64},
        {"number": 0, "value": "a" * 64},
        {"number": True, "value": "a" * 64},
        {"number": 1, "value": "a" * 65},
        {"number": 1, "value": "a" * 64 + "\n"},
        {"number": 1, "value": "A" * 64},
        {"number": 1, "value": "a" * 64, "seed": ""},
    ],
)
def test_a_link_that_would_cost_much_or_mean_nothing_is_refused(said):
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(msgspec.json.encode(said), type=Link)


def test_each_file_gets_the_next_number_also_after_a_restart():
    links = [next_link(CASE) for _ in range(3)]
    assert [link.number for link in links] == [1, 2, 3]
    assert links[2].follows(links[1])
    assert links[2].follows(links[0])
    assert next_link("another-case").number == 1


def test_two_windows_at_once_get_two_numbers():
    links: list[Link] = []
    windows = [threading.Thread(target=lambda: links.append(next_link(CASE))) for _ in range(8)]
    for window in windows:
        window.start()
    for window in windows:
        window.join()
    assert sorted(link.number for link in links) == list(range(1, 9))


def test_a_window_that_never_ends_is_not_waited_for_for_ever(monkeypatch):
    next_link(CASE)
    monkeypatch.setattr(chain, "_WAIT", 0.05)
    lock = FileLock(paths.receipts() / f"{CASE}.chain.lock")
    with lock, pytest.raises(Timeout):
        next_link(CASE)


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"seed": "", "given": 1}', None])
def test_a_lost_secret_begins_a_chain_that_proves_nothing_of_the_old(damage):
    old = next_link(CASE)
    secret = paths.receipts() / f"{CASE}.chain"
    secret.unlink() if damage is None else secret.write_bytes(damage)
    first, second = next_link(CASE), next_link(CASE)
    assert (first.number, second.number) == (1, 2)
    assert second.follows(first)
    assert not second.follows(old)


def test_a_chain_at_its_end_begins_another():
    next_link(CASE)
    secret = paths.receipts() / f"{CASE}.chain"
    full = msgspec.structs.replace(msgspec.json.decode(secret.read_bytes(), type=Chain))
    secret.write_bytes(msgspec.json.encode(msgspec.structs.replace(full, given=LENGTH)))
    assert next_link(CASE).number == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_the_secret_is_its_owners_alone_whatever_the_umask():
    before = os.umask(0)
    try:
        next_link(CASE)
    finally:
        os.umask(before)
    assert (paths.receipts() / f"{CASE}.chain").stat().st_mode & 0o777 == 0o600
