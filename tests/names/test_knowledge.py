"""The knowledge base: names to canonical names, the users' own entries, house style, errors."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from negotiations_nlp.errors import DataError, InputError
from negotiations_nlp.names import Knowledge, normalize

if TYPE_CHECKING:
    from pathlib import Path


def shown(name: str, label: str) -> str | None:
    found = Knowledge.default().normalize(name, label)
    return found.name if found is not None else None


@pytest.mark.parametrize(
    ("name", "label", "canonical"),
    [
        pytest.param("Wołodymyr Zełenski", "PERSON", "Volodymyr Zelenskyy", id="polish"),
        pytest.param("Зеленський", "PERSON", "Volodymyr Zelenskyy", id="cyrillic"),
        pytest.param("ERDOĞAN", "PERSON", "Recep Tayyip Erdoğan", id="caps"),
        pytest.param("Petro Oleksiyovych Poroshenko", "PERSON", "Petro Poroshenko", id="patronymic"),
        pytest.param("Sir Keir", "PERSON", "Keir Starmer", id="sir-and-given-name"),
        pytest.param("Mikhaïl Khodorkovski", "PERSON", "Mikhail Khodorkovsky", id="french"),
        pytest.param("Sergei Lavroff", "PERSON", "Sergei Lavrov", id="final-off"),
        pytest.param("Kier Starmer", "PERSON", "Keir Starmer", id="misspelt-given-name"),
        pytest.param("Kiev's", "PLACE", "Kyiv", id="russian-form-possessive"),
        pytest.param("Київ", "PLACE", "Kyiv", id="cyrillic-place"),
        pytest.param("eastern city of Artemivsk", "PLACE", "Bakhmut", id="former-name"),
        pytest.param("Ukraine's Donetsk region", "PLACE", "Donetsk Oblast", id="region"),
        pytest.param("Pokrovskyi district", "PLACE", "Pokrovsk Raion", id="district-by-its-adjective"),
        pytest.param("Artemovsk rayon", "PLACE", "Bakhmut Raion", id="district-of-a-former-name"),
        pytest.param("Donetsk Raion, Ukraine", "PLACE", "Donetsk Raion", id="district-named-like-a-region"),
        pytest.param("breakaway Abkhazia", "PLACE", "Abkhazia", id="breakaway"),
        pytest.param("Turkey", "PLACE", "Türkiye", id="country"),
        pytest.param("Moscow, Russia", "PLACE", "Moscow", id="country-after-it"),
        pytest.param("Saudi capital Riyadh", "PLACE", "Riyadh", id="capital-before-it"),
        pytest.param("occupied Melitopol", "PLACE", "Melitopol", id="occupied"),
        pytest.param("River Dnieper", "PLACE", "Dnipro River", id="river-before-it"),
        pytest.param("Straits of Hormuz", "PLACE", "Strait of Hormuz", id="straits"),
        pytest.param("Barcelona", "PLACE", "Barcelona", id="metropolis-and-town-of-one-name"),
        pytest.param("Brest", "PLACE", "Brest", id="belarusian-town-of-the-news"),
        pytest.param("Niemcy", "PLACE", "Germany", id="polish-country"),
        pytest.param("Viyana", "PLACE", "Vienna", id="turkish-city"),
        pytest.param("Czelabińsk", "PLACE", "Chelyabinsk", id="polish-marks"),
        pytest.param("Artemiwsk", "PLACE", "Bakhmut", id="german-form-of-a-former-name"),
        pytest.param("Ukraine's Ministry of Defense", "ORG", "Ministry of Defence of Ukraine", id="word-order"),
        pytest.param("Russian state news agency TASS", "ORG", "TASS", id="description"),
        pytest.param("New York-based Human Rights Watch", "ORG", "Human Rights Watch", id="based"),
        pytest.param("OPEC+", "ORG", "OPEC+", id="sign-that-counts"),
        pytest.param("State Duma of the Russian Federation", "ORG", "State Duma", id="country-after-it"),
        pytest.param("Rostec State Corporation", "ORG", "Rostec", id="legal-form-after-it"),
        pytest.param("PJSC Rosneft", "ORG", "Rosneft", id="legal-form-before-it"),
        pytest.param("Elon Musk's SpaceX", "ORG", "SpaceX", id="owner-of-two-words"),
        pytest.param("EU police agency Europol", "ORG", "Europol", id="bloc-before-it"),
        pytest.param("Rovno NPP", "ORG", "Rivne Nuclear Power Plant", id="place-in-its-russian-form"),
        pytest.param("Khmelnytskyi nuclear plant", "ORG", "Khmelnytskyi Nuclear Power Plant", id="plant"),
        pytest.param("Turkish Ministry of Defense", "ORG", "Ministry of National Defence of Türkiye", id="national"),
        pytest.param("Krašto apsaugos ministerija", "ORG", "Ministry of Defence of Lithuania", id="native-name"),
        pytest.param("MIA of Georgia", "ORG", "Ministry of Internal Affairs of Georgia", id="interior-in-short"),
        pytest.param("Ryanair Holdings", "ORG", "Ryanair", id="holdings"),
        pytest.param("Estonia's Foreign Ministry", "ORG", "Ministry of Foreign Affairs of Estonia", id="pattern"),
        pytest.param("Der Spiegel magazine", "ORG", "Der Spiegel", id="kind-after-it"),
        pytest.param("Joseph R. Biden Jr.", "PERSON", "Joe Biden", id="junior"),
        pytest.param("J. Keith Kellogg", "PERSON", "Keith Kellogg", id="initial-before-the-given-name"),
        pytest.param("Mychajlo Podoljak", "PERSON", "Mykhailo Podolyak", id="german"),
        pytest.param("Konstantin Kossatschow", "PERSON", "Konstantin Kosachev", id="ending-as-it-is-said"),
        pytest.param("Karol Navrotsky", "PERSON", "Karol Nawrocki", id="polish-name-by-way-of-cyrillic"),
        pytest.param("Prime Minister Bennett", "PERSON", "Naftali Bennett", id="common-surname-after-an-office"),
        pytest.param("meduza.io", "ORG", "Meduza", id="web-address"),
        pytest.param("www.bbc.co.uk", "ORG", "BBC", id="web-address-of-two-parts"),
        pytest.param("National Power Company Ukrenergo", "ORG", "Ukrenergo", id="general-words-before-it"),
        pytest.param("US-funded RFE/RL", "ORG", "Radio Free Europe/Radio Liberty", id="funded"),
        pytest.param(
            "French charity Doctors Without Borders", "ORG", "Doctors Without Borders", id="a-charity-of-a-nation"
        ),
        pytest.param(
            "General Staff of the AFU", "ORG", "General Staff of the Armed Forces of Ukraine", id="initials-inside"
        ),
        pytest.param("Rostec Group", "ORG", "Rostec", id="group-after-it"),
        pytest.param("Rybar Telegram channel", "ORG", "Rybar", id="kind-that-fits"),
        pytest.param("MI-5", "ORG", "MI5", id="hyphen-in-an-abbreviation"),
    ],
)
def test_names_find_their_owner(name: str, label: str, canonical: str) -> None:
    """A spelling finds the canonical name."""
    assert shown(name, label) == canonical


@pytest.mark.parametrize(
    ("name", "label"),
    [
        pytest.param("Nazar Zelensky", "PERSON", id="other-given-name"),
        pytest.param("Volodymyr", "PERSON", id="given-name-alone"),
        pytest.param("Mrs Zelensky Poroshenko", "PERSON", id="no-such-person"),
        pytest.param("Umarov", "PERSON", id="look-alike"),
        pytest.param("Nazar Lavroff", "PERSON", id="final-off-and-another-given-name"),
        pytest.param("Sharon", "PERSON", id="given-name-that-is-a-surname"),
        pytest.param("Cooper", "PERSON", id="common-surname-of-many"),
        pytest.param("Alba", "PLACE", id="old-name-of-a-small-town"),
        pytest.param("Kyiv district", "PLACE", id="no-such-district"),
        pytest.param("Columbia district", "PLACE", id="district-of-nothing-known"),
        pytest.param("MIA", "ORG", id="interior-of-no-country"),
        pytest.param("PPP", "ORG", id="initials-of-two-parties"),
        pytest.param("Maria Sharipova", "PERSON", id="surname-a-telling-vowel-apart"),
        pytest.param("Sergei Kavrov", "PERSON", id="surname-with-another-first-letter"),
        pytest.param("Bennett", "PERSON", id="common-surname-of-a-foreigner"),
        pytest.param("Brandt", "PERSON", id="common-surname-of-nobody-in-office"),
        pytest.param("Mr Bennett", "PERSON", id="common-surname-after-an-honorific"),
        pytest.param("Prince Christopher", "PERSON", id="royal-title-and-a-stranger's-given-name"),
        pytest.param("Prince Merkel", "PERSON", id="royal-title-and-a-surname"),
        pytest.param("Kim Young-un", "PERSON", id="syllables-that-sound-alike"),
        pytest.param("Antonov Group", "ORG", id="surname-and-a-capitalised-kind"),
        pytest.param("Danish Red Cross", "ORG", id="a-nation's-branch"),
        pytest.param("Amazon Daily", "ORG", id="kind-that-does-not-fit"),
        pytest.param("Women's Democratic Party", "ORG", id="possessive-of-the-name"),
        pytest.param("National Senate", "ORG", id="general-word-before-a-byname"),
        pytest.param("nobodyknows.io", "ORG", id="unknown-web-address"),
        pytest.param("Fox", "ORG", id="first-word-of-a-name"),
        pytest.param("Jack Vance", "PERSON", id="given-name-for-two-initials"),
        pytest.param("Volodymyr Zelensky Jr.", "PERSON", id="junior-of-a-country-without-juniors"),
        pytest.param("Кирилл Podoliak", "PERSON", id="two-scripts-in-one-name"),
        pytest.param("Clinton", "PERSON", id="several-of-a-family"),
        pytest.param("Moscow, Idaho", "PLACE", id="another-moscow"),
        pytest.param("Springfield", "PLACE", id="too-many"),
        pytest.param("Zolochiv", "PLACE", id="two-towns-of-a-size"),
        pytest.param("Donezhin", "PLACE", id="unknown-place"),
        pytest.param("Turkish capital Riyadh", "PLACE", id="capital-of-another-country"),
        pytest.param("Kyiv Strait", "PLACE", id="no-such-strait"),
        pytest.param("German Ground Forces", "ORG", id="another-country"),
        pytest.param("Thornby United", "ORG", id="unknown-organisation"),
        pytest.param("National Bee Council", "ORG", id="initials-of-a-known-name"),
        pytest.param("Federal Bakers Institute", "ORG", id="initials-of-an-abbreviation"),
        pytest.param("Ministry of Silly Walks of Ukraine", "ORG", id="no-such-ministry"),
        pytest.param("Gazprom of Germany", "ORG", id="home-elsewhere"),
        pytest.param("Litvinenko", "PERSON", id="one-spelled-so-and-one-romanised-so"),
        pytest.param("Downing Street", "PLACE", id="no-place"),
        pytest.param("", "ORG", id="empty"),
        pytest.param("?!", "PLACE", id="no-letters"),
        pytest.param("x" * 100_000, "PERSON", id="too-long"),
        pytest.param("F-16", "ORG", id="no-body-without-its-hyphen"),
    ],
)
def test_no_answer_rather_than_a_guess(name: str, label: str) -> None:
    """Unknown and ambiguous names are answered with None."""
    assert shown(name, label) is None


@pytest.mark.parametrize(
    ("one", "other", "label"),
    [
        pytest.param("Joe Biden", "Hunter Biden", "PERSON", id="family"),
        pytest.param("Warren Buffett", "Elizabeth Warren", "PERSON", id="given-name-and-surname"),
        pytest.param("James Comey", "James Comer", "PERSON", id="last-letter"),
        pytest.param("Andrey Kostin", "Andriy Kostin", "PERSON", id="two-forms-of-one-given-name"),
        pytest.param("King Hussein", "Saddam Hussein", "PERSON", id="royal-name-and-surname"),
        pytest.param("Kim Jong Un", "Kim Yong-hyun", "PERSON", id="korean-names-that-sound-alike"),
        pytest.param("Politico", "Polityka", "ORG", id="sounds-of-another-tradition"),
        pytest.param("US Congress", "National People's Congress", "ORG", id="people's-congress"),
        pytest.param("Rhine", "Rhône", "PLACE", id="rivers"),
        pytest.param("Rivne NPP", "Khmelnytskyi NPP", "ORG", id="two-plants"),
        pytest.param("Estonian Foreign Ministry", "Latvian Foreign Ministry", "ORG", id="two-ministries-of-a-pattern"),
        pytest.param("Gazprom", "Gazprom Bank", "ORG", id="company-and-its-bank"),
        pytest.param("Donald Trump", "Trump Jr.", "PERSON", id="junior"),
        pytest.param("MBS", "MBZ", "PERSON", id="abbreviations"),
        pytest.param("Kyiv", "Kiev region", "PLACE", id="city-and-region"),
        pytest.param("Donetsk Raion", "Donetsk region", "PLACE", id="district-and-region"),
        pytest.param("Kupiansk district", "Kupiansk", "PLACE", id="district-and-town"),
        pytest.param("Gold Coast", "Ghana", "PLACE", id="city-and-a-former-name"),
        pytest.param("People's Republic of China", "Republic of China", "PLACE", id="two-chinas"),
        pytest.param("Slovakia", "Slovenia", "PLACE", id="look-alike-countries"),
        pytest.param("Grenada", "Granada", "PLACE", id="a-town-whose-name-is-spanish-for-a-country"),
        pytest.param("Słowacja", "Słowenia", "PLACE", id="look-alike-countries-in-polish"),
        pytest.param("Washington state", "Washington, D.C.", "PLACE", id="state-and-city"),
        pytest.param("OPEC", "OPEC+", "ORG", id="plus"),
        pytest.param("European Council", "Council of Europe", "ORG", id="same-words-nearly"),
        pytest.param("Ukrainian Armed Forces", "Russian Armed Forces", "ORG", id="two-countries"),
    ],
)
def test_two_names_stay_two(one: str, other: str, label: str) -> None:
    """Names that are close have two owners, and both are known."""
    first, second = shown(one, label), shown(other, label)
    assert first is not None
    assert second is not None
    assert first != second


def test_explain_gives_scored_reasons() -> None:
    """With explain, the candidates come with score and reasons, best first."""
    found = normalize("Mr Zelenskij", "PERSON", explain=True)
    assert [(c.name, c.score > 0.7, c.reasons != ()) for c in found][:1] == [("Volodymyr Zelenskyy", True, True)]


def test_without_a_label_all_are_asked() -> None:
    """A name of one kind is found without saying which."""
    assert normalize("Kiev").label == "PLACE"


@pytest.mark.parametrize(("name", "label"), [(None, "PERSON"), (3, None), ("Kyiv", "CITY")])
def test_wrong_arguments_raise(name: object, label: str | None) -> None:
    """A name that is no string and an unknown label are the caller's mistake."""
    with pytest.raises(InputError, match="must be"):
        Knowledge.default().normalize(name, label)  # type: ignore[arg-type]


def test_records_stand_alone() -> None:
    """A knowledge base of records knows nothing else, and matches by rule."""
    own = Knowledge.from_records([{"name": "Greta Hallström", "label": "PERSON", "id": "p1"}])
    assert [own.normalize(n, "PERSON") is not None for n in ("Hallstroem", "Ms Hallstrom", "Zelensky")] == [
        True,
        True,
        False,
    ]


def test_users_entries_win_over_the_built_in() -> None:
    """On top of the built-in, the users' entry answers first and the rest is still there."""
    own = Knowledge.from_records([{"name": "Volodymyr Zelensky of Lutsk", "label": "PERSON", "aliases": ["Zelensky"]}])
    both = Knowledge.default().extended_with(own)
    assert [n.name for n in (both.normalize("Zelensky", "PERSON"), both.normalize("Kiev", "PLACE")) if n] == [
        "Volodymyr Zelensky of Lutsk",
        "Kyiv",
    ]


def test_an_entry_of_a_known_name_adds_its_aliases() -> None:
    """A record without an id that names a known entry keeps that entry's id."""
    own = Knowledge.from_records([{"name": "Kyiv", "label": "PLACE", "aliases": ["K-town"]}])
    found = Knowledge.default().extended_with(own).normalize("K-town", "PLACE")
    assert found is not None
    assert found == Knowledge.default().normalize("Kyiv", "PLACE")


def test_house_style_changes_what_is_shown_not_the_id() -> None:
    """The style's name is shown for every spelling; the id stays; other Knowledge objects don't change."""
    styled = Knowledge.default().with_style({"Kyiv": "Kiev"})
    found, plain = styled.normalize("Київ", "PLACE"), Knowledge.default().normalize("Київ", "PLACE")
    assert found is not None
    assert plain is not None
    assert (found.name, found.id, plain.name) == ("Kiev", plain.id, "Kyiv")


@pytest.mark.parametrize(
    ("style", "message"),
    [({"Qwertz": "X"}, "not in the knowledge base"), ({"Kyiv": " "}, "must be a name")],
)
def test_house_style_names_what_is_wrong(style: dict[str, str], message: str) -> None:
    """A style for an unknown name, or to show nothing, is refused."""
    with pytest.raises(InputError, match=message):
        Knowledge.default().with_style(style)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(
            '{"name": "A", "label": "ORG"}\n{"name": "B", "lable": "ORG"}', "line 2.*'lable'", id="unknown-key"
        ),
        pytest.param('{"name": "A", "label": "CITY"}', "line 1.*'label'", id="label"),
        pytest.param('\n{"name": "A", "label": "ORG"', "line 2", id="bad-json"),
        pytest.param("[1]", "line 1.*list", id="no-object"),
        pytest.param('{"name": "A", "label": "ORG"}\n{"name": "Á", "label": "ORG"}', "line 2.*line 1", id="duplicate"),
        pytest.param('{"name": "A", "label": "ORG", "aliases": ["B", "b"]}', "line 1.*twice", id="alias-twice"),
        pytest.param('{"name": "!", "label": "ORG"}', "line 1.*letter", id="no-name"),
        pytest.param('{"name": "A", "label": "ORG", "aliases": "B"}', "line 1.*list", id="aliases-no-list"),
        pytest.param(
            '{"name": "A", "label": "PERSON", "offices": [{"role": "x", "since": "May"}]}', "line 1.*YYYY", id="date"
        ),
    ],
)
def test_faulty_files_are_refused_with_the_line(tmp_path: Path, content: str, message: str) -> None:
    """The error names the line and what is wrong with it."""
    path = tmp_path / "my.jsonl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(DataError, match=message):
        Knowledge.load(path)


def test_one_name_under_two_labels_is_no_duplicate(tmp_path: Path) -> None:
    """A place and an organisation may share a name."""
    path = tmp_path / "my.jsonl"
    path.write_text('{"name": "Rivers", "label": "ORG"}\n{"name": "Rivers", "label": "PLACE"}\n', encoding="utf-8")
    assert len(Knowledge.load(path)) == 2


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """A path without a file is the caller's mistake."""
    with pytest.raises(InputError, match="no knowledge file"):
        Knowledge.load(tmp_path / "none.jsonl")


@pytest.mark.parametrize(
    ("role", "day", "expected"),
    [
        pytest.param("president", dt.date(2016, 1, 1), ("person:petro-poroshenko",), id="then"),
        pytest.param("president", None, ("person:volodymyr-zelenskyy",), id="now"),
        pytest.param("defense minister", dt.date(2024, 1, 1), ("person:rustem-umerov",), id="american-spelling"),
        pytest.param("astronaut", None, (), id="unknown-office"),
    ],
)
def test_holders_of_an_office(role: str, day: dt.date | None, expected: tuple[str, ...]) -> None:
    """Who held an office on a day, and who holds it now."""
    assert Knowledge.default().holders(role, "country:UA", day) == expected


@pytest.mark.parametrize(
    ("role", "of", "day", "expected"),
    [
        pytest.param("foreign minister", "country:JP", None, ("person:toshimitsu-motegi",), id="minister-now"),
        pytest.param("foreign minister", "country:KZ", dt.date(2024, 5, 1), ("person:murat-nurtleu",), id="then"),
        pytest.param("foreign minister", "country:KZ", dt.date(2022, 5, 1), (), id="before-the-first-known"),
        pytest.param("managing director", "org:imf", None, ("person:kristalina-georgieva",), id="head-of-a-body"),
        pytest.param("managing director", "org:world-bank", None, (), id="other-title-there"),
    ],
)
def test_holders_of_offices_elsewhere(role: str, of: str, day: dt.date | None, expected: tuple[str, ...]) -> None:
    """Offices of other states and of bodies, in their time."""
    assert Knowledge.default().holders(role, of, day) == expected


@pytest.mark.parametrize(
    ("word", "country"), [("Ukrainian", "country:UA"), ("Americans", "country:US"), ("Kyivan", None)]
)
def test_nationality_words(word: str, country: str | None) -> None:
    """A nationality word tells its country."""
    assert Knowledge.default().demonym(word) == country


def test_forms_for_running_text_are_unambiguous() -> None:
    """Every form belongs to one id under a label, and brings that id back."""
    base = Knowledge.default()
    found = [(form, known, base.normalize(form, label)) for form, label, known in base.forms()]
    wrong = [(form, known) for form, known, answer in found if answer is None or answer.id != known]
    assert wrong == []


def test_forms_leave_out_common_words() -> None:
    """Names that are words as well are not recognised wherever they stand; safe ones are."""
    forms = {form for form, _, _ in Knowledge.default().forms()}
    assert {"Kyiv", "U.S.", "UDCG", "Zelensky", "National Security and Defence Council"} <= forms
    assert forms.isdisjoint({"Time", "Nice", "Signal", "Volodymyr", "President Zelensky"})
