"""Whom pronouns and nominals stand for, in scenes made by hand."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from negotiations_nlp.pipeline.cast import Cast, Figure, Occurrence
from negotiations_nlp.pipeline.nominals import resolve_nominal
from negotiations_nlp.pipeline.resolution import Context, resolve_pronoun

if TYPE_CHECKING:
    from collections.abc import Sequence

JOHN = {"label": "PERSON", "gender": "male"}
MARY = {"label": "PERSON", "gender": "female"}
SCENE = {
    "Olive Thorn": {**MARY, "descriptions": ("british novelist",)},
    "Karl Meer": {**JOHN, "descriptions": ("german finance minister",)},
    "Bo Falk": {**JOHN, "descriptions": ("former mayor of larkin",)},
    "Tarvela Holm": {"label": "PERSON"},
    "Tarvin Roe": {"label": "PERSON"},
    "John Brandt": {**JOHN, "descriptions": ("mayor of larkin",)},
    "Paul Adler": {**JOHN, "descriptions": ("defence secretary", "mayor of riverton")},
    "Mary Kovar": {**MARY, "descriptions": ("doctor",)},
    "Alice Moreau": MARY,
    "Robin Sand": {"label": "PERSON"},
    "Moon Council": {"label": "ORG", "descriptions": ("council",)},
    "Larkin": {"label": "PLACE"},
}


def scene(
    marked: str, *, speakers: Sequence[str] = (), quoted: Sequence[str] = (), reported: Sequence[str] = ()
) -> Context:
    """The scene of a text: whoever is named in it; "*" before a name marks a subject.

    speakers are those who spoke, where they are named last; quoted and reported are stretches of the text.
    """
    text = marked.replace("*", "")
    subjects = [m.start() - n for n, m in enumerate(re.finditer(r"\*", marked))]
    figures = {name: Figure(name, name, **known) for name, known in SCENE.items() if name in text}  # type: ignore[arg-type]
    starts = [0, *(m.end() for m in re.finditer(r"[.!?]”?\s+", text))]
    occurrences = [
        Occurrence(m.start(), m.end(), figure, m.start() in subjects, 0)
        for name, figure in figures.items()
        for m in re.finditer(name, text)
    ]
    return Context(
        Cast(list(figures.values()), sorted(occurrences, key=lambda o: o.start)),
        starts,
        [0, *(m.end() for m in re.finditer("\n\n", text))],
        [(text.index(part), text.index(part) + len(part)) for part in quoted],
        [(text.index(part), text.index(part) + len(part)) for part in reported],
        [(text.rindex(name), figures[name]) for name in speakers],
        text,
    )


def name_of(figure: Figure | None) -> str | None:
    """The figure's name, None for nobody."""
    return figure.name if figure is not None else None


@pytest.mark.parametrize(
    ("text", "pronoun", "expected"),
    [
        pytest.param("*John Brandt met Mary Kovar. He said so.", "he", "John Brandt", id="he"),
        pytest.param("*John Brandt met Mary Kovar. She said so.", "she", "Mary Kovar", id="she"),
        pytest.param("*John Brandt left early. She said so.", "she", None, id="no-woman-named"),
        pytest.param("*Robin Sand left early. She said so.", "she", "Robin Sand", id="gender-unknown"),
        pytest.param("*John Brandt met Paul Adler. He said so.", "he", "John Brandt", id="subject-before-object"),
        pytest.param(
            "*John Brandt introduced the new coach, Paul Adler. He said so.", "he", "Paul Adler", id="who-is-presented"
        ),
        pytest.param(
            "*John Brandt was introduced. Nobody met Paul Adler. He said so.", "he", "John Brandt", id="not-presented"
        ),
        pytest.param(
            "*John Brandt left. *Paul Adler stayed. He said so.", "he", "Paul Adler", id="later-subject-first"
        ),
        pytest.param("Paul Adler's old hat fell on John Brandt. He said so.", "he", "John Brandt", id="possessor-last"),
        pytest.param("The *Moon Council met in Larkin. It said so.", "it", "Moon Council", id="it-is-a-body"),
        pytest.param("*Mary Kovar stayed at home. It said so.", "it", None, id="it-is-nobody"),
        pytest.param("The *Moon Council met. They said so.", "they", "Moon Council", id="they-is-a-body"),
        pytest.param("*John Brandt met Mary Kovar. They said so.", "they", None, id="they-is-not-one-of-two"),
        pytest.param("He said so.", "he", None, id="nobody-named"),
    ],
)
def test_pronoun_by_gender_number_and_prominence(text: str, pronoun: str, expected: str | None) -> None:
    """Earlier mentions that fit, subjects and later ones first."""
    context = scene(text)
    at = context.text.lower().rindex(f"{pronoun} said")
    assert name_of(resolve_pronoun(context, pronoun, at)) == expected


@pytest.mark.parametrize(
    ("speakers", "expected"),
    [
        pytest.param(["John Brandt"], "John Brandt", id="the-last-speaker"),
        pytest.param([], "Paul Adler", id="nobody-spoke"),
        pytest.param(["Mary Kovar"], "Paul Adler", id="the-last-speaker-does-not-fit"),
    ],
)
def test_a_pronoun_goes_to_the_last_speaker(speakers: list[str], expected: str) -> None:
    """Who spoke goes on, if the gender fits."""
    text = "Mary Kovar waited. *Paul Adler came in. The door closed behind John Brandt. He said so."
    context = scene(text, speakers=speakers)
    assert name_of(resolve_pronoun(context, "he", context.text.rindex("He said"))) == expected


@pytest.mark.parametrize(
    ("quoted", "expected"),
    [
        pytest.param(["Paul Adler lost."], "John Brandt", id="named-in-a-quotation"),
        pytest.param([], "Paul Adler", id="named-outside"),
    ],
)
def test_names_inside_quotations_count_less(quoted: list[str], expected: str) -> None:
    """Who is talked about is not who talks."""
    text = "*John Brandt stood up. *Paul Adler lost. He said so."
    context = scene(text, quoted=quoted)
    assert name_of(resolve_pronoun(context, "he", context.text.rindex("He said"))) == expected


@pytest.mark.parametrize(
    ("reported", "expected"),
    [
        pytest.param(["Paul Adler lost"], "John Brandt", id="named-in-a-report"),
        pytest.param([], "Paul Adler", id="named-outside"),
    ],
)
def test_names_inside_reports_count_less(reported: list[str], expected: str) -> None:
    """As inside quotations."""
    text = "*John Brandt stood up. *Paul Adler lost. He said so."
    context = scene(text, reported=reported)
    assert name_of(resolve_pronoun(context, "he", context.text.rindex("He said"))) == expected


def test_a_name_too_far_back_is_out_of_reach() -> None:
    """After a dozen sentences a pronoun needs another name."""
    near = scene("*John Brandt left. " + "It rained. " * 3 + "He said so.")
    far = scene("*John Brandt left. " + "It rained. " * 14 + "He said so.")
    assert name_of(resolve_pronoun(near, "he", near.text.rindex("He said"))) == "John Brandt"
    assert name_of(resolve_pronoun(far, "he", far.text.rindex("He said"))) is None


@pytest.mark.parametrize(
    ("text", "nominal", "expected"),
    [
        pytest.param("*Mary Kovar met John Brandt. The doctor said so.", "The doctor", "Mary Kovar", id="description"),
        pytest.param(
            "*Mary Kovar met John Brandt. The mayor said so.", "The mayor", "John Brandt", id="another-description"
        ),
        pytest.param(
            "*John Brandt met Paul Adler. The mayor of Riverton said so.",
            "The mayor of Riverton",
            "Paul Adler",
            id="the-words-that-tell-two-mayors-apart",
        ),
        pytest.param(
            "*John Brandt met Paul Adler. The mayor of Larkin said so.",
            "The mayor of Larkin",
            "John Brandt",
            id="the-other-of-two-mayors",
        ),
        pytest.param(
            "*Mary Kovar met John Brandt. A doctor said so.", "A doctor", None, id="indefinite-is-nobody-known"
        ),
        pytest.param("*Mary Kovar met John Brandt. The officials said so.", "The officials", None, id="a-group"),
        pytest.param("*Mary Kovar met John Brandt. The witness said so.", "The witness", None, id="nameless"),
        pytest.param("*Mary Kovar met John Brandt. The report said so.", "The report", None, id="a-document"),
        pytest.param("The *Moon Council met. The council said so.", "The council", "Moon Council", id="a-body"),
        pytest.param("*Mary Kovar met John Brandt. The council said so.", "The council", None, id="a-body-never-named"),
        pytest.param("*John Brandt left. The widow said so.", "The widow", None, id="gender-told-by-the-noun"),
        pytest.param("*Alice Moreau left. The widow said so.", "The widow", "Alice Moreau", id="gender-that-fits"),
    ],
)
def test_nominal_by_description_and_prominence(text: str, nominal: str, expected: str | None) -> None:
    """Whom the text describes so; nobody for groups, papers and the nameless."""
    context = scene(text)
    assert name_of(resolve_nominal(context, nominal, context.text.rindex(nominal))) == expected


@pytest.mark.parametrize(
    ("nominal", "expected"),
    [
        pytest.param("The 19-year-old", "Robin Sand", id="the-age-given"),
        pytest.param("The 20-year-old", "John Brandt", id="another-age-is-the-subject-before"),
        pytest.param("The teenager", "Robin Sand", id="a-teenager"),
    ],
)
def test_nominal_by_age(nominal: str, expected: str) -> None:
    """The age behind a name tells who is meant."""
    text = f"*John Brandt met Robin Sand, 19, in town. {nominal} said so."
    context = scene(text)
    assert name_of(resolve_nominal(context, nominal, context.text.rindex(nominal))) == expected


@pytest.mark.parametrize("nominal", ["", "  ", ".", "’s", "the"])
def test_odd_nominals_are_nobody(nominal: str) -> None:
    """They raise nothing."""
    assert resolve_nominal(scene("The *Moon Council met."), nominal, 5) is None


@pytest.mark.parametrize(
    ("text", "nominal", "expected"),
    [
        pytest.param("*Olive Thorn left. The author said so.", "The author", "Olive Thorn", id="wider-role"),
        pytest.param("*Olive Thorn left. The surgeon said so.", "The surgeon", None, id="another-role"),
        pytest.param("*Olive Thorn left. The winner said so.", "The winner", "Olive Thorn", id="what-anybody-may-be"),
        pytest.param("*Alice Moreau left. The vet said so.", "The vet", "Alice Moreau", id="nothing-told"),
        pytest.param(
            "*Alice Moreau, who runs the kennels, left. The vet said so.",
            "The vet",
            None,
            id="a-clause-tells-otherwise",
        ),
        pytest.param(
            "*Karl Meer left. The finance minister said so.", "The finance minister", "Karl Meer", id="portfolio"
        ),
        pytest.param(
            "*Karl Meer left. The foreign minister said so.", "The foreign minister", None, id="another-portfolio"
        ),
        pytest.param("*Karl Meer left. The German minister said so.", "The German minister", "Karl Meer", id="nation"),
        pytest.param("*Karl Meer left. The French minister said so.", "The French minister", None, id="another-nation"),
        pytest.param("*John Brandt met Bo Falk. The former mayor said so.", "The former mayor", "Bo Falk", id="former"),
        pytest.param("*John Brandt met Bo Falk. The mayor said so.", "The mayor", "John Brandt", id="in-office"),
        pytest.param("*Karl Meer met Olive Thorn. The German said so.", "The German", "Karl Meer", id="compatriot"),
        pytest.param("*Karl Meer met Robin Sand. The Dane said so.", "The Dane", "Robin Sand", id="no-other-nation"),
    ],
)
def test_nominal_by_role_and_nation(text: str, nominal: str, expected: str | None) -> None:
    """A wider role stands for a narrower one; portfolios, nations and "former" keep people apart."""
    context = scene(text)
    assert name_of(resolve_nominal(context, nominal, context.text.rindex(nominal))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Its director said so. *Robin Sand left. Paul Adler came.", "Robin Sand", id="the-next-subject"),
        pytest.param("Its director said so. *Mary Kovar left. Paul Adler came.", None, id="described-otherwise"),
        pytest.param("Its director said so. John Brandt and Robin Sand left.", None, id="no-subject"),
    ],
)
def test_a_role_may_be_named_afterwards(text: str, expected: str | None) -> None:
    """By the next subject of whom nothing else is told."""
    assert name_of(resolve_nominal(scene(text), "Its director", 0)) == expected


@pytest.mark.parametrize(
    ("pronoun", "expected"),
    [
        pytest.param("She", "Tarvela Holm", id="she"),
        pytest.param("He", "Tarvin Roe", id="he"),
        pytest.param("They", None, id="two-people"),
    ],
)
def test_unknown_names_lean_by_their_endings(pronoun: str, expected: str | None) -> None:
    """Where no gender is known, an ending chooses between two people named alike."""
    context = scene(f"Tarvin Roe and Tarvela Holm stood up. {pronoun} said so.")
    assert name_of(resolve_pronoun(context, pronoun.lower(), context.text.rindex(pronoun))) == expected


@pytest.mark.parametrize(
    ("headline", "nominal", "expected"),
    [
        pytest.param("‘We lost’: widow, 91, left", "widow", "Mary Kovar", id="gender"),
        pytest.param("‘We lost’: clerk, 19, left", "clerk", "Robin Sand", id="age"),
        pytest.param("‘We lost’: clerk left", "clerk", None, id="neither"),
    ],
)
def test_a_headline_means_somebody_below(headline: str, nominal: str, expected: str | None) -> None:
    """By age, or by the gender of a noun; not in prose."""
    context = scene(f"{headline}\n\n*John Brandt met Mary Kovar and Robin Sand, 19, in town.")
    at = context.text.index(nominal)
    assert resolve_nominal(context, nominal, at) is None
    assert name_of(resolve_nominal(replace(context, headlines=[(0, len(headline))]), nominal, at)) == expected
