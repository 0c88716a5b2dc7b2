"""Attributions beside a quotation: which cue and which source, in the words before or after it, speak it.

Pure functions over tokens. Layout decides (what stands between a quote and its paragraph's next quote), the parse
helps: a reporting clause beside a quotation is short and regular, and the parser is often wrong there.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from negotiations_nlp.pipeline.cues import complete_coordinated, complete_participle
from negotiations_nlp.pipeline.frames import Frame, frame_at, issuer_of
from negotiations_nlp.pipeline.status import status_of

if TYPE_CHECKING:
    from negotiations_nlp.lexicon import CueEntry, Lexicon
    from negotiations_nlp.pipeline.tokens import Tokens

__all__ = ["Attribution", "attribution_after", "attribution_before", "noun_phrase_at"]

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
SPOKEN_NOUNS = frozenset({"words", "verdict", "line", "lines", "voice", "motto"})
STOPS = frozenset({".", "?", "!", "…", ":", ";", "(", "["})
SUBORDINATORS = frozenset({"when", "while", "because", "although", "though", "if", "once", "until", "whereas", "but"})
SKIPPED = DASHES | {",", " ", "\n"}
SUBORDINATE = frozenset({"relcl", "acl", "amod", "advcl", "pcomp"})
SENTENCE_ENDS = frozenset({".", "?", "!", "…"})
MAX_ATTRIBUTION_TOKENS = 60
GOVERNED = frozenset({"pobj", "dobj", "poss", "compound", "nmod"})
MAX_SIGNATURE_TOKENS = 8
MAX_NAME_TOKENS = 10
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


def _clause_end(tokens: Tokens, first: int, last: int) -> int:
    """Where the attribution's clause ends: at a full stop, semicolon or colon."""
    for i in range(first, min(last, first + MAX_ATTRIBUTION_TOKENS)):
        if tokens.lower[i] in SENTENCE_ENDS or tokens.lower[i] in {";", ":"} or "\n" in tokens.lower[i]:
            return i
    return min(last, first + MAX_ATTRIBUTION_TOKENS)


def _entry_at(tokens: Tokens, lexicon: Lexicon, i: int) -> CueEntry | None:
    """The lexicon's row of a verb, None when it has none or lacks its particle ("pointed", not "pointed out")."""
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
        entry = _entry_at(tokens, lexicon, i)
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


def _rare_inversion(tokens: Tokens, start: int, end: int) -> tuple[int, Frame] | None:
    """A verb of no lexicon between a quotation that ends in a comma and a name: "...," gushed Ada Lind."""
    if tokens.tags[start] not in {"VBD", "VBZ"} or tokens.lower[start] in WEAK_VERBS:
        return None
    head = noun_phrase_at(tokens, start + 1, end)
    if head is None or not (tokens.ents[head] == "PERSON" or tokens.tags[head] == "NNP"):
        return None
    return start, replace(frame_at(tokens, start, None), subject=head)


def attribution_after(
    tokens: Tokens, lexicon: Lexicon, first: int, last: int, *, open_ended: bool, comma: bool = False
) -> Attribution | None:
    """The attribution that follows a quotation: "..., said X", "..., X, a doctor, said on Monday".

    Args:
        tokens: the document.
        lexicon: the reporting words.
        first: the first token after the closing mark.
        last: where to stop: the next opening mark or the block's end.
        open_ended: whether the quotation ends as one that goes on does (comma, question mark, dash, no mark at all).
        comma: whether it ends in a comma, inside or after the closing mark.

    Returns:
        The attribution, None when the words after the quotation do not attribute it.
    """
    start = _skip(tokens, first, last)
    if start >= last or tokens.lower[start] in SUBORDINATORS:
        return None
    dashed = any(mark in tokens.lower[i] for i in range(first, start) for mark in DASHES)
    end = _clause_end(tokens, start, last)
    found = _cue_after(tokens, lexicon, start, end)
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
    if cue == start or (cue == start + 1 and tokens.tags[start] == "RB"):  # inversion: "said the minister"
        if tokens.tags[cue] == "VBG":
            return None
        after = cue + 1
        while after < end and tokens.tags[after] == "RB":
            after += 1
        phrase = noun_phrase_at(tokens, after, end)
        if phrase is not None and not (head is not None and head > cue):
            head = issuer_of(tokens, phrase)
        rule = "cue-name-after-quote"
        if head is None:
            return None
    else:
        rule = "name-cue-after-quote"
        phrase = noun_phrase_at(tokens, start, cue)
        if phrase is None and tokens.ents[cue - 1] == "PERSON":
            phrase = cue - 1
        if head is None or head > cue:
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


def attribution_before(tokens: Tokens, lexicon: Lexicon, first: int, last: int) -> Attribution | None:
    """The attribution that leads into a quotation: "X said: ...", "X told her, ...", "X added that ...".

    Args:
        tokens: the document.
        lexicon: the reporting words.
        first: where the words that may attribute it start: after the quote before, or at the block's start.
        last: index of the opening mark.

    Returns:
        The attribution, None when the words before the quotation do not lead into it.
    """
    i = last - 1
    while i >= first and not tokens.lower[i].strip():
        i -= 1
    if i < first:
        return None
    lower = tokens.lower
    mark = lower[i]
    start = i
    while start > first and lower[start - 1] not in SENTENCE_ENDS and "\n" not in lower[start - 1]:
        start -= 1
    lead = mark if mark in {":", ","} | DASHES else ""
    end = i if lead else i + 1
    linked = lower[i] in {"that", "as", "how"}
    if linked:
        end = i
    cues = []
    for k in range(start, end):
        verb = tokens.tags[k][0] == "V" or (tokens.tags[k] == "NN" and k > start and tokens.ents[k - 1] == "PERSON")
        entry = _entry_at(tokens, lexicon, k) if verb else None
        if entry is not None and ("quote" in entry.licenses or "clause" in entry.licenses):
            cues.append(k)
    if lead == ":":
        if cues and cues[0] == start:  # "Said Ellis: ..."
            head = noun_phrase_at(tokens, start + 1, end)
            if head is not None:
                frame = replace(frame_at(tokens, start, lexicon.verbs[lower[start]]), subject=head, antecedent=None)
                return Attribution(frame, head, (start, last), "cue-colon", 0.95)
        pool = [k for k in cues if tokens.deps[k] not in {"relcl", "acl", "amod"}] or cues
        for k in reversed(pool):
            frame = frame_at(tokens, k, lexicon.verbs[lower[k]])
            elsewhere = frame.subject is None or (frame.subject < start and frame.antecedent is None)
            if elsewhere and tokens.tags[k] in {"VBD", "VBZ"} and _named_subject(tokens, start, k) is not None:
                frame = replace(frame, subject=_named_subject(tokens, start, k))
            if frame.subject is not None and frame.subject < last:
                return Attribution(frame, frame.subject, (start, last), "cue-colon", 0.95)
        main = next((k for k in range(start, end) if tokens.deps[k] == "ROOT"), None)
        if main is not None and tokens.tags[main][0] == "V":
            frame = frame_at(tokens, main, lexicon.verbs.get(lower[main]))
            if frame.subject is not None and start <= frame.subject < end:
                return Attribution(frame, frame.subject, (start, last), "verb-colon", 0.7)
        head = noun_phrase_at(tokens, start, end)
        if head is None and start < end and lower[start] in {"and", "but", "then"}:
            head = noun_phrase_at(tokens, start + 1, end)
        if head is not None and (lower[head] in SPOKEN_NOUNS or lower[head] in lexicon.nouns):  # "His last words: ..."
            owner = next((k for k in tokens.children[head] if tokens.deps[k] == "poss"), None)
            head = owner if owner is not None else head
        if head is not None:
            return Attribution(None, head, (start, last), "name-colon", 0.6)
        return Attribution(None, None, (start, last), "colon", 0.3)
    if lead == "," and (not cues or cues[-1] < i - 1):
        rare = _rare_cue(tokens, start, i - 1)
        if rare is not None:
            return Attribution(rare, rare.subject, (start, last), "cue-before-quote", 0.7)
    for k in reversed(cues):
        distance = end - k - 1
        if distance > (14 if lead == "," else 8):
            break
        entry = lexicon.verbs[lower[k]]
        if entry.group == "opinion" and any(lexicon.verbs[lower[c]].group == "say" for c in cues if c < k):
            continue  # "she said she knew that ...": who says it is who said it
        frame = frame_at(tokens, k, entry)
        if tokens.tags[k] == "VBG":
            frame = complete_participle(tokens, frame, lexicon)
        elif tokens.deps[k] == "conj":
            frame = complete_coordinated(tokens, frame, lexicon)
        elif tokens.tags[k] == "NN":  # "footage of Ada Lind saying"
            frame = replace(frame, subject=k - 1, construction="participle", antecedent=None)
        if frame.subject is not None and frame.subject >= last:  # a word of the quotation
            frame = replace(frame, subject=noun_phrase_at(tokens, _skip_linking(tokens, start, k), k), antecedent=None)
        if frame.antecedent is not None and entry.group == "opinion":
            continue
        if tokens.tags[k] in {"VBD", "VBZ"} and _misread(tokens, frame.subject, k):
            frame = replace(frame, subject=_named_subject(tokens, start, k))
        if frame.subject is None or not (start <= frame.subject < end or frame.construction == "participle"):
            continue
        dangling = _leads_on(tokens, k, end, first_free=lead == ",")
        if dangling:
            return Attribution(
                frame,
                frame.subject,
                (start, last),
                "cue-before-quote",
                0.9 if lead or distance == 0 or linked else 0.75,
            )
    return None


def _rare_cue(tokens: Tokens, start: int, k: int) -> Frame | None:
    """A verb of no lexicon between somebody and a comma that a quotation follows: 'Ada Lind deadpanned, "..."'."""
    if k <= start or tokens.tags[k] not in {"VBD", "VBZ"} or tokens.lower[k] in WEAK_VERBS:
        return None
    if tokens.deps[k] in {"advcl", "relcl", "acl", "ccomp"}:
        return None
    frame = frame_at(tokens, k, None)
    subject = frame.subject
    if subject is None or not start <= subject < k:
        return None
    return frame if tokens.ents[subject] == "PERSON" or tokens.lower[subject] in {"he", "she", "they"} else None


def _misread(tokens: Tokens, subject: int | None, cue: int) -> bool:
    """Whether the parser saw no subject of a cue, or no noun although somebody is named right before the cue."""
    return subject is None or (tokens.tags[subject] not in NOUNS and tokens.ents[cue - 1] == "PERSON")


def _named_subject(tokens: Tokens, first: int, cue: int) -> int | None:
    """The person before a cue whose subject the parser does not see: "On May 2, Col. Anna Lee, a spokeswoman, said"."""
    for k in range(first, cue):
        if tokens.ents[k] == "PERSON" and tokens.ents[k + 1] != "PERSON" and tokens.deps[k] not in GOVERNED:
            return k
    return cue - 1 if tokens.ents[cue - 1] == "PERSON" else None


def _skip_linking(tokens: Tokens, first: int, last: int) -> int:
    """Where a clause starts after the words that link it: "As X put it"."""
    while first < last and tokens.tags[first] in {"IN", "CC", "RB", ","}:
        first += 1
    return first


def _leads_on(tokens: Tokens, cue: int, end: int, *, first_free: bool) -> bool:
    """Whether what stands between a cue and the opening mark leaves the cue without a reported clause of its own."""
    tags, lower = tokens.tags, tokens.lower
    between = range(cue + 1, end)
    if any(tags[j] in {"VBD", "VBZ", "VBP", "MD"} and lower[j] not in {"'s", "’s"} for j in between):
        return False
    if not first_free and any(tags[j] in {"VB", "IN"} and lower[j] == "that" for j in between):
        return False
    return all(tags[j] in NOMINAL | {"IN", "RB", "TO", ",", "RP", "VBG", "CC", "-LRB-", "-RRB-"} for j in between)
