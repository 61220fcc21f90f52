"""What libyaml says, in plain words of both languages, where it helps to mend it."""

import pytest

from os2governance.documents import yaml_events
from os2governance.documents.yaml_errors import ParserReport, explain_syntax_error
from os2governance.documents.yaml_pure_parser import PureParser
from os2governance.documents.yaml_reader import read_yaml

WRONG = [
    # text, place, message, remedy
    ('a: 1\nb: "C:\\dokumenter\\x"\n', (2, 7), "i dobbelte anførselstegn har \\ en særlig betydning", "Brug enkelte anførselstegn"),
    ('a: "\\xzz"\n', (1, 7), "i dobbelte anførselstegn har \\ en særlig betydning", "Brug enkelte anførselstegn"),
    ('a: "\\udddd"\n', (1, 7), "i dobbelte anførselstegn har \\ en særlig betydning", "Brug enkelte anførselstegn"),
    ("note: > 50 procent\n", (1, 7), "en tekst kan ikke begynde med »>«.", "Sæt anførselstegn om hele teksten"),
    ("note: | hej\n", (1, 7), "en tekst kan ikke begynde med »|«.", "eller skriv den på linjerne under »|«"),
    ("a: [> 5]\n", (1, 5), "en tekst kan ikke begynde med »>«.", "Sæt anførselstegn om hele teksten"),
    ("a: |0\n  x\n", (1, 5), "| og > kan ikke efterfølges af 0", "Fjern tallet"),
    ("a: {answer: met,, note: x}\n", (1, 17), "der er et komma for meget", "Fjern kommaet"),
    ("a: [x, :y]\n", (1, 8), "et kolon kan ikke stå her", "skal i anførselstegn"),
    ("a: [b:, c]\n", (1, 6), "et kolon kan ikke stå her", "skal i anførselstegn"),
    ("a: b: c\n", (1, 5), "et kolon kan ikke stå her", "skal i anførselstegn"),
    ("a: ]\n", (1, 4), "»]« kan ikke stå her", "Fjern det ekstra tegn"),
    ("a:\n\tb: 1\n", (2, 1), "en linje er rykket ind med tabulator", "Brug mellemrum"),
    ("a: b\n\tc: d\n", (2, 1), "en linje er rykket ind med tabulator", "Brug mellemrum"),
    ("a: >\n\t x\n", (2, 1), "en linje er rykket ind med tabulator", "Brug mellemrum"),
    ("a: @x\n", (1, 4), "en tekst kan ikke begynde med »@«.", "Sæt anførselstegn"),
    ("a: `x\n", (1, 4), "en tekst kan ikke begynde med »`«.", "Sæt anførselstegn"),
    ("a: %x\n", (1, 4), "en tekst kan ikke begynde med »%«.", "Sæt anførselstegn"),
    ("a: ? b\n", (1, 4), "en tekst kan ikke begynde med »?«.", "Sæt anførselstegn"),
    ("a: **fed** tekst\n", (1, 4), "en tekst kan ikke begynde med »*«.", "Sæt anførselstegn"),
    ("a: &lt; 3\n", (1, 4), "en tekst kan ikke begynde med »&«.", "Sæt anførselstegn"),
    ("a: !vigtigt! hej\n", (1, 4), "en tekst kan ikke begynde med »!«.", "Sæt anførselstegn"),
    ("a: !f!x y\n", (1, 4), "en tekst kan ikke begynde med »!«.", "Sæt anførselstegn"),
    ("a: - b\n", (1, 4), "et punkt med bindestreg kan ikke stå her", "på sin egen linje"),
    ("- a\nb: 1\n", (2, 1), "her mangler et punkt", "Start linjen med bindestreg"),
    ("- a\n-b\n", (2, 1), "en bindestreg mangler et mellemrum", "Sæt et mellemrum efter"),
    ("a:\n  b: 1\n c: 2\n", (3, 2), "her mangler en nøgle", "Ret indrykningen"),
    ("a: 'det er Peter's bog'\n", (1, 18), "der er mere tekst, efter at værdien er slut", "skrives dobbelt"),
    ("%YAML 1.2\n%YAML 1.2\n---\na: 1\n", (2, 1), "en linje, der begynder med %", "Fjern linjen"),
    ("% hej\na: 1\n", (1, 2), "en linje, der begynder med %", "start den med #"),
    ("a: 1\n...\nb: 1\n", (3, 1), "filen slutter for tidligt", "tre punktummer"),
    # where it begins
    ("a: 1\nb: 'x\nc: 2\n", (2, 4), "et anførselstegn er ikke afsluttet", "Sæt det samme tegn"),
    ('a: "x\n---\nb: 1\n', (1, 4), "et anførselstegn er ikke afsluttet", "Sæt det samme tegn"),
    ("a: 1\nhej med dig\n", (2, 1), "der mangler et kolon efter en nøgle", "Skriv kolon og mellemrum"),
    ("a: 1\nhej med dig\n\n\nb: 2\n", (2, 1), "der mangler et kolon efter en nøgle", "Skriv kolon"),
    # brackets: where one opens if it is never closed, otherwise where it goes wrong
    ("a: [1, 2\nb: 3\n", (1, 4), "en [ er ikke afsluttet", "Sæt ] efter det sidste punkt"),
    ("a: {b: 1\nc: 2\n", (1, 4), "en { er ikke afsluttet", "Sæt } efter det sidste punkt"),
    ("a: [1,\n  2\n", (1, 4), "en [ er ikke afsluttet", "Sæt ] efter"),
    ("a: [\n  {b: 1},\n  {b: 2}\n  {b: 3},\n]\n", (4, 3), "der mangler et komma eller en ]", "Sæt komma mellem"),
    ("a: {b: c: d}\n", (1, 9), "der mangler et komma eller en }", "Sæt komma mellem"),
    # never beyond the last line
    ("a: 1\nb: [\n\n\n", (2, 4), "filen slutter midt i", "Afslut den med ]"),
    ("a: 1\r\nb: {c: [\r\n", (2, 8), "filen slutter midt i", "Afslut den med ]"),
    ("a: \x07\n", (1, 4), "et styretegn kan ikke stå i en tekst (U+0007)", "Slet tegnet"),
    ("a: 1\nb: x\0y\n", (2, 5), "et styretegn kan ikke stå i en tekst (U+0000 NULL)", "Slet tegnet"),
    # what a program left behind
    ("\0" * 90, (1, 1), "filen består kun af nuller", "Hent den fra git"),
    ("<!DOCTYPE html>\n<html><p>a: 1\n", (1, 1), "dette er en webside", "bag knappen Raw"),
    ("version https://git-lfs.github.com/spec/v1\r\noid sha256:0\r\n", (1, 1), "en henvisning fra Git LFS", "git lfs pull"),
    ("a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> main\n", (2, 1), "her står to versioner", "Vælg, hvad der gælder"),
    ("a: 1\nb: 1\n=======\nb: 2\n>>>>>>> main\n", (3, 1), "her står to versioner", "Vælg, hvad der gælder"),
    ("a: 1\n||||||| base\nb: 1\n", (2, 1), "her står to versioner", "Vælg, hvad der gælder"),
    ("a: 1\r\n=======\r\nb: 2\r\n", (2, 1), "her står to versioner", "Vælg, hvad der gælder"),
    ("a: 'x\n<<<<<<< HEAD\ny'\n", (2, 1), "her står to versioner", "Vælg, hvad der gælder"),
    # what is copied from elsewhere
    ("a: 1\nkind:\xa0project\nb: 1\n", (2, 6), "et usynligt tegn står, hvor der skulle være et mellemrum (U+00A0 NO-BREAK SPACE)", "skriv et almindeligt mellemrum"),
    ("a:\n  b: 1\n\xa0\xa0c\nd: 1\n", (3, 1), "et usynligt tegn står", "skriv et almindeligt mellemrum"),
    ("name: \u201cto: fire\u201d\n", (1, 7), "tegnet \u201c læses som et almindeligt bogstav", "Skriv lige anførselstegn"),
    ("a: {by: \u201dx: y\u201d}\n", (1, 9), "tegnet \u201d læses som et almindeligt bogstav", "Skriv lige anførselstegn"),
]  # fmt: skip


@pytest.fixture(params=["with libyaml", "without libyaml"])
def _parser(request, monkeypatch):
    if request.param == "without libyaml":
        monkeypatch.setattr(yaml_events, "_open_parser", PureParser)


@pytest.mark.usefixtures("_parser")
@pytest.mark.parametrize(("text", "place", "message", "remedy"), WRONG)
def test_what_is_wrong_is_said_plainly_and_where_it_is(text, place, message, remedy):
    document, [found] = read_yaml(text.encode(), "f")

    assert document is None
    assert (found.code, found.location[1:]) == ("yaml-syntax", place)
    assert message in found.message.da
    assert remedy in found.remedy.da
    assert found.message.en != found.message.da
    assert found.remedy.en != found.remedy.da
    for said in (found.message, found.remedy):
        assert not {"?.", "..", "!."} & {said.da[-2:], said.en[-2:]}


UNHURT = [
    "a: x <<<<<<< y\n",
    "a: <html>\n",
    'a: "\u201cto: fire\u201d"\n',
    "a: |\n  =======\n  b\n",
]


@pytest.mark.parametrize("text", UNHURT)
def test_what_only_looks_so_is_read(text):
    assert read_yaml(text.encode(), "f")[1] == []


SAID = """
found extremely long version number
did not find expected version number
found a tab character where an indentation space is expected
did not find URI escaped octet
found an incorrect leading UTF-8 octet
found an incorrect trailing UTF-8 octet
found a tab character that violates indentation
found an indentation indicator equal to 0
did not find expected comment or line break
found unexpected document indicator
found unexpected end of stream
found unknown escape character
did not find expected hexdecimal number
found invalid Unicode character escape code
did not find expected alphabetic or numeric character
could not find expected directive name
found unexpected non-alphabetical character
did not find expected digit or '.' character
did not find expected whitespace
did not find expected whitespace or line break
block sequence entries are not allowed in this context
mapping keys are not allowed in this context
mapping values are not allowed in this context
found character that cannot start any token
found duplicate %TAG directive
found duplicate %YAML directive
found incompatible YAML document
did not find expected <document start>
did not find expected node content
did not find expected ',' or ']'
did not find expected '-' indicator
did not find expected ',' or '}'
could not find expected ':'
did not find expected '!'
did not find expected tag URI
found unexpected ':'
found unknown directive name
did not find the expected '>'
found undefined tag handle
did not find expected key
""".strip().splitlines()
"""All that stands in libyaml's scanner and parser."""
OF_DIRECTIVES = (
    "found extremely long version number",
    "did not find expected version number",
    "could not find expected directive name",
    "found unexpected non-alphabetical character",
    "did not find expected digit or '.' character",
    "did not find expected whitespace",
    "found unknown directive name",
)


@pytest.mark.parametrize("problem", SAID)
@pytest.mark.parametrize("text", ["", "a", "a: b\n", "\t"])
def test_no_english_is_left_in_a_danish_message(problem, text):
    context = "while scanning a %YAML directive" if problem in OF_DIRECTIVES else ""
    end = (len(text), text.count("\n"), 0)

    fault, at = explain_syntax_error(ParserReport(problem, end, context, end), text)

    assert problem not in fault.problem.da
    assert fault.hint.da
    assert at[1] == 0


def test_what_a_later_libyaml_may_say_is_told_as_it_is():
    fault, _ = explain_syntax_error(
        ParserReport("found a new thing", (0, 0, 0), "", (0, 0, 0)), "a"
    )

    assert fault.problem.da == "filen kan ikke læses her (found a new thing)"
