"""Making many objects at once."""

import gc

import pytest

from negotiations_nlp.bulk import collector_paused


def fail() -> None:
    assert not gc.isenabled()
    raise ValueError("x")


def test_collector_goes_on_after_an_error() -> None:
    """The collector is on again, whatever happened meanwhile."""
    with pytest.raises(ValueError, match="x"), collector_paused():
        fail()
    assert gc.isenabled()


def test_collector_that_was_off_stays_off() -> None:
    """Who switched the collector off finds it so."""
    gc.disable()
    try:
        with collector_paused():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
