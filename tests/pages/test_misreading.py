from genlab.analysis import misreading as lessons
from genlab.analysis.misreading import LESSONS, sentence


def figures(page) -> list:
    return list(page.get("plotly_chart"))


def test_page_shows_data_and_map_and_follows_the_perplexity(open_page, own_store):
    page = open_page("misreading")
    assert not page.exception
    assert page.title[0].value == "Misreading t-SNE"
    assert len(figures(page)) == 2
    example = lessons.examples()["sizes"]
    assert page.info[0].value == sentence(LESSONS[0], example, 30, 0)
    page.select_slider(key="misreading.perplexity").set_value(5).run()
    assert page.info[0].value == sentence(LESSONS[0], example, 5, 0)
    page.toggle(key="misreading.seed").set_value(True).run()
    assert page.info[0].value == sentence(LESSONS[0], example, 5, 1)
    page.select_slider(key="misreading.perplexity").set_value(2).run()
    assert page.info[0].value != sentence(LESSONS[0], example, 2, 0)


def test_page_opens_at_the_perplexity_its_first_words_speak_of(open_page, own_store):
    page = open_page("misreading")
    assert f"perplexity of {page.select_slider(key='misreading.perplexity').value} " in LESSONS[0].advice


def test_every_lesson_can_be_chosen(open_page, own_store):
    page = open_page("misreading")
    for lesson in LESSONS:
        page.radio(key="misreading.lesson").set_value(lesson.title).run()
        assert not page.exception
        assert any(lesson.truth in text.value for text in page.markdown)


def test_missing_maps_are_said_in_one_sentence(open_page, own_store, monkeypatch, tmp_path):
    monkeypatch.setattr(lessons, "FILE", tmp_path / "none.npz")
    lessons.examples.cache_clear()
    page = open_page("misreading")
    lessons.examples.cache_clear()
    assert not page.exception
    assert "maps of these lessons are missing" in page.error[0].value
