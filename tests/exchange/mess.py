"""Reports as people make them: every layout that OS2 has used, with the mess of real files.

A drawn report comes with what it says, so that what is read can be held against it.
"""

import json
from typing import NamedTuple

from hypothesis import strategies as st

WORDS = [
    "aftalen",
    "findes",
    "hos",
    "kommunen",
    "Se",
    "projektets",
    "side",
    "om",
    "drift",
    "2026",
    "v2.1",
    "§3",
]
MARKS = {
    "ticks": {
        "met": ["[x]", "[X]", "<ul><li> [x] </li>", "☑︎", "☑", "✅"],
        "unticked": ["[ ]", "[]", "<ul><li> [ ] </li>", "☐"],
    },
    "signs": {
        "met": ["✅"],
        "unmet": ["❌"],
        "not_applicable": ["➖"],
        "unknown": ["❓"],
        None: ["", " "],
    },
    "words": {
        "met": ["Ja", "ja", "**Ja**", "Ja."],
        "unmet": ["Nej", "NEJ"],
        "planned": ["Planlagt"],
        "not_applicable": ["Ikke relevant"],
        "unknown": ["Ved ikke", "?"],
        "partly": ["Delvist", "I gang", "🟡"],
        None: ["", "[Udfyldes i selvevaluering]", "[Ikke udfyldt]", "-"],
    },
    "lights": {
        "met": ["🟢", "🟢 Ja", "🟢 Grøn"],
        "partly": ["🟡", "🟡 Gul"],
        "unmet": ["🔴", "🔴 Nej"],
        "not_applicable": ["⚪", "⚪ Ikke relevant"],
        None: ["", "🟢 / 🟡 / 🔴", "🟢 / 🟡 / 🔴 / ⚪"],
    },
}
BLANK = [
    "",
    "[Ikke udfyldt]",
    "Ingen data i selvevalueringsrapport.",
    "Hvordan?",
    "Hvor?",
    "Indsæt link",
    "fx link til referat",
    "-",
    "?",
]
LAYOUTS = {
    "2021": ("ticks", ["mark", "id", "title", "text", "level"]),
    "2024": ("signs", ["mark", "id", "title", "text", "level"]),
    "2026": ("words", ["id", "title", "level", "guidance", "mark", "text"]),
    "0.9.2": ("lights", ["id", "level", "title", "guidance", "light", "grounds"]),
    "nine": (
        "lights",
        ["id", "title", "level", "guidance", "answer", "answered", "light", "grounds", "advice"],
    ),
    "four": ("words", ["id", "title", "mark", "text"]),
}
HEADS = {
    "mark": {"ticks": ["   ", ""], "signs": ["🔽", " "], "words": ["Efterlevet?"]},
    "id": ["#", r"\#", " # "],
    "title": ["Krav"],
    "level": ["Niveau", "Produktniveau"],
    "guidance": ["Retningslinjer", "Vurderingskriterie"],
    "text": ["Henvisning", "Dokumentation"],
    "light": ["Vurdering"],
    "grounds": ["Vurderingsgrundlag"],
    "advice": ["Anbefaling"],
    "answer": ["Efterlevet?"],
    "answered": ["Dokumentation"],
}
LEVELS = {
    "sandkasse": ["0", "sandkasse", "Sandkasse"],
    "1": ["1", "Niveau 1"],
    "2": ["2"],
    "3": ["3"],
}


class Cell(NamedTuple):
    """A cell as it is typed, and what it says: words and links."""

    typed: str
    words: str
    links: tuple[str, ...]


class Drawn(NamedTuple):
    """A report, and what it says of each criterion: status, words, links."""

    text: str
    kind: str
    says: dict[str, tuple[str | None, str, tuple[str, ...]]]


@st.composite
def cells(draw) -> Cell:
    pieces = draw(
        st.lists(
            st.sampled_from(
                ["word", "word", "markdown", "html", "bare", "pipe", "break", "bold", "entity"]
            ),
            min_size=1,
            max_size=5,
        )
    )
    typed, said, links = [], [], []
    for number, piece in enumerate(pieces):
        word = draw(st.sampled_from(WORDS))
        url = f"https://eksempel.dk/{draw(st.sampled_from('abc'))}{number}?x=1&y=2#z"
        match piece:
            case "markdown":
                typed.append(f"[{word}]({url})")
                said.append(word)
                links.append(url)
            case "html":
                typed.append(f'<a href="{url}">{word}</a>')
                said.append(word)
                links.append(url)
            case "bare":
                typed.append(url)
                said.append(url)
                links.append(url)
            case "pipe":
                typed.append(r"a \| b")
                said.append("a | b")
            case "break":
                typed.append(draw(st.sampled_from(["<br/>", "<br />", "<br>", "</p>"])))
                said.append("\n")
            case "bold":
                typed.append(f"**{word}**")
                said.append(word)
            case "entity":
                typed.append("A &amp; B")
                said.append("A & B")
            case _:
                typed.append(word)
                said.append(word)
    words = "\n".join(" ".join(line.split()) for line in " ".join(said).split("\n"))
    while "\n\n\n" in words:
        words = words.replace("\n\n\n", "\n\n")
    words = words.strip()
    words = "\n".join(line for line in words.split("\n") if _says_more(line, links))
    while "\n\n\n" in words:
        words = words.replace("\n\n\n", "\n\n")
    words = words.strip()
    # Links in words come before bare ones: those are found in the text.
    marked = [
        link
        for link, piece in zip(
            links, [p for p in pieces if p in {"markdown", "html", "bare"}], strict=True
        )
        if piece != "bare"
    ]
    bare = [link for link in links if link not in marked]
    return Cell(" ".join(typed), words, tuple(dict.fromkeys([*marked, *bare])))


def _says_more(line, links):
    rest = line
    for link in links:
        rest = rest.replace(link, "")
    return rest == line or any(letter.isalnum() for letter in rest)


LABELS = {
    "mark": ["Status", "Efterlevet?", "Svar"],
    "theme": ["Kategori", "Tema"],
    "level": ["Produktniveau", "Niveau"],
    "guidance": ["Retningslinjer"],
    "text": ["Dokumentation", "Henvisning"],
    "light": ["Vurdering"],
    "grounds": ["Vurderingsgrundlag", "Begrundelse"],
}
HEADINGS = [
    "## {id} - {title}",
    "### {id}: {title}",
    "## **{id}** \N{EN DASH} {title}",
    "## {id}",
    "# {id}. {title} #",
    "##{id} {title}",
    "## [{id}] {title}",
    "## Krav {id}: {title}",
    "**{id} - {title}**",
]
STYLES = [
    "**{label}:** {value}",
    "**{label}**: {value}",
    "{label}: {value}",
    "__{label}:__ {value}",
]
OPTIONS = {"met": "Ja", "unmet": "Nej", "not_applicable": "Ikke relevant"}


@st.composite
def section_reports(draw, criteria) -> Drawn:
    """Draw a report with a heading for each criterion about (id, level) of criteria."""
    lights = draw(st.booleans())
    mark, text = ("light", "grounds") if lights else ("mark", "text")
    marks = MARKS["lights" if lights else draw(st.sampled_from(["words", "signs", "ticks"]))]
    heading, style = draw(st.sampled_from(HEADINGS)), draw(st.sampled_from(STYLES))
    labels = {role: draw(st.sampled_from(words)) for role, words in LABELS.items()}
    between = draw(st.sampled_from([["", "---", ""], [""], ["***"], ["", "", "- - -"]]))
    prefix = draw(st.sampled_from(["", "- ", "> ", "* "]))
    says = {}
    lines = draw(st.sampled_from([[], ["# Selvevaluering af OS2eksempel", "", "Indledning.", ""]]))
    lines = [*lines, "# RELEVANS" if heading[1] == "#" or heading[0] == "*" else "", ""]
    for number, (name, level) in enumerate(criteria):
        status = draw(st.sampled_from(sorted(marks, key=str)))
        typed = draw(st.sampled_from(marks[status]))
        paragraphs = draw(st.lists(cells(), max_size=3)) if draw(st.booleans()) else []
        paragraphs = [cell for cell in paragraphs if cell.typed.strip()]
        said = {
            "theme": "Relevans",
            "level": draw(st.sampled_from(LEVELS[level])),
            "guidance": "Sådan gør man.",
            mark: typed,
        }
        if not lights and status in OPTIONS and draw(st.integers(0, 3)) == 0:
            said[mark] = " ".join(
                f"[{'x' if s == status else ' '}] {w}" for s, w in OPTIONS.items()
            )
        # The mark may not be missing; the other lines may, in any order, but the text is the last.
        kept = [
            role
            for role in draw(st.permutations(sorted(said)))
            if role == mark or draw(st.booleans())
        ]
        blank = draw(st.sampled_from(["", "[Ikke udfyldt]", "-"]))
        lines += [heading.format(id=name, title="Et krav"), *draw(st.sampled_from([[], [""]]))]
        for role in kept:
            lines.append(prefix + style.format(label=labels[role], value=said[role]).rstrip())
            lines += draw(st.sampled_from([[], [""]]))
        break_ = draw(st.sampled_from(["", " "]))
        labelled = style.format(label=labels[text], value=break_)
        typed_lines = [line for cell in paragraphs for line in (cell.typed, "")][:-1]
        if not paragraphs:
            lines += draw(
                st.sampled_from([[], [prefix + style.format(label=labels[text], value=blank)]])
            )
        elif draw(st.booleans()):
            lines += [f"{prefix}{labelled}".rstrip(), *typed_lines]
        elif kept[-1] != "guidance":
            lines += ["", *typed_lines]
        else:
            lines += [
                f"{prefix}{style.format(label=labels[text], value=typed_lines[0])}",
                *typed_lines[1:],
            ]
        says[name] = (_read_as(status, _join_cells(paragraphs)), *_join_cells(paragraphs)[1:])
        lines += between if number + 1 < len(criteria) else []
    end = draw(
        st.sampled_from(
            [[], ["", "---", "Genereret af formularen."], ["", "# LOG", "", "Rettet."]]
        )
    )
    whole = "\n".join([*lines, *end]).replace("\n", draw(st.sampled_from(["\n", "\r\n"])))
    return Drawn(whole, "evaluation" if lights else "report", says)


def _join_cells(paragraphs):
    marked = [
        x
        for cell in paragraphs
        for x in cell.links
        if f"({x})" in cell.typed or f'"{x}"' in cell.typed
    ]
    links = [*marked, *(x for cell in paragraphs for x in cell.links if x not in marked)]
    words = "\n".join(line for cell in paragraphs for line in (cell.words, ""))
    while "\n\n\n" in words:
        words = words.replace("\n\n\n", "\n\n")
    return Cell("", words.strip(), tuple(dict.fromkeys(links)))


@st.composite
def reports(draw, criteria) -> Drawn:
    """Draw a Markdown report about (id, level) of criteria."""
    layout = draw(st.sampled_from(sorted(LAYOUTS)))
    marks, columns = LAYOUTS[layout]
    if draw(st.booleans()):
        columns = draw(st.permutations(columns)) if marks in {"words", "lights"} else columns
    light = marks == "lights"
    says, lines = {}, []
    top = draw(tops)
    header = [draw(st.sampled_from(_heads(column, marks))) for column in columns]
    glued = draw(st.integers(0, 9)) == 0
    first = True
    for name, level in criteria:
        status = draw(st.sampled_from(sorted(MARKS[marks], key=str)))
        typed = draw(st.sampled_from(MARKS[marks][status]))
        filled = draw(st.booleans())
        cell = draw(cells()) if filled else Cell(draw(st.sampled_from(BLANK)), "", ())
        says[name] = (_read_as(status, cell), cell.words, cell.links)
        row = {
            "id": draw(st.sampled_from([name, f" {name} ", f"**{name}**"])),
            "title": "Et krav",
            "level": draw(st.sampled_from(LEVELS[level])),
            "guidance": "Sådan gør man.",
            "mark": typed,
            "light": typed,
            "text": cell.typed,
            "grounds": cell.typed,
            "advice": "",
            "answer": "Ja",
            "answered": "Noget andet",
        }
        lines += _line(
            [row[column] for column in columns],
            header,
            draw,
            first=first,
            glued=glued,
            open_=top in OPEN,
        )
        first = False
    text = "\n".join([*top, *lines, *_bottom(draw)])
    text = text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))
    return Drawn(text, "evaluation" if light else "report", says)


def _heads(column, marks):
    heads = HEADS[column]
    return heads[marks] if isinstance(heads, dict) else heads


def _read_as(status, cell):
    if status == "unticked":
        return "unmet" if cell.words or cell.links else None
    return status


def _line(row, header, draw, *, first, glued, open_):
    """Give a row in its mess, and before the first one its header."""
    rule = ["---"] * len(header)
    text = f"| {' | '.join(row)} |"
    if first and glued and header[0].strip():
        return [f"| {' | '.join(header)} | | {' | '.join(rule)} {text}"]
    lines = [f"| {' | '.join(header)} |", f"| {' | '.join(rule)} |"] if first else []
    match draw(st.integers(0, 11)):
        case 0:
            text = f" {text}"
        case 1 if row[-1].strip():
            text = text[:-2]
        case 2:
            text = f"{text} |"
        case 3:
            text = f"{text}  "
        case 4:
            lines += [] if first else ["", "  ------ nået hertil", ""]
        case 5 if not open_:
            lines += [] if first else ["```", "| R1 | i en kodeblok | [x] | |", "```"]
        case 6 if not open_:
            lines += [] if first else ["<!-- | R2 | skjult | Ja | | -->"]
    return [*lines, text]


# Where one of these is never closed, a later one of the same kind would close it.
OPEN = [["<!-- en kommentar, der aldrig slutter", "", ""], ["~~~~", "aldrig lukket", ""]]
tops = st.sampled_from(
    [
        ["---", "title: x", "---", "", "# Governancerapport for OS2eksempel", ""],
        ["# OS2eksempel's Governance Report", ""],
        ["<br>", ""],
        [],
        *OPEN,
    ]
)


def _bottom(draw):
    return draw(
        st.sampled_from(
            [
                [],
                ["", "## LOG", "", "| Dato | Hvem |", "|---|---|", "| 2026-01-01 | os |"],
                ["~~~", "slut"],
            ]
        )
    )


@st.composite
def forms(draw, criteria) -> Drawn:
    """Draw the form's JSON."""
    says, rows = {}, []
    for name, level in criteria:
        status = draw(st.sampled_from(sorted(MARKS["words"], key=str)))
        typed = draw(st.sampled_from(MARKS["words"][status]))
        cell = draw(cells()) if draw(st.booleans()) else Cell(draw(st.sampled_from(BLANK)), "", ())
        cell = cell._replace(typed=cell.typed.replace("\\|", "|"))
        says[name] = (status, cell.words, cell.links)
        rows.append(
            {
                "id": name,
                "produktniveau": level,
                "krav": "x",
                "efterlevet": typed or None,
                "dokumentation": cell.typed,
            }
        )
    form = {
        "productName": "OS2eksempel",
        "filledBy": "Styregruppen",
        "filledDate": "2026-06-24",
        "krav": rows,
    }
    return Drawn(
        json.dumps(
            form, ensure_ascii=draw(st.booleans()), indent=draw(st.sampled_from([None, 2]))
        ),
        "self-assessment",
        says,
    )
