"""Attributions that follow a quotation: which cue and which source, in the words after it, speak it.

Pure functions over tokens. Layout decides (what stands between a quote and its paragraph's next quote), the parse
helps: a reporting clause beside a quotation is short and regular, and the parser is often wrong there.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from negotiations_nlp.pipeline.frames import Frame, frame_at, issuer_of, object_of, wants_to_know
from negotiations_nlp.pipeline.name_words import default_name_words
from negotiations_nlp.pipeline.status import status_of
from negotiations_nlp.speaker_words import speaker_nouns

if TYPE_CHECKING:
    from negotiations_nlp.lexicon import CueEntry, Lexicon
    from negotiations_nlp.pipeline.tokens import Tokens

__all__ = ["Attribution", "abbreviates", "attribution_after", "entry_at", "noun_phrase_at"]

FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN", "VB", "VBG"})
NOMINAL = frozenset(
    {
        "DT",
        "JJ",
        "JJR",
        "JJS",
        "NN",
        "NNS",
        "NNP",
        "NNPS",
        "POS",
        "PRP",
        "PRP$",
        "CD",
        "HYPH",
        "VBG",
        "FW",
        "PDT",
        "ADD",
    }
)
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "CD", "FW"})
DASHES = frozenset({"-", "–", "—", "--", "―", "−"})
PRO_NOUNS = frozenset({"another", "others", "many", "some", "one", "both", "all", "most", "few", "several"})
STOPS = frozenset({".", "?", "!", "…", ":", ";", "(", "["})
SUBORDINATORS = frozenset({"when", "while", "because", "although", "though", "if", "once", "until", "whereas", "but"})
SKIPPED = DASHES | {",", " ", "\n"}
SUBORDINATE = frozenset({"relcl", "acl", "amod", "advcl", "pcomp"})
SENTENCE_ENDS = frozenset({".", "?", "!", "…"})
MAX_ATTRIBUTION_TOKENS = 60
MAX_SIGNATURE_TOKENS = 8
MAX_NAME_TOKENS = 10
ARRIVALS = frozenset({"came", "comes"})
WEAK_VERBS = frozenset(
    {"is", "was", "are", "were", "be", "been", "being", "has", "had", "have", "do", "did", "does", "'s", "’s"}
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue beside a quotation with its source.

    Attributes:
        frame: the cue's frame, with its source as subject; None where a name alone attributes.
        head: head token of the source, None when there is none.
        extent: (first token, one past the last token) of the attribution.
        rule: what found it.
        strength: 0 to 1, how clearly layout and lexicon speak for it.
    """

    frame: Frame | None
    head: int | None
    extent: tuple[int, int]
    rule: str
    strength: float


def noun_phrase_at(tokens: Tokens, first: int, last: int) -> int | None:
    """Head of the noun phrase that starts at token first, by tags alone.

    Args:
        tokens: the document.
        first: where the phrase starts.
        last: where it must end.

    Returns:
        Index of the head: the last word of the first person named in the phrase, else its last noun; None when no
        phrase starts there.
    """
    i, head = first, None
    while i < last and (
        tokens.tags[i] in NOMINAL or (tokens.lower[i] in {"of", "the", "'s", "’s", "&", "."} and i > first)
    ):
        nxt = tokens.tags[i + 1] if i + 1 < last else ""
        if tokens.ents[i] == "PERSON" and (i + 1 >= last or tokens.ents[i + 1] != "PERSON") and nxt != "POS":
            return i
        if tokens.tags[i] in NOUNS and nxt != "POS" and (head is None or tokens.lower[i - 1] != "of"):
            head = i
        if tokens.lower[i] == "of" and head is not None:
            break
        if tokens.lower[i] == "old" and i > first and tokens.tags[i - 1] == "HYPH":
            head = i  # "the 23-year-old"
        i += 1
    if head is None and first < last and tokens.lower[first] in PRO_NOUNS:
        return first
    return head


def _skip(tokens: Tokens, i: int, last: int) -> int:
    while (
        i < last
        and (tokens.lower[i] in SKIPPED or not any(c.isalnum() for c in tokens.lower[i]))
        and tokens.lower[i] not in STOPS
    ):
        i += 1
    return i


def abbreviates(tokens: Tokens, i: int, last: int) -> bool:
    """Whether the full stop at token i ends an abbreviation, not a sentence: "of the stats. office said".

    Args:
        tokens: the document.
        i: index of a stop.
        last: where to stop reading.

    Returns:
        True when a word in lower case follows on the same line, and the stop stands right behind a word.
    """
    if i + 1 >= last or tokens.lower[i] != "." or not i or tokens.ends[i - 1] != tokens.starts[i]:
        return False
    return tokens.word(i + 1).islower() and tokens.lower[i - 1][-1].isalpha()


def _clause_end(tokens: Tokens, first: int, last: int) -> int:
    """Where the attribution's clause ends: at a full stop, semicolon or colon."""
    for i in range(first, min(last, first + MAX_ATTRIBUTION_TOKENS)):
        stop = tokens.lower[i] in SENTENCE_ENDS and tokens.tags[i] != "NNP"  # not in "Lt. Ada Lind"
        stop = stop and not abbreviates(tokens, i, last)
        if stop or tokens.lower[i] in {";", ":"} or "\n" in tokens.lower[i]:
            return i
    return min(last, first + MAX_ATTRIBUTION_TOKENS)


def entry_at(tokens: Tokens, lexicon: Lexicon, i: int) -> CueEntry | None:
    """The lexicon's row of a verb.

    Args:
        tokens: the document.
        lexicon: the reporting words.
        i: index of the verb.

    Returns:
        The row; None when there is none, or the verb lacks its particle ("pointed", not "pointed out").
    """
    if tokens.lower[i] == "know" and wants_to_know(tokens, i):
        return lexicon.verbs.get("asked")
    entry = lexicon.verbs.get(tokens.lower[i])
    if entry is not None and entry.particle is not None and entry.particle not in tokens.lower[i + 1 : i + 3]:
        return None
    return entry


def _cue_after(tokens: Tokens, lexicon: Lexicon, first: int, end: int) -> tuple[int, Frame] | None:
    """The main reporting verb of the clause from first to end, with its frame."""
    known, unknown = [], []
    for i in range(first, end):
        if tokens.tags[i] not in FINITE or tokens.lower[i] in WEAK_VERBS:
            continue
        entry = entry_at(tokens, lexicon, i)
        frame = frame_at(tokens, i, entry)
        inside = frame.subject is not None and first <= frame.subject < end
        nested = tokens.deps[i] in SUBORDINATE and i > first
        speech = entry is not None and "quote" in entry.licenses
        rank = (not nested, inside, -i)
        if speech:
            known.append((rank, i, frame))
        elif inside and not nested and tokens.tags[i] in {"VBD", "VBZ"}:
            unknown.append((rank, i, frame))
    if known:
        _, i, frame = max(known, key=lambda c: c[0])
        return i, frame
    if unknown:
        _, i, frame = max(unknown, key=lambda c: c[0])
        return i, frame
    return None


def _mistagged_cue(tokens: Tokens, lexicon: Lexicon, start: int, end: int) -> tuple[int, Frame] | None:
    """The cue after a quotation that ends in a comma, when the tagger takes it for a noun: "...," the Danes state."""
    for i in range(start + 1, min(end, start + MAX_NAME_TOKENS)):
        entry = lexicon.verbs.get(tokens.lower[i])
        if entry is not None and "quote" in entry.licenses and entry.particle is None and tokens.word(i).islower():
            head = noun_phrase_at(tokens, start, i)
            return (i, replace(frame_at(tokens, i, entry), subject=head)) if head is not None else None
    return None


def _is_person(word: str) -> bool:
    """Whether a noun is one for a person, by role or sex: "captain", "woman"."""
    noun = speaker_nouns().get(word)
    return word in default_name_words().roles or (noun is not None and noun.kind == "person")


def _rare_inversion(tokens: Tokens, start: int, end: int) -> tuple[int, Frame] | None:
    """A verb between a quotation that ends in a comma and a name: "...," gushed Ada Lind.

    Of no lexicon, or one that the tagger takes for the name's adjective: "...," sniffed critic Ada Lind.
    """
    word = tokens.lower[start]
    misread = tokens.tags[start] in {"JJ", "VBN", "NN"} and word.endswith("ed") and tokens.word(start).islower()
    if word in WEAK_VERBS or not (tokens.tags[start] in {"VBD", "VBZ"} or misread):
        return None
    head = noun_phrase_at(tokens, start + 1, end)
    if head is None:
        return None
    spoken = tokens.tags[head] == "NN" and tokens.tags[start + 1] in {"DT", "PRP$"} and _is_person(tokens.lower[head])
    if not (tokens.ents[head] == "PERSON" or ((tokens.tags[head] == "NNP" or spoken) and not misread)):
        return None
    return start, replace(frame_at(tokens, start, None), subject=head)


def _phrase_behind(tokens: Tokens, first: int, last: int) -> int | None:
    """Head of the noun phrase behind an inverted cue; its role may be read as a verb: cried cook Ada Lind."""
    phrase = noun_phrase_at(tokens, first, last)
    if phrase is None and first + 1 < last and tokens.ents[first + 1] == "PERSON" and tokens.tags[first][:2] == "VB":
        return noun_phrase_at(tokens, first + 1, last)
    return phrase


def attribution_after(
    tokens: Tokens,
    lexicon: Lexicon,
    first: int,
    last: int,
    *,
    open_ended: bool,
    comma: bool = False,
    exclaims: bool = False,
) -> Attribution | None:
    """The attribution that follows a quotation: "..., said X", "..., X, a doctor, said on Monday".

    Args:
        tokens: the document.
        lexicon: the reporting words.
        first: the first token after the closing mark.
        last: where to stop: the next opening mark or the block's end.
        open_ended: whether the quotation ends as one that goes on does (comma, question mark, dash, no mark at all).
        comma: whether it ends in a comma, inside or after the closing mark.
        exclaims: whether it ends in a question or exclamation mark.

    Returns:
        The attribution, None when the words after the quotation do not attribute it.
    """
    start = _skip(tokens, first, last)
    if start >= last or tokens.lower[start] in SUBORDINATORS:
        return None
    dashed = any(mark in tokens.lower[i] for i in range(first, start) for mark in DASHES)
    end = _clause_end(tokens, start, last)
    found = _cue_after(tokens, lexicon, start, end)
    if exclaims and not comma and (found is None or found[0] > start):
        found = _rare_inversion(tokens, start, end) or found
    if comma and (found is None or found[0] > start):
        found = _rare_inversion(tokens, start, end) or found or _mistagged_cue(tokens, lexicon, start, end)
    lower = tokens.lower
    if lower[start] == "according" and start + 1 < end and lower[start + 1] == "to":
        head = noun_phrase_at(tokens, start + 2, end)
        frame = Frame(start, None, head, "phrase", extent=(start, end))
        return Attribution(frame, head, (start, end), "according-to-after-quote", 0.9) if head is not None else None
    if dashed and (found is None or found[1].entry is None or "quote" not in found[1].entry.licenses):
        head = noun_phrase_at(tokens, start, end)
        short = end >= last - 1 and last - start <= MAX_SIGNATURE_TOKENS
        if head is not None and (tokens.ents[head] == "PERSON" or (short and tokens.word(start)[:1].isupper())):
            return Attribution(None, head, (start, end), "dash-name", 0.7)
        return None
    if found is None:
        return None
    cue, frame = found
    speech = frame.entry is not None and "quote" in frame.entry.licenses
    head = frame.subject if frame.subject is not None and start <= frame.subject < end else None
    adverb = tokens.tags[start] == "RB" and tokens.word(start).islower()
    if cue == start or (cue == start + 1 and adverb):  # inversion: "said the minister"
        if tokens.tags[cue] == "VBG":
            return None
        after = cue + 1
        while after < end and tokens.tags[after] in {"RB", "RP"}:
            after += 1
        phrase = _phrase_behind(tokens, after, end)
        if phrase is not None and not (head is not None and head > cue):
            head = phrase
        rule = "cue-name-after-quote"
        if head is None:
            return None
        head = issuer_of(tokens, head)
        if lower[cue] in ARRIVALS and lower[head] in lexicon.nouns:  # "came the reply from the mayor"
            head = next((object_of(tokens, k) for k in tokens.children[head] if lower[k] == "from"), head)
    else:
        rule = "name-cue-after-quote"
        phrase = noun_phrase_at(tokens, start, cue)
        if phrase is None and (tokens.ents[cue - 1] == "PERSON" or (comma and tokens.word(cue - 1).istitle())):
            phrase = cue - 1  # a name, read as an adverb or an adjective
        split = head is not None and phrase is not None and tokens.sents[phrase] < tokens.sents[head]
        if head is None or head > cue or split:  # split: by an abbreviation, "the head of the stats. office said"
            head = phrase
        if head is None:
            return None
        opens_with_source = phrase is not None
        if not opens_with_source and not open_ended:
            return None
    if frame.construction == "passive" and frame.subject is None:
        return None
    if not speech and not (
        open_ended
        and cue <= start + 8
        and (cue == start or tokens.lower[cue + 1 : cue + 2] in ([","], ["."], [":"], []) or cue + 1 == end)
    ):
        return None
    reports_on = any(tokens.deps[k] == "ccomp" and cue < k < end for k in tokens.children[cue])
    if reports_on and not comma and tokens.lower[cue + 1 : cue + 2] != [","]:
        return None
    strength = 0.9 if open_ended else 0.45
    addressee = None if frame.addressee == head else frame.addressee
    status = status_of(tokens, cue, frame.entry, first=start)
    frame = replace(frame, subject=head, addressee=addressee, status=status)
    return Attribution(frame, head, (start, end), rule, strength if speech else strength - 0.2)
