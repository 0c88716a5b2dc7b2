"""Which names of different articles are one."""

from itertools import permutations

import pytest

from negotiations_nlp.corpus.linking import Name, NameGraph


def person(text: str, kb_id: str | None = None) -> Name:
    return Name("PERSON", text, kb_id)


def groups(*names: Name) -> set[frozenset[str]]:
    graph = NameGraph()
    for name in names:
        graph.add(name)
    linked = graph.link()
    found: dict[Name, set[str]] = {}
    for name, root in linked.root.items():
        found.setdefault(root, set()).add(name.text)
    return {frozenset(texts) for texts in found.values()}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param(person("Oleksii Hrynko"), person("Oleksiy Grynko"), id="another-romanisation"),
        pytest.param(person("Oleksii Hrynko"), person("Hrynko"), id="surname-alone"),
        pytest.param(person("Oleksii Hrynko"), person("O. Hrynko"), id="initial"),
        pytest.param(person("Oleksii Hrynko", "x:1"), person("Oleksii Hrynko"), id="id-known-in-one-article"),
        pytest.param(person("Hrynko", "x:1"), person("Alexei Grinko", "x:1"), id="same-id"),
        pytest.param(Name("PLACE", "Odesa", "p:1"), Name("PLACE", "Одеса", "p:1"), id="place-by-id"),
        pytest.param(Name("ORG", "Clock Winders' Union", None), Name("ORG", "CWU", None), id="abbreviation"),
        pytest.param(Name("ORG", "Defence Museum", None), Name("ORG", "Defense Museum", None), id="american-spelling"),
    ],
)
def test_joins(a: Name, b: Name) -> None:
    """Names that may be one, with nothing against it, are one."""
    assert groups(a, b) == {frozenset((a.text, b.text))}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param(person("Oleksii Hrynko"), person("Petro Hrynko"), id="another-given-name"),
        pytest.param(person("Oleksii Hrynko"), person("Oleksii"), id="given-name-alone"),
        pytest.param(person("Oleksii Hrynko"), person("P. Hrynko"), id="another-initial"),
        pytest.param(person("Oleksii Hrynko", "x:1"), person("Oleksii Grynko", "x:2"), id="another-id"),
        pytest.param(Name("PLACE", "Odesa", "p:1"), Name("PLACE", "Odessa", "p:2"), id="place-of-another-id"),
        pytest.param(Name("ORG", "Clock Winders' Union", None), Name("ORG", "CWA", None), id="another-abbreviation"),
        pytest.param(Name("ORG", "Poltava", None), Name("PLACE", "Poltava ", None), id="another-label"),
    ],
)
def test_keeps_apart(a: Name, b: Name) -> None:
    """Names that cannot be one, or of which nothing says so, stay two."""
    assert groups(a, b) == {frozenset((a.text,)), frozenset((b.text,))}


def test_surname_of_two_people_is_joined_with_neither() -> None:
    """A surname that two full names bear is ambiguous, and says whom it may mean."""
    graph = NameGraph()
    names = [person("Oleksii Hrynko"), person("Petro Hrynko"), person("Hrynko")]
    for name in names:
        graph.add(name)
    linked = graph.link()
    assert set(linked.ambiguous[names[2]]) == {names[0], names[1]}
    assert linked.root[names[2]] == names[2]


def test_initial_of_two_people_is_joined_with_neither() -> None:
    """An initial that two given names begin with is ambiguous; the two stay two."""
    found = groups(person("Oleh Hrynko"), person("Ostap Hrynko"), person("O. Hrynko"))
    assert found == {frozenset(("Oleh Hrynko",)), frozenset(("Ostap Hrynko",)), frozenset(("O. Hrynko",))}


def test_abbreviation_of_two_organisations_is_joined_with_neither() -> None:
    """An abbreviation that fits two names joins none of the three."""
    names = [Name("ORG", text, None) for text in ("Clock Winders' Union", "Cherry Wine Union", "CWU")]
    assert len(groups(*names)) == 3


def test_full_name_between_two_fuller_ones_is_joined_with_neither() -> None:
    """ "John Smith" may be John A. and John B. Smith, who are two."""
    assert len(groups(person("John Smith"), person("John A. Smith"), person("John B. Smith"))) == 3


@pytest.mark.parametrize(
    "names",
    [
        pytest.param(("Oleksii Hrynko", "Hrynko", "Oleksiy Grynko", "Petro Hrynko"), id="ambiguous"),
        pytest.param(("Oleksii Hrynko", "Grynko", "O. Hrynko", "Petro Vovk"), id="clear"),
    ],
)
def test_order_does_not_matter(names: tuple[str, ...]) -> None:
    """Whatever the order in which names come in, the same ones are joined."""
    outcomes = {frozenset(groups(*map(person, order))) for order in permutations(names)}
    assert len(outcomes) == 1
