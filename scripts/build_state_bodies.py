"""Build state_bodies.jsonl: ministries, forces, courts and central banks of the states that the news is about.

    python scripts/build_state_bodies.py

Source: written for this library. Every state here has these bodies; they are named by one pattern, and left out where
orgs.jsonl knows the body by whatever name. Names that no pattern gives stand in native_bodies.jsonl beside this file.
"""

from __future__ import annotations

import json
from pathlib import Path

from negotiations_nlp.names.entries import parse_entry
from negotiations_nlp.names.knowledge import BUILTIN_FILES, Knowledge
from negotiations_nlp.names.resources import builtin_rows

HERE = Path(__file__).parent
TARGET = HERE.parent / "src" / "negotiations_nlp" / "data" / "en" / "knowledge" / "state_bodies.jsonl"
NATIVE = HERE / "native_bodies.jsonl"
STATES = """
AE AF AL AM AR AT AZ BA BE BG BR BY CN CO CU CY CZ DE DK DZ EE EG ES ET FI FR GE GR HR HU ID IL IN IQ IR IT JO JP KE KG
KP KR KW KZ LB LT LU LV LY MA MD ME MK MN MX NG NL NO OM PH PK PL PT QA RO RS RU SA SE SI SK SY TH TJ TM TR TW UA UZ VE
VN YE ZA
""".split()  # noqa: SIM905
MINISTRIES = (
    "Foreign Affairs",
    "Defence",
    "Internal Affairs",
    "Finance",
    "Energy",
    "Justice",
    "Health",
    "Education",
    "Economy",
    "Transport",
    "Agriculture",
    "Culture",
)
BODIES = ("Armed Forces", "Navy", "Air Force", "General Staff", "Supreme Court", "Constitutional Court", "Central Bank")
KINDS = {"Armed Forces": "military", "Navy": "military", "Air Force": "military", "General Staff": "military"}
LANDLOCKED = set("AF AM AT BA BY CZ ET HU KG LU MD MK MN RS SK TJ UZ".split())  # noqa: SIM905
# other courts review laws there
NO_CONSTITUTIONAL_COURT = set("AE CN CU DK EE FI GR IL IN IQ IR JP KP MX NG NL NO OM PH PK QA SA SE VN YE".split())  # noqa: SIM905
ONE_BANK = set("AT BE CY DE EE ES FI FR GR HR IT LT LU LV ME NL PT SI SK".split())  # Eurosystem: names of their own  # noqa: SIM905


def main() -> None:
    """Write the file."""
    others = [name for name in BUILTIN_FILES if name != TARGET.name]
    known = Knowledge([parse_entry(row, name) for name in others for _, row in builtin_rows(name)])
    further = [json.loads(line) for line in NATIVE.read_text(encoding="utf-8").splitlines()]
    native = {row["id"]: row for row in further}
    rows = []
    for code in STATES:
        state = known.entry(f"country:{code}")
        if state is None or not state.demonyms:
            raise SystemExit(f"{code}: no such country, or no nationality word of it")
        nation = state.demonyms[0]
        wanted = [(f"Ministry of {what}", f"{nation} Ministry of {what}", "ministry") for what in MINISTRIES]
        wanted += [(body, f"{nation} {body}", KINDS.get(body, "body")) for body in BODIES]
        for body, short, kind in wanted:
            name = f"{body} of {'the ' if state.name in ARTICLE else ''}{state.name}"
            if body == "Constitutional Court" and code in NO_CONSTITUTIONAL_COURT:
                continue
            if (body == "Navy" and code in LANDLOCKED) or (body == "Central Bank" and code in ONE_BANK):
                continue
            foreign = short.replace("Ministry of Foreign Affairs", "Foreign Ministry")
            interior = foreign.replace("Ministry of Internal Affairs", "Interior Ministry")
            if any(known.normalize(form, "ORG") for form in (name, short, foreign, interior, f"{state.name}'s {body}")):
                continue
            slug = f"{body} {code}".lower().replace(" ", "-")
            row = {"id": f"org:{slug}", "name": name, "label": "ORG", "kind": kind, "country": f"country:{code}"}
            rows.append({**row, **native.get(row["id"], {})})
    TARGET.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    print(TARGET.name, len(rows))


ARTICLE = ("Netherlands", "Philippines", "United Arab Emirates", "Czech Republic")

if __name__ == "__main__":
    main()
