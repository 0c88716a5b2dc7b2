"""Build org_forms.jsonl: legal forms of companies, as far as rigour knows them, with its class of each.

    python scripts/build_org_forms.py

Source: rigour's organisation types (OpenSanctions, MIT), after ISO 20275 and the lists of OCCRP. The candidates are
ours; what rigour does not know as a legal form is left out. Phrases of several words that are no legal form are ours.
"""

from __future__ import annotations

import json
from pathlib import Path

from rigour.names import extract_org_types

from negotiations_nlp.names.folding import fold

TARGET = Path(__file__).parent.parent / "src" / "negotiations_nlp" / "data" / "en" / "knowledge" / "org_forms.jsonl"
CANDIDATES = """
a.s. ab ad ag aktiengesellschaft anonim şirketi ao aps as asa at b.v. bhd bv bvba co. company co corp. corp corporation
cjsc d.d. d.o.o. doo e.v. eood etablissement ev fzco fzc fze gesmbh ggmbh gie gmbh gmbh & co. kg inc. inc incorporated
jsc k.k. k.s. kft kg kgaa kk l.l.c. lda limitada limited llc llp lp ltd. ltd ltda mbh n.v. nv nyrt oao od ojsc oou oü
ooo oy oyj p.l.c. pao pjsc plc private limited pte. ltd. pte ltd pt pty ltd pvt ltd s.a. s.a.r.l. s.a.s. s.l. s.p.a.
s.r.l. s.r.o. sa sarl sas scs sdn bhd se snc sociedad anónima société anonyme sp. z o.o. spa spółka akcyjna srl sro tbk
tov ug vat v.o.f. zao zat оао зао ооо пао ао тов ат пат jv joint stock company limited liability company
public joint stock company private joint stock company open joint stock company limited liability partnership
""".split()  # noqa: SIM905
PHRASES = (
    "joint stock company",
    "limited liability company",
    "public joint stock company",
    "private joint stock company",
    "open joint stock company",
    "closed joint stock company",
    "national joint stock company",
    "state corporation",
    "state company",
    "oil company",
    "pte ltd",
    "pty ltd",
    "sdn bhd",
    "sp z oo",
)
ENGLISH_WORDS = ("ad", "as", "at", "od", "private", "joint", "stock", "public", "open", "liability")
OWN = ("co", "corp", "corporation", "nk", "njsc", "npc", "nec", "ggmbh", "dac", "holdings")  # rigour has none of them


def main() -> None:
    """Write the file."""
    rows: dict[str, dict[str, str]] = {}
    for candidate in CANDIDATES:
        name, word = f"x {candidate.casefold()}", fold(candidate)
        known, general = extract_org_types(name), extract_org_types(name, generic=True)
        if known and len(word) > 1 and word not in ENGLISH_WORDS:
            rows[word] = {"form": word, "class": (general or known)[0][1], "source": "rigour"}
    for phrase in (*PHRASES, *OWN):
        rows.setdefault(phrase, {"form": phrase, "source": "own"})
    TARGET.write_text(
        "".join(json.dumps(rows[form], ensure_ascii=False) + "\n" for form in sorted(rows)), encoding="utf-8"
    )
    print(TARGET.name, len(rows))


if __name__ == "__main__":
    main()
