"""Every control of every page says what it does: Streamlit's by their help, the explorer's by their title."""

import pytest

from genlab.ui.pages import _PAGES

CONTROLS = (
    "button",
    "button_group",
    "checkbox",
    "color_picker",
    "date_input",
    "download_button",
    "file_uploader",
    "metric",
    "multiselect",
    "number_input",
    "page_link",
    "radio",
    "select_slider",
    "selectbox",
    "slider",
    "text_area",
    "text_input",
    "toggle",
)


def nodes(node):
    yield node
    for child in getattr(node, "children", {}).values():
        yield from nodes(child)


def unexplained(page) -> list[str]:
    """Return the controls without help, and those whose collapsed label hides it."""
    found = []
    for node in nodes(page._tree):
        proto = getattr(node, "proto", None)
        if node.type == "popover" and not proto.popover.help:
            found.append(f"popover {proto.popover.label}")
        if node.type in CONTROLS or node.type.endswith("_button"):
            hidden = getattr(getattr(proto, "label_visibility", None), "value", 0)
            if not proto.help or hidden:
                found.append(f"{node.type} {getattr(proto, 'label', '')}")
    return found


@pytest.mark.parametrize("name", list(_PAGES))
@pytest.mark.parametrize("at", ["own_store", "bare_store"])
def test_every_control_has_help(request, open_page, at, name):
    request.getfixturevalue(at)
    page = open_page(name)
    assert not page.exception
    assert unexplained(page) == []


def test_controls_of_a_training_under_way_have_help(open_page, own_store):
    from genlab.training.config import DataConfig
    from genlab.training.presets import spec_for

    config = DataConfig(name="ring")
    run = own_store.create_run(spec_for("gan", own_store.sets.load(config), config))
    with run.writer() as writer:
        writer.status(state="running", step=1, total_steps=10)
        page = open_page("train", run=run.id)
    assert not page.exception
    assert unexplained(page) == []
