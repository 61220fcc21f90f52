"""The law of the form: what is on the screen is in the file, or that very field says that it is not.

`python tests/fuzz/form.py [STEPS] [SEED]` walks on for as long as one likes.
"""

import pytest
import yaml
from form_walk import ACTIONS, DAY, LEAVE, FailingServer, FormWalk, PlainWalk, Step, walk
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from playwright.sync_api import expect
from web.conftest import DECLARED

expect.set_options(timeout=20_000)
STEPS = st.builds(Step, st.sampled_from(ACTIONS), st.integers(0, 999), st.integers(0, 999))


@pytest.fixture
def server(tmp_path):
    folder = tmp_path / "eksempel"
    folder.mkdir()
    (folder / "product.yaml").write_text(
        DECLARED.replace("2026-04-01", str(DAY)), encoding="utf-8"
    )
    serving = FailingServer(tmp_path)
    with serving.disk():
        yield serving
    serving.stop()


@pytest.fixture
def form(browser, server):
    walking = FormWalk(browser, server, "eksempel")
    yield walking
    walking.close()


RANDOM_WALK = settings(
    max_examples=3,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@settings(RANDOM_WALK)
@given(steps=st.lists(STEPS, min_size=12, max_size=16))
def test_a_random_walk_breaks_no_field(form, server, steps):
    server.start()
    server.disk_full, server.refusals, server.slow = False, [], 0
    walk(form, steps, lambda step: None)


@given(steps=st.lists(STEPS, min_size=10, max_size=12))
@settings(RANDOM_WALK, max_examples=1)
def test_a_random_walk_without_scripts_breaks_no_field(browser, server, steps):
    form = PlainWalk(browser, server, "eksempel")
    walk(form, steps, lambda step: None)
    form.close()


def type_(form, name, text):
    assert form.page.evaluate(
        """([name, text]) => {
          const place = document.querySelector(`[data-field="${name}"]`);
          for (let at = place; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
          const each = place.querySelector("select, textarea, input:not([type=checkbox])");
          each.focus();
          window.typed = each;
          each.value = text;
          each.dispatchEvent(new Event("input", {bubbles: true}));
          return true;
        }""",
        [name, text],
    )


def leave(form):
    form.ask(LEAVE)


def told(form, name):
    return form.page.locator(f'[data-field="{name}"] > .unsaved')


def wait_saved(form, name):
    """Wait until a field has nothing to say; the page looks again at once, and not in a while."""
    for _ in range(100):
        if told(form, name).count() == 0:
            break
        form.ask("window.dispatchEvent(new Event('online'))")
        form.page.wait_for_timeout(200)
    form.settle()


def values(form):
    return yaml.safe_load(form.file.read_text(encoding="utf-8"))


def test_evidence_before_the_answer_is_kept_also_over_a_reload_and_saved_with_it(form):
    type_(form, "answers.F3.evidence", "https://www.example.org/udbud")
    leave(form)
    expect(told(form, "answers.F3.evidence")).to_contain_text("Udfyld først")
    form.page.reload()
    expect(told(form, "answers.F3.evidence")).to_contain_text("Udfyld først")

    type_(form, "answers.F3.answer", "met")
    leave(form)
    wait_saved(form, "answers.F3.evidence")
    answer = {"answer": "met", "evidence": ["https://www.example.org/udbud"]}
    assert values(form)["answers"]["F3"] == answer


def test_what_is_lost_on_the_way_is_sent_again_and_no_notice_is_wiped_by_another_save(
    form, server
):
    server.refusals = [500, 429]
    type_(form, "name", "Nyt navn")
    leave(form)
    expect(told(form, "name")).to_contain_text("Ikke gemt")
    type_(form, "facts.shared_funding.yearly_economy", "én")
    leave(form)
    wait_saved(form, "name")
    assert values(form)["name"] == "Nyt navn"

    type_(form, "declared.note", "En bemærkning")
    leave(form)
    wait_saved(form, "declared.note")
    assert values(form)["declared"]["note"] == "En bemærkning"
    expect(told(form, "facts.shared_funding.yearly_economy")).to_contain_text("Skriv et tal")
    expect(form.page.locator(".state")).to_have_text("1 felt er ikke gemt.")


def test_closing_the_tab_saves_the_field_with_the_cursor(form):
    type_(form, "name", "Skrevet til sidst")
    form.page.close()
    for _ in range(100):
        if values(form)["name"] == "Skrevet til sidst":
            break
        form.pages.clear()
        form.open_page()
        form.page.wait_for_timeout(100)
    assert values(form)["name"] == "Skrevet til sidst"


def close_and_open(form):
    form.page.goto("about:blank")
    form.pages.pop().close()
    form.open_page()


def test_what_clashes_in_a_tab_that_is_closed_comes_back_in_the_next_and_in_no_other(form):
    type_(form, "name", "Mit navn")
    form.file.write_text(form.file.read_text().replace("name: Eksempel", "name: Deres navn"))
    leave(form)
    expect(told(form, "name")).to_contain_text("nu: Deres navn")
    form.open_page()
    form.page.wait_for_timeout(1500)
    form.pages.reverse()

    close_and_open(form)
    expect(told(form, "name")).to_contain_text("nu: Deres navn")
    expect(form.page.locator("#f-name")).to_have_value("Mit navn")
    expect(form.pages[0].locator("#f-name")).to_have_value("Deres navn")


def test_an_answer_that_is_cleared_beside_its_evidence_is_kept_over_a_closed_tab(form):
    type_(form, "answers.F3.answer", "met")
    leave(form)
    wait_saved(form, "answers.F3.answer")
    type_(form, "answers.F3.evidence", "https://www.example.org/udbud")
    leave(form)
    wait_saved(form, "answers.F3.evidence")
    type_(form, "answers.F3.answer", "")
    leave(form)
    expect(told(form, "answers.F3.answer")).to_contain_text("skal være udfyldt")

    close_and_open(form)
    expect(told(form, "answers.F3.answer")).to_contain_text("skal være udfyldt")
    expect(form.page.locator('[name="answers.F3.answer"]')).to_have_value("")
    assert values(form)["answers"]["F3"]["answer"] == "met"


def test_what_is_saved_as_the_tab_closes_clashes_with_nobody_in_the_next(form):
    """The file writes a number in its own way: it is the one that was typed all the same."""
    economy = "facts.shared_funding.yearly_economy"
    said = form.file.read_text()
    form.file.write_text(
        said.replace("facts:", "facts:\n  shared_funding: {yearly_economy: 1000.5}")
    )
    form.ask(
        "typed => localStorage.setItem('os2governance:/eksempel:closed', JSON.stringify(typed))",
        [
            [economy, {"text": "1000,50", "none": False}, {"text": "", "none": False}],
            ["name", {"text": "Mit navn", "none": False}, {"text": "Før", "none": False}],
        ],
    )
    form.page.reload()

    expect(told(form, "name")).to_contain_text("nu: Eksempel")
    expect(told(form, economy)).to_have_count(0)
    assert values(form)["name"] == "Eksempel"


def test_of_two_who_change_a_field_neither_is_overwritten_unseen(form):
    type_(form, "name", "Mit navn")
    form.file.write_text(form.file.read_text().replace("name: Eksempel", "name: Deres navn"))
    leave(form)
    expect(told(form, "name")).to_contain_text("Deres navn")
    assert values(form)["name"] == "Deres navn"

    form.page.get_by_role("button", name="Gem det, I har skrevet").click()
    wait_saved(form, "name")
    assert values(form)["name"] == "Mit navn"


def test_a_field_that_the_form_has_no_longer_says_so_and_is_sent_once(form):
    said = form.file.read_text().replace('note: "Det virker."', "reason: Fordi")
    form.file.write_text(said)
    form.page.reload()
    type_(form, "answers.R1.reason", "")
    leave(form)
    expect(form.page.locator(".state")).to_have_text("Gemt.")

    sent = []
    form.page.on("request", lambda each: sent.append(each.method))
    type_(form, "answers.R1.reason", "Alligevel")
    leave(form)
    form.page.wait_for_timeout(2000)
    assert sent.count("POST") == 1
    expect(told(form, "answers.R1.reason")).to_contain_text("fjernet")


def test_a_refused_field_hears_what_others_wrote_in_it(form):
    type_(form, "facts.shared_funding.yearly_economy", "én")
    said = form.file.read_text()
    form.file.write_text(said.replace("facts:", "facts:\n  shared_funding: {yearly_economy: 7}"))
    leave(form)
    expect(told(form, "facts.shared_funding.yearly_economy")).to_contain_text("nu: 7")

    type_(form, "facts.shared_funding.yearly_economy", "")
    leave(form)
    form.settle()


def press(form, action):
    form.ask("name => document.querySelector(`[value='${name}']`).click()", action)


def test_a_told_clash_is_settled_by_no_reload_and_by_no_other_button(form):
    type_(form, "name", "Mit navn")
    form.file.write_text(form.file.read_text().replace("name: Eksempel", "name: Deres navn"))
    leave(form)
    expect(told(form, "name")).to_contain_text("nu: Deres navn")
    form.page.reload()
    expect(told(form, "name")).to_contain_text("nu: Deres navn")

    press(form, "add:facts.adopters")
    expect(form.page.locator('[data-field="facts.adopters.1.authority"]')).to_be_attached()
    expect(told(form, "name")).to_contain_text("nu: Deres navn")
    expect(form.page.locator("#f-name")).to_have_value("Mit navn")
    assert values(form)["name"] == "Deres navn"


def test_a_button_of_an_element_that_others_moved_removes_no_other(form):
    added = "adopters:\n    - {authority: Odense}"
    form.file.write_text(form.file.read_text().replace("adopters:", added))
    press(form, "remove:facts.adopters.0")

    expect(form.page.locator(".summary")).to_contain_text("ændret")
    assert [each["authority"] for each in values(form)["facts"]["adopters"]] == ["Odense", "Greve"]


def test_a_page_of_a_product_without_a_file_asks_no_more_than_the_version(form):
    (form.file.parent / "register.yaml").write_text(
        "format: os2governance/register/1\nproduct: eksempel\nmodel: os2/1.1.0\n"
        "registered: {on: 2026-04-01, by: Sekretariatet}\n"
    )
    form.file.unlink()
    form.page.reload()
    sent = []
    form.page.on("request", lambda each: sent.append(each.method))
    form.page.wait_for_timeout(8000)

    assert set(sent) == {"GET"}


def set_hidden(form, *, hidden):
    form.ask(
        """hidden => {
          Object.defineProperty(document, "hidden", {get: () => hidden, configurable: true});
          document.dispatchEvent(new Event("visibilitychange"));
        }""",
        hidden,
    )


def test_a_field_that_is_saved_as_the_page_is_hidden_clashes_with_nobody(form):
    type_(form, "facts.shared_funding.yearly_economy", "1000,50")
    set_hidden(form, hidden=True)
    form.page.wait_for_timeout(1000)
    set_hidden(form, hidden=False)
    wait_saved(form, "facts.shared_funding.yearly_economy")

    expect(told(form, "facts.shared_funding.yearly_economy")).to_have_count(0)
    assert values(form)["facts"]["shared_funding"]["yearly_economy"] == 1000.5


def test_what_was_refused_at_first_is_not_said_to_be_when_it_is_saved(form):
    type_(form, "facts.shared_funding.yearly_economy", "én")
    press(form, "add:facts.adopters")
    expect(form.page.locator(".summary")).to_contain_text("Skriv et tal")
    expect(form.page.locator(".wrong-field")).to_have_count(1)

    type_(form, "facts.shared_funding.yearly_economy", "1000")
    leave(form)
    wait_saved(form, "facts.shared_funding.yearly_economy")
    expect(form.page.locator(".summary, .wrong-field")).to_have_count(0)


GROUNDS = '[name="grounds.R1"]'


def open_evaluation(form):
    form.page.goto(f"{form.server.address}/eksempel/evaluate")
    return form.file.parent / "evaluations" / f"{DAY}.yaml"


def judge(form, grounds):
    form.page.locator("#by").fill("Sekretariatet")
    form.page.locator('[name="light.R1"][value="met"]').check()
    form.page.locator(GROUNDS).fill(grounds)
    form.page.locator("h1").click()
    expect(form.page.locator(".evaluation .unsaved")).to_have_count(0)


def test_an_evaluators_words_outlast_a_server_that_is_gone(form, server):
    file = open_evaluation(form)
    judge(form, "Set")
    server.stop()
    form.page.locator(GROUNDS).fill("Set igen")
    form.page.get_by_role("button", name="Gem evalueringen").click()
    form.page.wait_for_url("chrome-error://**")
    server.start()
    open_evaluation(form)

    expect(form.page.locator(GROUNDS)).to_have_value("Set igen")
    expect(form.page.locator(".state")).to_have_text("Gemt som udkast.")
    assert "Set igen" in file.read_text()


def test_an_evaluators_words_are_not_put_over_a_colleagues(form):
    file = open_evaluation(form)
    judge(form, "Set")
    form.page.locator(GROUNDS).fill("Mine ord")
    form.page.goto("about:blank")
    for _ in range(100):
        if "Mine ord" in file.read_text():
            break
        form.page.wait_for_timeout(100)
    file.write_text(file.read_text().replace("Mine ord", "Deres ord"))
    open_evaluation(form)

    expect(form.page.locator(GROUNDS)).to_have_value("Deres ord")
    expect(form.page.locator("[id='e.R1'] .hint").last).to_contain_text("Jeres var: Mine ord")
    form.page.wait_for_timeout(4000)
    assert "Deres ord" in file.read_text()


def test_what_an_evaluation_in_force_refuses_is_not_sent_again_and_again(form):
    file = open_evaluation(form)
    judge(form, "Set")
    file.write_text(file.read_text().replace("  draft: true\n", ""))
    open_evaluation(form)
    sent = []
    form.page.on("request", lambda each: sent.append(each.method))
    form.page.locator(GROUNDS).fill("Set igen")
    form.page.locator("h1").click()
    form.page.wait_for_timeout(8000)

    assert sent.count("POST") == 1
    expect(form.page.locator("[id='e.R1'] .unsaved")).to_contain_text("gældende")


def test_grounds_that_wait_for_a_light_say_so_and_hold_nothing_else_up(form):
    file = open_evaluation(form)
    judge(form, "Set")
    form.page.locator('[name="grounds.R2"]').fill("Ingen kontrakt")
    form.page.locator("#summary").fill("God fremdrift")
    form.page.locator("h1").click()

    expect(form.page.locator(".evaluation .unsaved")).to_have_count(1)
    expect(form.page.locator("[id='e.R2'] .unsaved")).to_contain_text("Vælg en vurdering for R2")
    assert "God fremdrift" in file.read_text()

    form.page.locator('[name="light.R2"][value="unmet"]').check()
    expect(form.page.locator(".evaluation .unsaved")).to_have_count(0)
    assert "Ingen kontrakt" in file.read_text()
