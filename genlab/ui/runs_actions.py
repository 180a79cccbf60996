"""What may be done to the chosen runs: name and tag, duplicate, train on, delete, and take a deletion back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from genlab.errors import GenlabError
from genlab.jobs.client import train_on
from genlab.store import RunSummary, Store
from genlab.ui.glossary import explained
from genlab.ui.pages import link, page
from genlab.ui.runs_list import begun, told_apart
from genlab.ui.words import ACTIVE, plain, say

_DELETED = "runs.deleted"
_FAULT = "runs.fault"
_NAMING = "runs.naming"
_STARTED = "runs.started"
MOST_TRASH_SHOWN = 10
MOST_NAMED = 4


def actions(store: Store, picked: Sequence[RunSummary], among: Sequence[RunSummary], clear: Callable[[], None]) -> None:
    """Show what can be done with the chosen of the runs; what needs another choice is there, but cannot be pressed."""
    only = picked[0] if len(picked) == 1 else None
    own = [run for run in picked if not run.gallery]
    sound = only is not None and only.state != "broken"
    is_own = only is not None and not only.gallery
    is_trained = only is not None and only.family != "imported"
    with st.container(horizontal=True, vertical_alignment="center", key="runs-actions"):
        with st.popover(
            "Name and tags",
            icon=":material/edit:",
            disabled=not (sound and is_own),
            help="Rename and tag one chosen run of your own.",
            key=_NAMING,
            on_change="rerun",
        ):
            if only is not None and sound and is_own:
                _name_and_tags(store, only)
        link(
            "train",
            "Duplicate",
            "Open the Train page's form filled with the settings of one chosen run.",
            icon=":material/content_copy:",
            disabled=not (sound and is_trained),
            copy=only.id if only else "",
        )
        may_go_on = sound and is_own and is_trained and only is not None and only.state not in ACTIVE
        with st.popover(
            "Train on",
            icon=":material/forward:",
            disabled=not may_go_on,
            help="Go on from the last checkpoint of one chosen run of your own, for more epochs.",
        ):
            if only is not None and may_go_on:
                _train_on(store, only)
        st.button(
            "Delete",
            icon=":material/delete:",
            key="runs.delete",
            disabled=not own,
            help="Move the chosen runs of your own to the trash; this can be undone.",
            on_click=_delete,
            args=(store, [run.id for run in own], clear),
        )
        st.button(
            "Clear choice",
            icon=":material/deselect:",
            key="runs.clear",
            disabled=not picked,
            help="Choose no run.",
            on_click=clear,
        )
        st.text(_chosen(picked, among))
    if fault := st.session_state.pop(_FAULT, ""):
        say(fault)
    if started := st.session_state.pop(_STARTED, ""):
        st.switch_page(page("train"), query_params={"run": started})


def _chosen(picked: Sequence[RunSummary], among: Sequence[RunSummary]) -> str:
    """Name what is chosen: a search may have taken some of it out of sight."""
    if not picked:
        return "None chosen"
    others = f" and {len(picked) - MOST_NAMED} more" if len(picked) > MOST_NAMED else ""
    return f"{len(picked)} chosen: " + ", ".join(told_apart(picked[:MOST_NAMED], among)) + others


def undo(store: Store) -> None:
    """Offer to take the last deletion back."""
    deleted: list[tuple[str, str]] = st.session_state.get(_DELETED, [])
    if not deleted:
        return
    names = ", ".join(name for _, name in deleted[:3]) + (" and others" if len(deleted) > 3 else "")
    with st.container(horizontal=True, vertical_alignment="center", key="runs-undo"):
        st.info(f"Deleted: {plain(names)}", icon=":material/delete:", width=480)
        st.button(
            "Undo",
            icon=":material/undo:",
            key="runs.undo",
            help="Bring back what was deleted, as it was.",
            on_click=_restore,
            args=(store, [trash_name for trash_name, _ in deleted]),
        )


def trash(store: Store) -> None:
    """Show what has been deleted, with a way back, when it is asked for."""
    lying = store.deleted_runs()
    if not lying:
        return
    opened = st.expander(f"Deleted runs: {len(lying)}", icon=":material/delete:", key="runs.trash", on_change="rerun")
    if not opened.open:
        return
    with opened:
        for trash_name in lying[:MOST_TRASH_SHOWN]:
            with st.container(horizontal=True, vertical_alignment="center"):
                run = store.deleted_run(trash_name)
                st.text(f"{run.name}, begun {when}" if (when := begun(run)) else run.name)
                st.button(
                    "Restore",
                    icon=":material/undo:",
                    key=f"runs.restore.{trash_name}",
                    help="Bring this run back, as it was.",
                    on_click=_restore,
                    args=(store, [trash_name]),
                )
        if len(lying) > MOST_TRASH_SHOWN:
            st.caption(f"The last {MOST_TRASH_SHOWN} are shown; restored ones make room for the others.")


def _name_and_tags(store: Store, run: RunSummary) -> None:
    with st.form(f"runs.meta.{run.id}", border=False):
        st.text_input("Name", run.name, key=f"runs.name.{run.id}", max_chars=80, help="What you call this run.")
        st.text_input(
            "Tags",
            ", ".join(run.tags),
            key=f"runs.tags.{run.id}",
            max_chars=400,
            help="Words to find it by, with commas between.",
        )
        st.form_submit_button(
            "Save",
            icon=":material/check:",
            help="Keep this name and these tags.",
            on_click=_save,
            args=(store, run),
        )


def _save(store: Store, shown: RunSummary) -> None:
    st.session_state[_NAMING] = False  # closes it
    try:
        run = store.run(shown.id)
        name, tags = (st.session_state[f"runs.{field}.{shown.id}"] for field in ("name", "tags"))
        if name != shown.name:  # what was left as it stood may have been changed elsewhere meanwhile
            run.rename(name)
        if tags != ", ".join(shown.tags):
            run.tag(tags.split(","))
    except GenlabError as error:
        st.session_state[_FAULT] = str(error)


def _train_on(store: Store, run: RunSummary) -> None:
    epochs = st.number_input(
        "More epochs",
        1,
        100_000,
        max(1, round(run.total_epochs / 2)),
        key=f"runs.more.{run.id}",
        help="Passes over the training items, from the last checkpoint on.",
    )
    explained("A new [[run]] begins at the last [[checkpoint]] of this one, which stays as it is.")
    st.button(
        "Train on",
        type="primary",
        icon=":material/play_arrow:",
        key=f"runs.on.{run.id}",
        help="Start now. It trains on its own: you may close the page.",
        on_click=_go_on,
        args=(store, run.id, int(epochs)),
    )


def _go_on(store: Store, run_id: str, epochs: int) -> None:
    try:
        st.session_state[_STARTED] = train_on(store, run_id, epochs)
    except GenlabError as error:
        st.session_state[_FAULT] = str(error)


def _delete(store: Store, run_ids: Sequence[str], clear: Callable[[], None]) -> None:
    runs = store.runs()
    names = dict(zip((run.id for run in runs), told_apart(runs, runs), strict=True))
    deleted = []
    for run_id in run_ids:
        try:
            deleted.append((store.delete(run_id), names.get(run_id, run_id)))
        except GenlabError as error:
            st.session_state[_FAULT] = str(error)
    st.session_state[_DELETED] = deleted
    clear()


def _restore(store: Store, trash_names: Sequence[str]) -> None:
    for trash_name in trash_names:
        try:
            store.restore_run(trash_name)
        except GenlabError as error:
            st.session_state[_FAULT] = str(error)
    st.session_state[_DELETED] = [
        (name, shown) for name, shown in st.session_state.get(_DELETED, []) if name not in trash_names
    ]
