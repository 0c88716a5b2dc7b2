"""The romanisation keys: one word in many traditions, and words that only look alike."""

from __future__ import annotations

import pytest

from negotiations_nlp.names.romanise import (
    compatible,
    key,
    keys,
    outline_of_key,
    outlines,
    outlines_of_joined,
    readings,
    share_no_key,
)


def shares_a_sound(a: str, b: str) -> bool:
    return any(x == y and compatible(s, t) for x, s in keys(a) for y, t in keys(b))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Shmyhal", "Schmyhal", id="german-sch"),
        pytest.param("Shmyhal", "Chmyhal", id="french-ch"),
        pytest.param("Shmyhal", "Szmyhal", id="polish-sz"),
        pytest.param("Shmyhal", "Şmigal", id="turkish-s-cedilla"),
        pytest.param("Shmyhal", "Šmyhal", id="scientific-caron"),
        pytest.param("Shmyhal", "Шмигаль", id="cyrillic"),
        pytest.param("Prigozhin", "Prigojine", id="french-j-and-silent-e"),
        pytest.param("Kurakhove", "Kourakhové", id="french-e-with-an-accent-is-not-silent"),
        pytest.param("Lutsenko", "Luzenko", id="german-z-for-ts"),
        pytest.param("Reznikov", "Resnikow", id="german-s-for-z"),
        pytest.param("Podolyak", "Podolak", id="glide-left-out"),
        pytest.param("Kirillov", "Kirilov", id="doubled-letter"),
        pytest.param("Fyodorov", "Fedorov", id="yo-and-ye"),
        pytest.param("Lukashenko", "Lukashenka", id="belarusian-ka"),
        pytest.param("Haidai", "Gaidai", id="ukrainian-h-russian-g"),
        pytest.param("Lavroff", "Lavrov", id="final-off"),
        pytest.param("Medvedeff", "Medwedew", id="final-eff-and-german-w"),
        pytest.param("Шмигаль", "Шмигaль", id="latin-a-in-a-cyrillic-word"),
    ],
)
def test_traditions_of_one_name_meet(one: str, other: str) -> None:
    """Two romanisations of one word have a sound string in common."""
    assert shares_a_sound(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Shmyhal", "Shmyrov", id="other-ending"),
        pytest.param("Umerov", "Umarov", id="other-vowel"),
        pytest.param("Budanov", "Bogdanov", id="another-consonant"),
        pytest.param("Lukashenko", "Lutsenko", id="other-middle"),
        pytest.param("Petro", "Pavlo", id="other-name"),
        pytest.param("Radcliff", "Radcliv", id="final-ff-after-i"),
        pytest.param("Offerin", "Overin", id="off-at-the-beginning"),
        pytest.param("Kozin", "Kossin", id="ss-is-not-z"),
        pytest.param("Gerson", "Kherson", id="g-is-not-kh"),
        pytest.param("Шмигаль", "Шмигальsmith", id="two-scripts-in-one-word"),
        pytest.param("COM", "em", id="c-before-o-is-a-sound"),
    ],
)
def test_look_alikes_stay_apart(one: str, other: str) -> None:
    """Words that differ in a sound no tradition confuses share none."""
    assert not shares_a_sound(one, other)


def test_h_stands_for_g_and_for_kh_but_they_differ() -> None:
    """Compatibility is no chain: h goes with g and with kh, g never with kh."""
    assert (compatible("herson", "xerson"), compatible("herson", "gerson"), compatible("gerson", "xerson")) == (
        True,
        True,
        False,
    )


@pytest.mark.parametrize("word", ["", "’", "王毅", "محمد", "123", "\u0301\u0301"])
def test_unreadable_words_have_no_reading(word: str) -> None:
    """What is neither Latin nor Cyrillic is not read, and raises nothing."""
    assert readings(word) == ()


def test_a_key_is_its_own_key() -> None:
    """Keys are settled: bringing a key to its key changes nothing."""
    assert {key(k) for k, _ in keys("Prigozhin")} == {k for k, _ in keys("Prigozhin")}


@pytest.mark.parametrize(
    "word",
    [
        pytest.param("Shmyhal", id="sh"),
        pytest.param("Prigojine", id="j-and-silent-e"),
        pytest.param("Mirziyoyev", id="rz"),
        pytest.param("Dzhokhar", id="dzh"),
        pytest.param("Lukaszenkou", id="final-u-for-v"),
        pytest.param("Şoygu", id="turkish"),
        pytest.param("Łukaszenka", id="polish"),
        pytest.param("Đoković", id="letter-without-outline"),
        pytest.param("Medvedeff", id="final-v-written-ff"),
        pytest.param("Зеленський", id="cyrillic"),
        pytest.param("Philippe", id="ph"),
    ],
)
def test_every_key_has_an_outline_of_its_word(word: str) -> None:
    """Where a word's outlines can be told, every key of the word has one of them."""
    told = outlines(word)
    assert {outline_of_key(k) in told for k, _ in keys(word)} <= {bool(told)}


def test_outlines_tell_words_apart() -> None:
    """Words that share no key mostly share no outline; that is what outlines are for."""
    assert set(outlines("Shmyhal")).isdisjoint(outlines("Klitschko"))


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(("kim", "jong"), id="plain"),
        pytest.param(("anna", "adams"), id="one-run-of-vowels"),
        pytest.param(("hannes", "selke"), id="silent-e"),
        pytest.param(("mikalaj", "statkou"), id="j-and-final-u-for-v"),
        pytest.param(("łukasz", "jan", "wójcik"), id="three-words"),
    ],
)
def test_outlines_of_words_written_as_one(words: tuple[str, ...]) -> None:
    """Put together from the words, there is every outline that the joined word has."""
    assert set(outlines_of_joined(words)) >= set(outlines("".join(words))) > set()


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(("peter", "zeman"), id="rz"),
        pytest.param(("filip", "hansen"), id="ph"),
        pytest.param(("filip", "ḥamid"), id="ph-with-a-mark"),
        pytest.param(("henri", "ou"), id="ending-in-two-words"),
        pytest.param(("андрій", "kim"), id="two-scripts"),
    ],
)
def test_outlines_of_words_that_are_read_together(words: tuple[str, ...]) -> None:
    """Where letters of two words may be read as one, or a word has no outline, nothing is told."""
    assert outlines_of_joined(words) == ()


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param("shmyhal", "klitschko", True, id="two-names"),
        pytest.param("shmyhal", "schmygal", False, id="one-name"),
        pytest.param("prigojine", "prigozhin", False, id="one-name-of-several-outlines"),
        pytest.param("prigojine", "klitschko", True, id="two-names-of-several-outlines"),
        pytest.param("зеленський", "klitschko", False, id="without-outlines"),
    ],
)
def test_share_no_key(a: str, b: str, expected: bool) -> None:
    """Outlines say that two words have no key in common, and say nothing where there are none."""
    assert share_no_key(a, b) is expected
