"""Finding persons, organisations and places, on documents built by hand."""

from __future__ import annotations

import pytest

from negotiations_nlp.pipeline.entities import find_entities, is_demonym, speech_verbs
from negotiations_nlp.pipeline.gazetteer import Gazetteer
from negotiations_nlp.pipeline.known_names import given_names
from negotiations_nlp.pipeline.name_words import default_name_words
from negotiations_nlp.pipeline.surroundings import Vocabulary
from negotiations_nlp.pipeline.words import Words

KNOWN = [
    ("Ruritania", "PLACE"),
    ("Port Blue", "PLACE"),
    ("Larkin", "PLACE"),
    ("Chirp", "ORG"),
    ("X", "ORG"),
    ("Olenskyy", "PERSON"),
    ("Varga", "PERSON"),
    ("Moon Council", "ORG"),
]


def words_of(marked: str, deps: dict[str, tuple[str, str]] | None = None) -> Words:
    """A document from marked words.

    "[ORG the Moon ]" is an entity of the model, "ran_VBD" has a tag. Capitalised words are NNP, others NN. "-" and "/"
    have no space around them. deps maps a word to its dependency label and the word that is its head.
    """
    words: list[str] = []
    tags: list[str] = []
    ents: list[tuple[int, int, str]] = []
    opened: list[tuple[int, str]] = []
    for piece in marked.split(" "):
        if piece.startswith("["):
            opened.append((len(words), piece[1:]))
        elif piece == "]":
            start, label = opened.pop()
            ents.append((start, len(words), label))
        else:
            word, _, tag = piece.partition("_")
            words.append(word.replace("¶", "\n"))
            tags.append(tag or ("NNP" if word[0].isupper() else "NN" if word[0].isalpha() else word))
    tight = [word in "-/" or after in "-/" for word, after in zip(words, [*words[1:], " "], strict=True)]
    at = {word: i for i, word in enumerate(words)}
    links = {at[word]: (dep, at[head]) for word, (dep, head) in (deps or {}).items()}
    return Words(
        words,
        spaces=[not flag for flag in tight],
        tags=tags,
        deps=[links.get(i, ("", 0))[0] for i in range(len(words))],
        heads=[links.get(i, ("", i))[1] for i in range(len(words))],
        starts=[i == 0 or words[i - 1] in (".", "\n") for i in range(len(words))],
        ents=ents,
    )


def found_in(marked: str, deps: dict[str, tuple[str, str]] | None = None) -> list[tuple[str, str]]:
    """(words, label) of each entity found."""
    vocabulary = Vocabulary(
        gazetteer=Gazetteer(KNOWN, weak=["Larkin"]),
        lexicon=default_name_words(),
        given_names=given_names(),
        surnames=frozenset({"Larkin"}),
        is_demonym=is_demonym,
        speech_verbs=speech_verbs(),
    )
    words = words_of(marked, deps)
    return [(" ".join(words.words[start:end]), label) for start, end, label in find_entities(words, vocabulary)]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("in [GPE the_DT United States ] now", [("United States", "PLACE")], id="determiner"),
        pytest.param("[PERSON Ann Hill 's_POS ] plan", [("Ann Hill", "PERSON")], id="possessive"),
        pytest.param("[PERSON President Ann Hill ] left", [("Ann Hill", "PERSON")], id="title"),
        pytest.param("[PERSON Deputy Prime Minister Hill ] left", [("Hill", "PERSON")], id="title-of-three-words"),
        pytest.param(
            "it fell into the [ORG River Tolle ] there", [("River Tolle", "PLACE")], id="river-before-its-name"
        ),
        pytest.param(
            "[PERSON President River Hill ] left", [("River Hill", "PERSON")], id="near-miss-river-with-a-title"
        ),
        pytest.param("[PERSON Coroner Ann Hill ] left", [("Ann Hill", "PERSON")], id="role-capitalised"),
        pytest.param("[PERSON Glaciologist Runa Hill ] left", [("Runa Hill", "PERSON")], id="trade-opens-the-sentence"),
        pytest.param("[PERSON Van Runa Hill ] left", [("Van Runa Hill", "PERSON")], id="near-miss-particle"),
        pytest.param("[ORG Novelist Runa Hill ] left", [("Runa Hill", "PERSON")], id="trade-whatever-the-label"),
        pytest.param(
            "then [PERSON Walser Runa Hill ] left", [("Walser Runa Hill", "PERSON")], id="near-miss-mid-clause"
        ),
        pytest.param(
            "[PERSON Walter Runa Hill ] left", [("Walter Runa Hill", "PERSON")], id="near-miss-two-given-names"
        ),
        pytest.param("[PERSON Dean Hill ] left", [("Dean Hill", "PERSON")], id="near-miss-role-that-is-a-given-name"),
        pytest.param("[ORG The Hill Bank ] failed", [("Hill Bank", "ORG")], id="article-capitalised"),
        pytest.param("[ORG Bank of Hill ] failed", [("Bank of Hill", "ORG")], id="near-miss-of-inside"),
        pytest.param("the [PERSON Ann Hill - led ] board", [("Ann Hill", "PERSON")], id="compound"),
        pytest.param(
            "then [PERSON Park Min - seo_NNP ] left", [("Park Min - seo", "PERSON")], id="near-miss-given-name"
        ),
        pytest.param("beat [ORG Hill United 2 - 1 ] today", [("Hill United", "ORG")], id="result"),
        pytest.param("[PERSON Ann Hill ¶ read ] more", [("Ann Hill", "PERSON")], id="line-break"),
        pytest.param("[PERSON Ann Hill / Reuters ] wrote", [("Ann Hill", "PERSON"), ("Reuters", "PERSON")], id="slash"),
    ],
)
def test_a_name_has_nothing_around_it(marked: str, expected: list[tuple[str, str]]) -> None:
    """Titles, determiners and possessive endings are cut off, line breaks and slashes cut in two."""
    assert found_in(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("the Olenskyy - Varga talks", [("Olenskyy", "PERSON"), ("Varga", "PERSON")], id="two-known"),
        pytest.param(
            "[ORG Olenskyy - Varga ] talks", [("Olenskyy", "PERSON"), ("Varga", "PERSON")], id="model-has-one"
        ),
        pytest.param("with [PERSON Ann Olenskyy - Rowe ] there", [("Ann Olenskyy - Rowe", "PERSON")], id="near-miss"),
    ],
)
def test_hyphens_part_two_known_names_only(marked: str, expected: list[tuple[str, str]]) -> None:
    """A double-barrelled surname stays whole."""
    assert found_in(marked) == expected


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("after the [ORG Geneva Summit ] ended", id="event"),
        pytest.param("under the [ORG Clean Air Act ] now", id="document"),
        pytest.param("the [NORP Ukrainian_JJ ] side", id="nationality"),
        pytest.param("a [PERSON Ukrainian ] side", id="nationality-taken-for-a-person"),
        pytest.param("felt [ORG grey ] today", id="no-capital-letter"),
        pytest.param("[PERSON Agenda ] is set . The_DT agenda is long", id="first-word-of-a-sentence"),
        pytest.param("the [PERSON Ukrainian_JJ President ] spoke", id="office"),
    ],
)
def test_what_is_no_name(marked: str) -> None:
    """Events, documents, nationalities, offices and mere capitals are left out."""
    assert found_in(marked) == []


@pytest.mark.parametrize(
    ("marked", "deps", "expected"),
    [
        pytest.param("harbour master Tova Quill waved", None, [("Tova Quill", "PERSON")], id="role-before"),
        pytest.param("Cllr Tova Quill waved", None, [("Tova Quill", "PERSON")], id="title-before"),
        pytest.param("a harbour Tova Quill waved", None, [], id="near-miss-no-role"),
        pytest.param("¶ By_IN Tova Quill ¶ text", None, [("Tova Quill", "PERSON")], id="byline"),
        pytest.param(
            "¶ Photographs : Tova Quill , Otto Brand",
            None,
            [("Tova Quill", "PERSON"), ("Otto Brand", "PERSON")],
            id="credit-list",
        ),
        pytest.param("then Tova Quill , 52 , left", None, [("Tova Quill", "PERSON")], id="age"),
        pytest.param("then Quill , who ran , left", None, [("Quill", "PERSON")], id="who"),
        pytest.param("then Quill said so", {"Quill": ("nsubj", "said")}, [("Quill", "PERSON")], id="speaks"),
        pytest.param("then the_DT Government said so", {"Government": ("nsubj", "said")}, [], id="near-miss-the"),
        pytest.param("QUILL — The_DT mud came back again today", None, [("QUILL", "PLACE")], id="dateline"),
        pytest.param("then Quill fell down", {"Quill": ("nsubj", "fell")}, [], id="near-miss-does-not-speak"),
        pytest.param(
            "the governor , Tova Quill , left",
            {"Quill": ("appos", "governor")},
            [("Tova Quill", "PERSON")],
            id="apposition",
        ),
        pytest.param(
            "the speaker of the parliament , Zzyzx Quill , left",
            {"Quill": ("appos", "parliament"), "parliament": ("pobj", "of"), "of": ("prep", "speaker")},
            [("Zzyzx Quill", "PERSON")],
            id="apposition-to-the-nearest-noun",
        ),
        pytest.param(
            "the company , Tova Quill , left",
            {"Quill": ("appos", "company")},
            [("Tova Quill", "ORG")],
            id="apposition-of-a-firm",
        ),
        pytest.param(
            "the Quill Savings Bank failed", None, [("Quill Savings Bank", "ORG")], id="head-of-an-organisation"
        ),
        pytest.param("the Quill Savings Act failed", None, [], id="near-miss-head-of-a-document"),
        pytest.param("mud in_IN Quill .", None, [("Quill", "PLACE")], id="preposition-of-place"),
        pytest.param("interest in_IN Quill .", None, [], id="near-miss-preposition-of-the-verb"),
    ],
)
def test_the_text_introduces_names(
    marked: str, deps: dict[str, tuple[str, str]] | None, expected: list[tuple[str, str]]
) -> None:
    """What stands around capitals tells a name that the model missed."""
    assert found_in(marked, deps) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("Dr Fergus [PERSON Mowbray ] spoke", [("Fergus Mowbray", "PERSON")], id="given-name-missed"),
        pytest.param("with [PERSON Ragnar ] UGGLA there", [("Ragnar UGGLA", "PERSON")], id="surname-missed"),
        pytest.param(
            "with Ruritania [PERSON Quill ] there",
            [("Ruritania", "PLACE"), ("Quill", "PERSON")],
            id="near-miss-known-place",
        ),
    ],
)
def test_half_names_are_widened(marked: str, expected: list[tuple[str, str]]) -> None:
    """What the model caught in part becomes whole, but not over another name."""
    found = found_in(marked)
    assert [entity for entity in expected if entity in found] == [
        entity for entity in expected if entity[1] == "PERSON"
    ] + [entity for entity in expected if entity[1] != "PERSON" and entity in found]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("the Moon Rock Union ( MRU ) met", [("Moon Rock Union", "ORG"), ("MRU", "ORG")], id="initials"),
        pytest.param(
            "[ORG Ministry of Gardens ] ( Mingard ) met",
            [("Ministry of Gardens", "ORG"), ("Mingard", "ORG")],
            id="syllables",
        ),
        pytest.param("the Moon Rock Union ( ABC ) met", [("Moon Rock Union", "ORG")], id="near-miss-other-letters"),
        pytest.param("the Clean Moon Act ( CMA ) passed", [], id="near-miss-document"),
    ],
)
def test_brackets_introduce_abbreviations(marked: str, expected: list[tuple[str, str]]) -> None:
    """Long form and short form become organisations."""
    assert found_in(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("rain in Port Blue today", [("Port Blue", "PLACE")], id="place-missed-by-the-model"),
        pytest.param("rain over [PERSON Ruritania ] today", [("Ruritania", "PLACE")], id="place-taken-for-a-person"),
        pytest.param("posted on_IN X today", [("X", "ORG")], id="medium-of-one-letter"),
        pytest.param("mark X today", [], id="near-miss-letter"),
        pytest.param("wrote on_IN Chirp today", [("Chirp", "ORG")], id="medium"),
        pytest.param("saw Larkin today", [], id="near-miss-name-that-may-be-another"),
        pytest.param("rain in_IN Larkin .", [("Larkin", "PLACE")], id="name-that-may-be-another-located"),
        pytest.param("[PERSON Larkin ] left", [("Larkin", "PERSON")], id="name-that-may-be-another-model-wins"),
        pytest.param(
            "the Port Blue Savings Bank failed again this year",
            [("Port Blue Savings Bank", "ORG")],
            id="part-of-an-organisation",
        ),
    ],
)
def test_known_names(marked: str, expected: list[tuple[str, str]]) -> None:
    """Names of the knowledge base are found where they stand on their own."""
    assert found_in(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param(
            "[PERSON Ada Quill ] left . [ORG Quill ] ran . [GPE Quill ] sat",
            [("Ada Quill", "PERSON"), ("Quill", "PERSON"), ("Quill", "PERSON")],
            id="full-name-outweighs-the-model",
        ),
        pytest.param(
            "[PERSON Ivan Ruritania ] was_VBD never in_IN Ruritania .",
            [("Ivan Ruritania", "PERSON"), ("Ruritania", "PLACE")],
            id="near-miss-each-by-its-own-surroundings",
        ),
        pytest.param(
            "[PERSON Volodymyr Torenskyy ] sat . [ORG Torensky ] ran",
            [("Volodymyr Torenskyy", "PERSON"), ("Torensky", "PERSON")],
            id="surname-in-another-spelling",
        ),
        pytest.param(
            "[ORG Donat Quill ] , 44 , sat . They_PRP quoted Quill",
            [("Donat Quill", "PERSON"), ("Quill", "PERSON")],
            id="surname-of-one-taken-for-a-firm",
        ),
        pytest.param(
            "[ORG Zzyzx Quill ] sat . They_PRP quoted Quill", [("Zzyzx Quill", "ORG")], id="near-miss-nothing-tells"
        ),
        pytest.param(
            "[PERSON Jean Le Quill ] sat . [ORG Le Quill ] ran",
            [("Jean Le Quill", "PERSON"), ("Le Quill", "PERSON")],
            id="surname-of-two-words",
        ),
        pytest.param(
            "[ORG Quill ] met Mr Quill . [ORG Quill ] ran",
            [("Quill", "PERSON"), ("Quill", "PERSON"), ("Quill", "PERSON")],
            id="one-title-tells-for-all",
        ),
        pytest.param(
            "[ORG Quill ] met [ORG Quill ] . [PERSON Quill ] ran",
            [("Quill", "ORG")] * 2 + [("Quill", "ORG")],
            id="majority",
        ),
    ],
)
def test_one_label_a_name(marked: str, expected: list[tuple[str, str]]) -> None:
    """Evidence from the whole document decides, not the model's last word."""
    assert found_in(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param(
            "[PERSON Ada Quill ] left . Then_RB Quill ran", [("Ada Quill", "PERSON"), ("Quill", "PERSON")], id="surname"
        ),
        pytest.param(
            "ADA QUILL LEAVES TODAY ¶ [PERSON Ada Quill ] left",
            [("ADA QUILL", "PERSON"), ("Ada Quill", "PERSON")],
            id="line-of-capitals",
        ),
        pytest.param(
            "[PERSON Ada Quill ] left . The_DT Quill Law", [("Ada Quill", "PERSON")], id="near-miss-longer-name"
        ),
    ],
)
def test_names_are_found_again(marked: str, expected: list[tuple[str, str]]) -> None:
    """What is a name in one place is one in another, when it stands on its own there."""
    assert found_in(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("[PERSON Roe v Doe ]", [("Roe", "PERSON"), ("Doe", "PERSON")], id="versus"),
        pytest.param("[PERSON Roe van Doe ]", [("Roe van Doe", "PERSON")], id="near-miss-particle"),
        pytest.param(
            "the mayor of [ORG Tarnby , Zzyxa Doe ]", [("Tarnby", "PLACE"), ("Zzyxa Doe", "PERSON")], id="office-of"
        ),
        pytest.param("with [ORG Tarnby , Zzyx Doe ]", [("Tarnby , Zzyx Doe", "ORG")], id="near-miss-no-office"),
        pytest.param(
            "[GPE Ruritania Olenskyy ] spoke", [("Ruritania Olenskyy", "PLACE")], id="near-miss-place-and-one-word"
        ),
        pytest.param(
            "[GPE Ruritania Olena Quill ] spoke",
            [("Ruritania", "PLACE"), ("Olena Quill", "PERSON")],
            id="place-and-full-name",
        ),
        pytest.param(
            "[ORG Quill Congress of Zzyx Doe ] met . [PERSON Doe ] ran",
            [("Quill Congress", "ORG"), ("Zzyx Doe", "PERSON"), ("Doe", "PERSON")],
            id="of-somebody-named-elsewhere",
        ),
        pytest.param(
            "[ORG Quill Congress of Zzyx Doe ] met", [("Quill Congress of Zzyx Doe", "ORG")], id="near-miss-of-unknown"
        ),
        pytest.param(
            "[ORG Ada Quill of Zzyx University ] sat",
            [("Ada Quill", "PERSON"), ("Zzyx University", "ORG")],
            id="of-a-university",
        ),
        pytest.param(
            "[ORG Ada University of Zzyx ] sat", [("Ada University of Zzyx", "ORG")], id="near-miss-university-of"
        ),
        pytest.param("[PERSON Bruna , Carlo ] sat", [("Bruna", "PERSON"), ("Carlo", "PERSON")], id="list"),
        pytest.param("[PERSON Bruna Quill , Jr. ] sat", [("Bruna Quill , Jr.", "PERSON")], id="near-miss-junior"),
        pytest.param(
            "[ORG Zzyx United 2 - 1 Quill Rovers ] today",
            [("Zzyx United", "ORG"), ("Quill Rovers", "ORG")],
            id="result-between",
        ),
        pytest.param("then [PERSON Runa ] [PERSON Holm Reis ] sat", [("Runa Holm Reis", "PERSON")], id="cut-by-model"),
        pytest.param(
            "then [PERSON Varga ] [PERSON Holm Reis ] sat",
            [("Varga", "PERSON"), ("Holm Reis", "PERSON")],
            id="near-miss-known-name-by-itself",
        ),
    ],
)
def test_one_name_at_a_time(marked: str, expected: list[tuple[str, str]]) -> None:
    """What the model runs together is cut, and what it cuts is joined."""
    assert found_in(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("[PERSON Ann Hill KC ] spoke", [("Ann Hill", "PERSON")], id="letters-after-a-name"),
        pytest.param("[PERSON Ann Hill XY ] spoke", [("Ann Hill XY", "PERSON")], id="near-miss-other-letters"),
        pytest.param("[ORG Sheriff Zzyx Quill ] spoke", [("Zzyx Quill", "PERSON")], id="title-in-an-organisation"),
        pytest.param("[GPE Prince Zzyx Island ] sank", [("Prince Zzyx Island", "PLACE")], id="near-miss-head-word"),
        pytest.param("12.05 [ORG GMT Quill Labs ] spoke", [("Quill Labs", "ORG")], id="time-zone"),
        pytest.param("[ORG Photo : Quill Labs ]", [("Quill Labs", "ORG")], id="credit"),
        pytest.param("[ORG Note : Quill Labs ]", [("Note", "ORG"), ("Quill Labs", "ORG")], id="near-miss-no-credit"),
        pytest.param("the [ORG Ex - Chirp ] chief", [("Chirp", "ORG")], id="ex"),
        pytest.param("at [PERSON St Oswin ] 's_POS .", [("St Oswin 's", "PLACE")], id="church-of-a-saint"),
        pytest.param("at [PERSON St Oswin ] 's_POS door", [("St Oswin", "PERSON")], id="near-miss-owner"),
        pytest.param(
            "the [ORG High Court ] of [GPE Zzyxia ] met", [("High Court of Zzyxia", "ORG")], id="organisation-of"
        ),
        pytest.param(
            "the [ORG Zzyx ] of [GPE Zzyxia ] met", [("Zzyx", "ORG"), ("Zzyxia", "PLACE")], id="near-miss-no-head"
        ),
        pytest.param("in [GPE Lonsdale ] Street .", [("Lonsdale Street", "PLACE")], id="head-missed"),
        pytest.param("in [GPE Ruritania ] Street .", [("Ruritania", "PLACE")], id="near-miss-head-after-a-known-place"),
        pytest.param(
            "[PERSON Kim Zzyxo Concedes Race ] At_IN Last Today ¶ [PERSON Kim Zzyxo ] left",
            [("Kim Zzyxo", "PERSON"), ("Kim Zzyxo", "PERSON")],
            id="verb-of-a-headline",
        ),
        pytest.param(
            "[PERSON Kim Zzyxo Concedes Race ] At_IN Last Today ¶ [PERSON Kim ] left",
            [("Kim", "PERSON"), ("Kim", "PERSON")],
            id="shorter-name-elsewhere",
        ),
        pytest.param(
            "[PERSON Kim Zzyxo ] At_IN Last Wins Race Today ¶ [PERSON Kim ] left . [PERSON Zzyxo ] sat",
            [("Kim Zzyxo", "PERSON"), ("Kim", "PERSON"), ("Zzyxo", "PERSON")],
            id="near-miss-both-words-name-somebody",
        ),
    ],
)
def test_what_belongs_to_a_name(marked: str, expected: list[tuple[str, str]]) -> None:
    """Head words and saints' endings belong to a name; letters, times, credits and verbs do not."""
    assert found_in(marked) == expected


@pytest.mark.parametrize(
    ("marked", "deps", "expected"),
    [
        pytest.param("the Quill party won", None, [("Quill", "ORG")], id="outfit"),
        pytest.param("the Quill party wall fell", None, [("Quill", "ORG")], id="outfit-whatever-follows"),
        pytest.param("the Quill garden fell", None, [], id="near-miss-no-outfit"),
        pytest.param("[PERSON Quill ] boss Ada Roe sat", None, [("Quill", "ORG"), ("Ada Roe", "PERSON")], id="boss"),
        pytest.param("[PERSON Quill ] boss sat", None, [("Quill", "PERSON")], id="near-miss-nobody-follows"),
        pytest.param("in_IN the_DT Quill region now_RB", None, [("Quill", "PLACE")], id="region"),
        pytest.param("[ORG Quill ] region lost_VBD", None, [("Quill", "PLACE")], id="region-whatever-the-model-says"),
        pytest.param("[ORG Quill ] town_NN hall_NN lost", None, [("Quill", "ORG")], id="near-miss-longer-noun"),
        pytest.param("then_RB [PERSON Quill ] , a_DT carmaker , fell", None, [("Quill", "ORG")], id="explained"),
        pytest.param("then_RB [PERSON Quill ] , a_DT tailor , fell", None, [("Quill", "PERSON")], id="near-miss-role"),
        pytest.param("the carmaker [PERSON Zzyx Quill ] sat", None, [("Zzyx Quill", "ORG")], id="business-before"),
        pytest.param("the carmaker [PERSON Ada Quill ] sat", None, [("Ada Quill", "PERSON")], id="near-miss-given"),
        pytest.param("then_RB [PERSON Quill ] said it will pay", None, [("Quill", "ORG")], id="speaks-of-itself"),
        pytest.param("then_RB [PERSON Quill ] said it is rain", None, [("Quill", "PERSON")], id="near-miss-rain"),
        pytest.param("then_RB [ORG Quill ] ran to_IN [ORG Doe ]", None, [("Quill", "ORG"), ("Doe", "ORG")], id="plain"),
        pytest.param(
            "then_RB [PERSON Quill ] host_VBP Doe",
            {"Quill": ("nsubj", "host")},
            [("Quill", "ORG")],
            id="plural-verb",
        ),
        pytest.param(
            "then_RB [PERSON Quill ] hosts_VBZ Doe",
            {"Quill": ("nsubj", "hosts")},
            [("Quill", "PERSON")],
            id="near-miss-singular-verb",
        ),
        pytest.param("then_RB QUIL said so", {"QUIL": ("nsubj", "said")}, [("QUIL", "ORG")], id="acronym-speaks"),
        pytest.param("then_RB GDP said so", {"GDP": ("nsubj", "said")}, [], id="near-miss-common-abbreviation"),
        pytest.param("then_RB QuilCo ran", {"QuilCo": ("nsubj", "ran")}, [("QuilCo", "ORG")], id="coined-word"),
        pytest.param("then_RB McQuil ran", {"McQuil": ("nsubj", "ran")}, [], id="near-miss-surname"),
        pytest.param(
            "[PERSON Ada Quill ] of_IN [PERSON Doe ] sat",
            None,
            [("Ada Quill", "PERSON"), ("Doe", "ORG")],
            id="employer",
        ),
        pytest.param(
            "[PERSON Ada Quill ] and_CC [PERSON Doe ] sat",
            None,
            [("Ada Quill", "PERSON"), ("Doe", "PERSON")],
            id="near-miss-colleague",
        ),
        pytest.param("then_RB [PERSON QUIL ] sat", None, [("QUIL", "ORG")], id="acronym-taken-for-a-person"),
        pytest.param("then_RB [PERSON Quil ] sat", None, [("Quil", "PERSON")], id="near-miss-no-acronym"),
        pytest.param(
            "[GPE Quill University ] sat . Then_RB [PERSON Quill ] ran",
            None,
            [("Quill University", "ORG"), ("Quill", "ORG")],
            id="first-word-of-a-university",
        ),
        pytest.param("RIGA , Zzyxia — The_DT mud came back", None, [("RIGA", "PLACE")], id="dateline-with-a-country"),
        pytest.param(
            "Riga ( XPA ) - The_DT mud came back",
            None,
            [("Riga", "PLACE"), ("XPA", "ORG")],
            id="dateline-with-an-agency",
        ),
        pytest.param("Riga ( XPA ) came back", None, [], id="near-miss-no-dash"),
        pytest.param(
            "[ORG Zzyx Quill ] sat . Then_RB Quill said so",
            {"Quill": ("nsubj", "said")},
            [("Zzyx Quill", "PERSON"), ("Quill", "PERSON")],
            id="surname-speaks",
        ),
    ],
)
def test_surroundings_tell_the_label(
    marked: str, deps: dict[str, tuple[str, str]] | None, expected: list[tuple[str, str]]
) -> None:
    """Nouns, appositions and verbs beside a name tell what it names, and may find it."""
    assert found_in(marked, deps) == expected


def test_nothing_in_nothing() -> None:
    """A document without words names nobody."""
    vocabulary = Vocabulary(Gazetteer([]), default_name_words(), frozenset(), frozenset(), is_demonym, frozenset())
    assert find_entities(Words([]), vocabulary) == []
