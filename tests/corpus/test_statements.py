"""Which quotes are versions of one statement."""

import pytest

from negotiations_nlp.corpus.statements import Said, group_statements

AGENDA = "The programme from our side is ready: three puppets, two ferries and a broom for the stage."


def grouped(*texts: str, days: tuple[int | None, ...] | None = None, max_days: int = 3) -> list[tuple[int, ...]]:
    days = days or (0,) * len(texts)
    quotes = [Said((text,), day) for text, day in zip(texts, days, strict=True)]
    return group_statements(quotes, max_days=max_days)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(AGENDA, id="the-same"),
        pytest.param("The programme from our side is ready", id="trimmed"),
        pytest.param("Yes. The programme from our side is ready. Come and see it.", id="in-other-company"),
        pytest.param(
            "the programme of the evening is ready – three puppets, two ferries and a broom for sweeping the stage",
            id="translated-again",
        ),
        pytest.param("THE PROGRAMME FROM OUR SIDE IS READY: THREE PUPPETS", id="shouted"),
    ],
)
def test_versions_are_grouped(other: str) -> None:
    """Trimmed, split and translated versions are one statement."""
    assert grouped(AGENDA, other) == [(0, 1)]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param("The programme from their side is a secret, three ministers say.", id="same-subject"),
        pytest.param("is ready", id="too-short"),
        pytest.param("The puppets like the stage.", id="two-words-in-common"),
        pytest.param("", id="empty"),
        pytest.param("A broom, a stage, two ferries, three puppets: nothing of that is needed.", id="other-order"),
    ],
)
def test_other_statements_stay_apart(other: str) -> None:
    """The same subject, or few words in common, is no version."""
    assert grouped(AGENDA, other) == []


def test_parts_of_a_statement_meet_in_the_whole() -> None:
    """What one outlet splits is joined through an outlet that has it in one piece."""
    first, second = "A puppet does not need a visa.", "Every school that asks gets one free performance."
    assert grouped(first, second, f"{first} {second}") == [(0, 1, 2)]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        pytest.param((10, 13), [(0, 1)], id="within-the-days"),
        pytest.param((10, 14), [], id="a-day-too-late"),
        pytest.param((10, None), [(0, 1)], id="undated"),
        pytest.param((None, None), [(0, 1)], id="both-undated"),
    ],
)
def test_days(days: tuple[int | None, ...], expected: list[tuple[int, ...]]) -> None:
    """Versions lie at most some days apart; an undated quote fits any day."""
    assert grouped(AGENDA, AGENDA, days=days) == expected


def test_days_do_not_add_up() -> None:
    """A chain of versions never spans more days than two versions may."""
    assert grouped(AGENDA, AGENDA, AGENDA, days=(10, 12, 14)) == [(0, 1)]


def test_many_unlike_quotes_take_no_pairs() -> None:
    """Quotes that share nothing are not grouped, however many they are."""
    assert grouped(*(f"a{n} b{n} c{n} d{n} e{n}" for n in range(2000))) == []
